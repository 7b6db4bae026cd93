"""The zone that a time names: an offset, a name of the world's zones, or their abbreviations.

Abbreviations are read by the world's time zone data: EDT and CEST mean one offset wherever they are
used, IST and PST do not, and are nothing without the zone of the course.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

UNIVERSAL = ("UTC", "GMT", "UT", "Z")
# What may stand behind a clock: +05:00, +0500, +05, UTC+5, EDT, Asia/Almaty.
BEHIND_A_CLOCK = re.compile(
    r"(?P<time>.*\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(?P<zone>[+-]\d[\d:]*|[A-Za-z][\w/+:-]*)"
)
OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?")
HALVES = ("AM", "PM")


def split_zone(text: str) -> tuple[str, str]:
    """Return a time and the zone that is named behind it, which may be empty.

    >>> split_zone("2026-10-01 18:10:00 EDT"), split_zone("6:10 PM")
    (('2026-10-01 18:10:00', 'EDT'), ('6:10 PM', ''))
    """
    match = BEHIND_A_CLOCK.fullmatch(text.strip())
    if match is None or match["zone"].upper() in HALVES:
        return text.strip(), ""
    return match["time"], match["zone"]


def zone_of(name: str, time: datetime, here: tzinfo | None = None) -> tzinfo | None:
    """Return the zone that a name means at a time, None where it is unknown or may be several.

    `here` is the zone of the course, which tells whose IST or PST is meant.

    >>> zone_of("+0500", datetime(2026, 9, 1)), zone_of("IST", datetime(2026, 9, 1))
    (datetime.timezone(datetime.timedelta(seconds=18000)), None)
    """
    if name.upper() in UNIVERSAL:
        return UTC
    offset = OFFSET.fullmatch(name)
    if offset:
        return zone_at(offset)
    if here is not None and name in abbreviations(here, time):
        return timezone(abbreviations(here, time)[name])
    offsets = offsets_of(name, time.year)
    if len(offsets) == 1:
        return timezone(next(iter(offsets)))
    return ZoneInfo(name) if not offsets and name in available_timezones() else None


def zone_at(offset: re.Match[str]) -> tzinfo | None:
    """Return the zone of an offset in hours and minutes, None for one that no clock has."""
    sign, hours, minutes = offset[1], int(offset[2]), int(offset[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    return timezone((-1 if sign == "-" else 1) * timedelta(hours=hours, minutes=minutes))


@cache
def offsets_of(name: str, year: int) -> frozenset[timedelta]:
    """Return what an abbreviation means in the world, in winter or summer of a year."""
    halves = datetime(year, 1, 1), datetime(year, 7, 1)
    told = (abbreviations(zone, time) for zone in zones_of_the_world() for time in halves)
    return frozenset(names[name] for names in told if name in names)


def abbreviations(zone: tzinfo, time: datetime) -> dict[str, timedelta]:
    """Return what a zone calls itself at a time; it has two names where an hour comes twice."""
    both = (time.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    told = ((one.tzname(), one.utcoffset()) for one in both)
    return {name: offset for name, offset in told if name and offset is not None}


@cache
def zones_of_the_world() -> tuple[ZoneInfo, ...]:
    """Return every place's zone that this machine or the package tzdata knows."""
    names = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return tuple(ZoneInfo(name) for name in names)
