"""When a notebook was handed in: the file `timestamp.txt` beside it, as nbgrader reads it."""

import re
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from dateutil import parser

from autograder.course.files import is_regular_file, write_whole
from autograder.course.handed_in.zones import split_zone, zone_of

TIMESTAMP = "timestamp.txt"
UNREADABLE = (OSError, ValueError, OverflowError)
MOST_READ = 200  # characters of the file


def read_timestamp(file: Path, zone: tzinfo | None = None) -> datetime | None:
    """Return the time in a file, in UTC and without a zone; None where it holds none.

    `zone` is the course's, which tells what an abbreviation means that several zones have.
    """
    if not is_regular_file(file):  # a pipe would never end
        return None
    try:
        return parse_utc(timestamp_text(file), zone)
    except UNREADABLE:
        return None


def timestamp_text(file: Path) -> str:
    """Return what stands in a file that should hold a time; raises OSError."""
    with file.open(encoding="utf-8", errors="replace") as text:
        return text.read(MOST_READ).strip()


def write_timestamp(file: Path, time: datetime | None) -> None:
    """Write a time into a file; remove the file where no time is known."""
    if time is None:
        file.unlink(missing_ok=True)
    else:
        write_whole(file, f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n")


def parse_utc(text: str, zone: tzinfo | None = None) -> datetime:
    """Return the time that a text names, in UTC and without a zone; no zone at all counts as UTC.

    Raises ValueError where it is not a time, leaves a part of the date open, or names a zone that
    is unknown or that several places call so.

    >>> parse_utc("2026-09-01 18:00:00 Asia/Almaty"), parse_utc("2026-09-01 18:00:00 +0500")
    (datetime.datetime(2026, 9, 1, 13, 0), datetime.datetime(2026, 9, 1, 13, 0))
    """
    plain, name = split_zone(text)
    time = whole_time(plain)
    named = zone_of(name, time, zone) if name else UTC
    if named is None:
        raise ValueError(f"{name} is no time zone, or several")
    return time.replace(tzinfo=named).astimezone(UTC).replace(tzinfo=None)


def whole_time(text: str) -> datetime:
    """Return the time, without a zone, that a text tells whole and in one way.

    Raises ValueError for another text.
    """
    if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d", text):
        return datetime.fromisoformat(text)
    # The parser fills in what is missing from a default, and takes 2/10 for February or October.
    readings: set[datetime] = {
        parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True)
        for default in (datetime(2001, 1, 1, 1), datetime(2002, 2, 2, 2))
        for dayfirst in (False, True)
    }
    if len(readings) > 1:
        raise ValueError("it may mean several times")
    return readings.pop()
