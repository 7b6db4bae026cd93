"""Read a time that is written in words, as Moodle writes it in the language of the teacher.

The names of months, days and halves of the day are those of Unicode's CLDR. A text counts as read
only where every word of it is known in one language, its weekday is that of its date, and all
languages that know the words give the same time.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TypeVar

from babel import Locale

# The languages of Moodle's largest packs. Norwegian is nb and nn, Chinese is written in two ways.
LANGUAGES = (
    "en", "de", "fr", "es", "pt", "pt_BR", "it", "nl", "pl", "ru", "uk", "kk", "tr", "ja", "ko",
    "zh_CN", "zh_TW", "hi", "cs", "sk", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt", "el",
    "hu", "ro", "bg", "hr", "sl", "ca", "gl", "ar", "fa", "he", "vi", "id", "ms", "th", "ur",
)  # fmt: skip
# Their packs write twelve hours, and the systems below have no word for the halves of their days.
WITHOUT_HALVES = ("kk", "bg", "et", "gl")
FILLERS = frozenset(
    "de del d a à às as la las le um den kl at gada г р ж 年 月 日 년 일".split()  # noqa: SIM905 - words, as they stand in a text
)
WIDTHS = ("wide", "abbreviated")
FORMS = ("format", "stand-alone")
CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?!\d)")
DOTTED_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)()(?![\d.])\W*$")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(?<=\d[./])(\d\d)(?!\d|[./])")
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
WORD = re.compile(r"[^\W\d_]+")

T = TypeVar("T")


@dataclass(frozen=True)
class Words:
    """The names that one language has: of months and days by number, True for after noon."""

    language: str
    months: Mapping[str, int]
    days: Mapping[str, int]
    halves: Mapping[str, bool]

    def find(self, text: str) -> "Found | None":
        """Return what the names in a text say, None where a word is left that is none."""
        months, text = found(self.months, text)
        days, text = found(self.days, text)
        halves, text = found(self.halves, text)
        unknown = [word for word in WORD.findall(text) if word not in FILLERS]
        if unknown or len(months) > 1 or len(days) > 1 or len(halves) > 1:
            return None
        return Found(text, only(months), only(days), only(halves))


@dataclass(frozen=True)
class Found:
    """What the names in a text say, and the text that is left without them."""

    rest: str
    month: int | None
    day: int | None
    after_noon: bool | None


def written_times(
    text: str, whole_day: bool = False, day_first: bool | None = None
) -> set[datetime]:
    """Return the times, without zone, that a text may mean: one where it is clear, none or several.

    `whole_day` says that hours are known to run to 23, `day_first` whether 2/10 is in October.
    """
    text = plain(text)
    clock = CLOCK.search(text) or DOTTED_CLOCK.search(text)
    if clock is None:
        return set()
    rest = f"{text[: clock.start()]} {text[clock.end() :]}"
    return {
        time
        for language in LANGUAGES
        for time in times_in(words_of(language), rest, clock, whole_day, day_first)
    }


def times_in(
    words: Words, text: str, clock: re.Match[str], whole_day: bool, day_first: bool | None
) -> Iterator[datetime]:
    """Yield the times that a text without its clock may mean in one language."""
    names = words.find(text)
    if names is None:
        return
    for date in dates(names, day_first):
        for hour in hours(int(clock[1]), names.after_noon, words.language, whole_day):
            time = made(date, hour, int(clock[2]), int(clock[3] or 0))
            if time is not None and names.day in (None, time.weekday()):
                yield time


def dates(names: Found, day_first: bool | None) -> Iterator[tuple[int, int, int]]:
    """Yield each year, month and day that the numbers of a text may mean."""
    found_year = YEAR.search(names.rest)
    if found_year is None:
        return
    year = int(found_year[1] or f"20{found_year[2]}")
    numbers = [int(number) for number in NUMBER.findall(YEAR.sub(" ", names.rest, count=1))]
    if names.month is not None and len(numbers) == 1:
        yield year, names.month, numbers[0]
    elif names.month is None and len(numbers) == 2:
        first, second = numbers
        if NUMBER.search(names.rest[: found_year.start()]) is None:  # 2026年10月2日, 2026-10-02
            yield year, first, second
            return
        # 2.10.2026 has the day first everywhere; 2/10/2026 is in February for some.
        if "/" not in names.rest or day_first is not False:
            yield year, second, first
        if "/" in names.rest and day_first is not True:
            yield year, first, second


def hours(hour: int, after_noon: bool | None, language: str, whole_day: bool) -> Iterator[int]:
    """Yield the hours of the whole day that an hour may mean."""
    if after_noon is not None and 1 <= hour <= 12:
        yield hour % 12 + 12 * after_noon
        return
    yield hour
    if after_noon is None and not whole_day and language in WITHOUT_HALVES and 1 <= hour <= 12:
        yield hour % 12 if hour == 12 else hour + 12


def only(names: Sequence[T]) -> T | None:
    """Return the one name that was found, None where none was."""
    return names[0] if names else None


def made(date: tuple[int, int, int], hour: int, minute: int, second: int) -> datetime | None:
    """Return a time, None where there is no such day, hour or minute."""
    try:
        return datetime(*date, hour, minute, second)
    except ValueError:
        return None


def plain(text: str) -> str:
    """Return a text in the form that is compared: small letters, no marks, no dots behind words."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[’ʼ`´]", "'", text)
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    text = re.sub(r"(?<=[^\W\d_])\.", "", text)
    return " ".join(text.split())


@cache
def words_of(language: str) -> Words:
    """Return the names that CLDR has for a language."""
    locale = Locale.parse(language)
    months = named(locale.months, range(1, 13))
    days = named(locale.days, range(7))
    halves = {"am": False, "pm": True}
    for half, after_noon in tuple(halves.items()):
        for form in FORMS:
            for names in locale.day_periods.get(form, {}).values():
                if half in names:
                    halves[plain(names[half])] = after_noon
    return Words(language, months, days, halves)


def named(names: Mapping[str, Mapping[str, Mapping[int, str]]], numbers: range) -> dict[str, int]:
    """Return each name of CLDR's, in every form, with its number."""
    return {
        plain(names[form][width][number]): number
        for form in FORMS
        for width in WIDTHS
        for number in numbers
    }


def found(names: Mapping[str, T], text: str) -> tuple[list[T], str]:
    """Return the numbers of the names in a text, and the text without them."""
    numbers = []

    def take(match: re.Match[str]) -> str:
        numbers.append(names[match[0]])
        return " "

    return numbers, pattern(tuple(names)).sub(take, text)


@cache
def pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of whole names, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(
        (r"(?<!\d)" if name[:1].isdigit() else r"(?<![^\W_])")
        + re.escape(name)
        + (r"(?!\d)" if name[-1:].isdigit() else r"(?![^\W\d_])")
        for name in longest_first
    )
    return re.compile(either)
