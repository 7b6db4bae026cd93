"""Read the times that platforms write."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from autograder.collecting.sheets.written_times import CLOCK, written_times
from autograder.course.handed_in.zones import split_zone, zone_of

TOO_CLOSE = timedelta(minutes=5)
FEW = 3
SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{2,4}")


@dataclass(frozen=True)
class Habit:
    """What the times of one column tell of each other, None where they do not.

    `whole_day` is True where hours run to 23 in it, `day_first` tells 2/10 from 10/2.
    """

    whole_day: bool = False
    day_first: bool | None = None


def habit_of(texts: Iterable[str]) -> Habit:
    """Return what the times of one column tell of each other."""
    told = tuple(texts)
    hours = [int(clock[1]) for clock in map(CLOCK.search, told) if clock]
    dates = [(int(date[1]), int(date[2])) for date in map(SLASHED.search, told) if date]
    orders = {first > 12 for first, second in dates if max(first, second) > 12}
    whole_day = any(hour == 0 or hour > 12 for hour in hours)
    return Habit(whole_day, orders.pop() if len(orders) == 1 else None)


def parsed(text: str, zone: tzinfo | None, habit: Habit = Habit()) -> datetime | None:
    """Return the time that a text tells, in `zone` (None: this machine's) where it names none.

    None is returned where it can't be read or may mean several times.
    """
    plain, name = split_zone(" ".join(text.split()))
    times = iso_time(plain) or written_times(plain, habit.whole_day, habit.day_first)
    if len(times) != 1:
        return None
    return in_zone(times.pop(), name, zone)


def iso_time(text: str) -> set[datetime]:
    """Return the time that stands in the form of ISO 8601, nothing where none does."""
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):
        return set()
    try:
        return {datetime.fromisoformat(text)}
    except ValueError:
        return set()


def in_zone(time: datetime, name: str, zone: tzinfo | None) -> datetime | None:
    """Put a time into the zone that it names, or into the given one; None for an unknown name."""
    try:
        if not name:
            return time.replace(tzinfo=zone) if zone else time.astimezone()
        named = zone_of(name, time, zone)
        return None if named is None else time.replace(tzinfo=named)
    except (ValueError, OverflowError, OSError):
        return None


def are_of_the_download(times: list[datetime]) -> bool:
    """Return True if the times in an archive are those of its making: all within a few minutes."""
    return len(times) >= FEW and max(times) - min(times) < TOO_CLOSE
