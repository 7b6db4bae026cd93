"""Moodle: what "Download all submissions" of an assignment gives.

Facts from Moodle's public source, mod/assign/classes/downloader.php: the prefix is the full name
(underscores become spaces), `_`, a number, `_assignsubmission_` and `file` or `onlinetext`; with
folders it is a folder's name (older versions end it with `_`), else it begins the file's name.
Groups that hand in together have the group's name and number instead. The number is drawn anew for
each assignment (table assign_user_mapping). Versions before 4.1 put the group and `-` before the
name. With hidden names, every name is "Participant" in the language of the teacher.
"""

import re

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source, components

PREFIX = re.compile(
    r"(?P<prefix>(?P<name>[^_]+)(?:_(?P<number>\d+))?_assignsubmission_(?P<kind>[a-z]+))"
    r"(?:_(?P<file>.*))?"
)


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    claims = (claim(entry) for entry in source.unpacked.entries)
    return [claim for claim in claims if claim is not None]


def claim(entry: Entry) -> Claim | None:
    """Read one file's path, None where it is not of this layout."""
    for part, rest in components(entry):
        match = PREFIX.fullmatch(part)
        if match:
            return Claim(
                entry,
                possible_names(match["name"].strip()),
                number=match["number"] or "",
                file_name=(rest or match["file"] or "").rpartition("/")[2],
                time=entry.time,
                returns=f"{match['prefix']}_",
                by_entry_time=True,
            )
    return None


def possible_names(name: str) -> tuple[str, ...]:
    """Return the name, and what comes after each `-`, before which a group may stand."""
    parts = name.split("-")
    return tuple("-".join(parts[number:]).strip() for number in range(len(parts)))
