"""What the name of one file says about who handed in what, and when."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from autograder.collecting.archives.entries import Entry, Unpacked


@dataclass(frozen=True)
class Claim:
    """One file that a platform's layout says somebody handed in.

    Parameters
    ----------
    names
        What the student may be called, the likeliest first.
    number
        The platform's number for the student; Moodle draws another one in each assignment.
    login
        The student's id on the platform, or e-mail address.
    file_name
        As the student named it.
    assignment
        Where the layout tells the assignment.
    time, late
        When it was handed in, and whether the platform calls it late.
    sent
        Tells apart what one student sent several times.
    returns
        What a file must be called for the platform to give it back to this student.
    by_entry_time
        The time is only that of the file in the archive.
    unread
        Where a better time stands that could not be read.

    """

    entry: Entry
    names: tuple[str, ...] = ()
    number: str = ""
    login: str = ""
    file_name: str = ""
    assignment: str = ""
    time: datetime | None = None
    late: bool = False
    sent: tuple[int, ...] = ()
    returns: str = ""
    by_entry_time: bool = False
    unread: str = ""


def components(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield each part of a path, and all that comes after it."""
    rest = entry.path
    while rest:
        part, _, rest = rest.partition("/")
        yield part, rest


@dataclass(frozen=True)
class Source:
    """What a layout reads: what came, and the assignments and the zone of the course."""

    unpacked: Unpacked
    assignments: Collection[str]
    zone: tzinfo | None = None
