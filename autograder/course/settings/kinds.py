"""The kinds of values that settings have: what the file may hold and what somebody may type."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

LIBRARY = r"[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?(==[A-Za-z0-9][\w.!+-]*)?"
TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class Kind:
    """One kind of value.

    Parameters
    ----------
    allowed
        What the file may hold, in words for the person who wrote something else.
    accepts
        Returns True if the file may hold a value.
    parse
        Returns what somebody typed as a value; None, or a value that is not accepted, where it
        is not one.
    allowed_typed
        What may be typed, in words, where that differs.
    to_toml
        Returns a value as the file holds it; JSON's texts, numbers, truth values and lists of
        these are TOML's too.
    from_toml
        Returns a value of the file as the course holds it.

    """

    allowed: str
    accepts: Callable[[Any], bool]
    parse: Callable[[str], Any]
    allowed_typed: str = ""
    to_toml: Callable[[Any], str] = lambda value: json.dumps(value, ensure_ascii=False)
    from_toml: Callable[[Any], Any] = lambda value: value


@dataclass(frozen=True)
class ByAssignment:
    """A table with one value for each assignment that has one; `example` is one of its values."""

    kind: Kind
    plural: str
    example: str

    @property
    def allowed(self) -> str:
        """What the file may hold, in words."""
        return f"a table of {self.plural}, as `01_neuron = {self.example}`"

    def accepts(self, value: object) -> bool:
        """Return True if a value is a table; its rows are another matter."""
        return isinstance(value, dict)


def whole_number(*, at_least: int) -> Kind:
    """Return the kind of whole numbers from a smallest one on."""
    return Kind(
        f"a whole number, {at_least} or more",
        accepts=lambda value: type(value) is int and value >= at_least,
        parse=lambda typed: int(typed) if re.fullmatch(r"-?[0-9]{1,18}", typed) else None,
    )


def one_of(*words: str) -> Kind:
    """Return the kind of a choice between words.

    >>> one_of("full", "restricted", "limits").allowed
    'one of "full", "restricted" and "limits"'
    """
    *quoted, last = (f'"{word}"' for word in words)
    return Kind(f"one of {', '.join(quoted)} and {last}", accepts=words.__contains__, parse=str)


def parse_time(typed: str) -> datetime | None:
    """Return a date with its time, None where either is missing.

    >>> parse_time("2026-10-01T23:59"), parse_time("2026-10-01")
    (datetime.datetime(2026, 10, 1, 23, 59), None)
    """
    if not re.search(r"[T ]\d\d:\d\d", typed):  # a date alone would mean its first second
        return None
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        return None


TEXT = Kind(
    "a text in quotes",
    accepts=lambda value: type(value) is str,
    parse=lambda typed: typed or None,
    allowed_typed="a text",
)
TRUE_OR_FALSE = Kind(
    "true or false",
    accepts=lambda value: type(value) is bool,
    parse=lambda typed: TRUTH.get(typed.lower()),
)
WEB_ADDRESS = Kind(
    "a web address that begins with https:// or http://, or empty",
    accepts=lambda value: (
        type(value) is str and re.fullmatch(r"(https?://[^\s<>\"]+)?", value) is not None
    ),
    parse=str,
)
TIME_ZONE = Kind(
    'the name of a time zone, as "Europe/Berlin", or empty',
    accepts=lambda value: type(value) is str and (not value or value in available_timezones()),
    parse=str,
    allowed_typed="the name of a time zone, as Europe/Berlin, or empty",
)
LIBRARIES = Kind(
    'a list of names in quotes, each with its version or without, as ["pandas", "scipy==1.16.0"]',
    accepts=lambda value: (
        isinstance(value, list | tuple)
        and all(type(name) is str and re.fullmatch(LIBRARY, name) for name in value)
    ),
    parse=lambda typed: typed.replace(",", " ").split(),
    allowed_typed="names, each with its version or without, as “pandas scipy==1.16.0”, or empty",
    to_toml=lambda value: json.dumps(list(value)),
    from_toml=tuple,
)
TIME = Kind(
    "a date and a time, as 2026-10-01T23:59:00+02:00 without quotes",
    accepts=lambda value: type(value) is datetime,
    parse=parse_time,
    allowed_typed="a date and a time, as 2026-10-01T23:59 or 2026-10-01T23:59:00+02:00",
    to_toml=datetime.isoformat,
    from_toml=lambda time: time if time.tzinfo else time.astimezone(),
)
