"""nbgrader's exchange: the folder `inbound`, with a folder for each time somebody handed in.

Facts from nbgrader's public source, nbgrader/exchange/default/submit.py: a folder is named after
the user, the assignment, the time and, mostly, a random text, with `+` between; the time stands in
its timestamp.txt, too. User names may hold `+`.
"""

import re
from datetime import UTC, datetime

from autograder.collecting.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source, components
from autograder.collecting.times import parsed

FOLDER = re.compile(
    r"(?P<user>.+)\+(?P<assignment>[^+]+)"
    r"\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*(?:\+\d{4})?)(?:\+[\w=-]+)?"
)
TIMESTAMP = "timestamp.txt"
OWN = (TIMESTAMP, "submission_secret.txt")
MOST_READ = 200


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    stamps = timestamps(source.unpacked.entries)
    claims = (claim(entry, stamps) for entry in source.unpacked.entries)
    return [claim for claim in claims if claim is not None]


def claim(entry: Entry, stamps: dict[str, datetime]) -> Claim | None:
    """Read one file's path, None where it is not of this layout."""
    for part, rest in components(entry):
        match = FOLDER.fullmatch(part)
        if match and rest:
            return Claim(
                entry,
                login=match["user"],
                file_name=rest.rpartition("/")[2],
                assignment=match["assignment"],
                time=stamps.get(entry.path.removesuffix(rest)) or parsed(match["time"], UTC),
                returns=part,
            )
    return None


def timestamps(entries: list[Entry]) -> dict[str, datetime]:
    """Return the time in each timestamp.txt, by the folder that it lies in."""
    times = {}
    for entry in entries:
        if entry.name == TIMESTAMP:
            with entry.file.open("rb") as file:
                time = parsed(file.read(MOST_READ).decode("utf-8", "replace"), UTC)
            if time is not None:
                times[entry.path.removesuffix(TIMESTAMP)] = time
    return times
