"""nbgrader's own folders: STUDENT/ASSIGNMENT/NOTEBOOK, as in `submitted`.

From nbgrader's public documentation, "The philosophy and the approach": the files of each step
lie in {step}/{student}/{assignment}/.
"""

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source
from autograder.collecting.layouts.exchange import Stamp, timestamps


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    stamps = timestamps(source)
    claims = []
    for entry in source.unpacked.entries:
        parts = entry.path.split("/")
        at = place(parts, source)
        if at is not None:
            folder = "/".join([*parts[: at + 1], ""])
            claims.append(claim(entry, parts, at, stamps.get(folder)))
    return claims


def place(parts: list[str], source: Source) -> int | None:
    """Return where the assignment stands in a path, None where this is another layout."""
    at = [number for number, part in enumerate(parts) if part in source.assignments]
    return at[0] if at and 0 < at[0] < len(parts) - 1 else None


def claim(entry: Entry, parts: list[str], at: int, stamp: Stamp | None) -> Claim:
    """Read one file's path."""
    time = stamp.time if stamp else None
    return Claim(
        entry,
        login=parts[at - 1],
        file_name=parts[-1],
        assignment=parts[at],
        time=time or entry.time,
        returns=f"{parts[at - 1]}/{parts[at]}",
        by_entry_time=time is None,
        unread=stamp.unread if stamp else "",
    )
