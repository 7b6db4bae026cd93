"""Google Classroom: the folder `Classroom` of a teacher's Drive, downloaded or by Takeout.

A copy that Classroom makes for each student is named after the student, ` - ` and the file. Of
Takeout's folders no public description was found: what is read is this name, or the folder that
lies in the assignment's folder (Classroom/Classes/CLASS/Assignments/ASSIGNMENT/STUDENT/).
"""

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source

DASH = " - "
ASSIGNMENTS = "Assignments"


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    claims = (claim(entry) for entry in source.unpacked.entries)
    return [claim for claim in claims if claim is not None]


def claim(entry: Entry) -> Claim | None:
    """Read one file's path, None where it is not of this layout."""
    names = names_in(entry.name) or names_above(entry.path.split("/"))
    if not names:
        return None
    return Claim(
        entry,
        names,
        file_name=entry.name.rpartition(DASH)[2],
        time=entry.time,
        returns=entry.path,
        by_entry_time=True,
    )


def names_in(file_name: str) -> tuple[str, ...]:
    """Return the names that may stand before the file's own, which may hold a dash, too."""
    parts = file_name.split(DASH)
    return tuple(DASH.join(parts[:number]).strip() for number in range(len(parts) - 1, 0, -1))


def names_above(parts: list[str]) -> tuple[str, ...]:
    """Return the folder below the one of the assignment."""
    if ASSIGNMENTS not in parts:
        return ()
    below = parts[parts.index(ASSIGNMENTS) + 2 : -1]
    return (below[0],) if below else ()
