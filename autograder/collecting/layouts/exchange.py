"""nbgrader's exchange: the folder `inbound`, with a folder for each time somebody handed in.

Facts from nbgrader's public source, nbgrader/exchange/default/submit.py: a folder is named after
the user, the assignment, the time and, mostly, a random text, with `+` between; the time stands in
its timestamp.txt, too. User names may hold `+`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source, components
from autograder.course.handed_in.timestamps import parse_utc
from autograder.course.names import printable

FOLDER = re.compile(
    r"(?P<user>.+)\+(?P<assignment>[^+]+)"
    r"\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*(?:\+\d\d(?::?\d\d)?(?=\+|$))?)"
    r"(?:\+[\w=-]+)?"
)
TIMESTAMP = "timestamp.txt"
OWN = (TIMESTAMP, "submission_secret.txt")
MOST_READ = 200


@dataclass(frozen=True)
class Stamp:
    """A time that nbgrader wrote down, or where one stands that can't be read."""

    time: datetime | None
    unread: str = ""


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    stamps = timestamps(source)
    claims = (claim(entry, stamps, source) for entry in source.unpacked.entries)
    return [claim for claim in claims if claim is not None]


def claim(entry: Entry, stamps: Mapping[str, Stamp], source: Source) -> Claim | None:
    """Read one file's path, None where it is not of this layout."""
    for part, rest in components(entry):
        match = FOLDER.fullmatch(part)
        if match and rest:
            stamp = stamps.get(entry.path.removesuffix(rest)) or read_stamp(
                match["time"], "the folder's name", source
            )
            return Claim(
                entry,
                login=match["user"],
                file_name=rest.rpartition("/")[2],
                assignment=match["assignment"],
                time=stamp.time,
                returns=part,
                unread=stamp.unread,
            )
    return None


def timestamps(source: Source) -> dict[str, Stamp]:
    """Return the time in each timestamp.txt, by the folder that it lies in."""
    stamps = {}
    for entry in source.unpacked.entries:
        if entry.name == TIMESTAMP:
            with entry.file.open("rb") as file:
                text = file.read(MOST_READ).decode("utf-8", "replace").strip()
            stamps[entry.path.removesuffix(TIMESTAMP)] = read_stamp(text, TIMESTAMP, source)
    return stamps


def read_stamp(text: str, place: str, source: Source) -> Stamp:
    """Read the time that nbgrader wrote somewhere; without a zone it is UTC."""
    try:
        return Stamp(parse_utc(text, source.zone).replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return Stamp(None, f"“{printable(text)}” in {place}")
