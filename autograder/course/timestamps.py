"""When a notebook was handed in: the file `timestamp.txt` beside it, as nbgrader reads it."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path

from dateutil import parser, tz

from autograder.course.files import is_regular_file, write_whole

TIMESTAMP = "timestamp.txt"
UNREADABLE = (OSError, ValueError, OverflowError)
MOST_READ = 200  # characters of the file


def read_timestamp(file: Path) -> datetime | None:
    """Return the time in a file, in UTC and without a zone; None where it holds none."""
    if not is_regular_file(file):  # a pipe would never end
        return None
    try:
        with file.open(encoding="utf-8", errors="replace") as text:
            return parse_utc(text.read(MOST_READ).strip())
    except UNREADABLE:
        return None


def write_timestamp(file: Path, time: datetime | None) -> None:
    """Write a time into a file; remove the file where no time is known."""
    if time is None:
        file.unlink(missing_ok=True)
    else:
        write_whole(file, f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n")


def parse_utc(text: str) -> datetime:
    """Return the time that a text names, in UTC and without a zone.

    An unknown zone, and none at all, count as UTC. Raises ValueError where it is not a time.

    >>> parse_utc("2026-09-01 18:00:00 Asia/Almaty")
    datetime.datetime(2026, 9, 1, 13, 0)
    """
    parts = text.split(" ")
    zones = {"ZONE": zone_of(parts[2])} if len(parts) == 3 else {}
    time: datetime = parser.parse(" ".join([*parts[:2], *zones]) if zones else text, tzinfos=zones)
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def zone_of(name: str) -> int | tzinfo | None:
    """Return the zone of a name: seconds for a number, as nbgrader reads it, None if unknown."""
    try:
        return int(name)
    except ValueError:
        zone: tzinfo | None = tz.gettz(name)
        return zone
