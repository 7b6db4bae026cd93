"""Read the times that platforms write."""

import re
from datetime import UTC, datetime, timedelta, tzinfo

FORMATS = (
    "%Y-%m-%d %H:%M:%S.%f",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%A, %d %B %Y, %I:%M %p",  # Moodle in English
    "%A, %d %B %Y, %H:%M",
    "%A, %B %d, %Y, %I:%M %p",  # and in that of the United States
    "%d/%m/%y, %H:%M",
    "%d.%m.%Y %H:%M",
)
ZONE = re.compile(r"\s*(UTC|GMT|Z|[+-]\d\d:?\d\d)$")
TOO_CLOSE = timedelta(minutes=5)
FEW = 3


def parsed(text: str, zone: tzinfo | None) -> datetime | None:
    """Return the time that a text tells, in `zone` (None: this machine's) where it names none."""
    text = re.sub(r"(?<=\d)T(?=\d)", " ", " ".join(text.split()))
    named = ZONE.search(text)
    plain = text[: named.start()] if named else text
    for pattern in FORMATS:
        try:
            time = datetime.strptime(plain, pattern)
        except ValueError:
            continue
        return in_zone(time, named[1] if named else "", zone)
    return None


def in_zone(time: datetime, name: str, zone: tzinfo | None) -> datetime | None:
    """Put a time into the zone that it names, or into the given one."""
    try:
        if name in ("UTC", "GMT", "Z"):
            return time.replace(tzinfo=UTC)
        if name:
            offset = datetime.strptime(name, "%z").tzinfo
            return time.replace(tzinfo=offset)
        return time.replace(tzinfo=zone) if zone else time.astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def are_of_the_download(times: list[datetime]) -> bool:
    """Return True if the times in an archive are those of its making: all within a few minutes."""
    return len(times) >= FEW and max(times) - min(times) < TOO_CLOSE
