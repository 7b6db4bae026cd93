"""Plain data: the only thing that crosses from a student's code to the judge.

A value becomes None, a bool, int, float or str, a list, a tuple, a dict with string keys, a
NumPy array of numbers or strings, or a `Foreign` that keeps only the name of its type. Only
exact types count: a subclass may lie about itself, its bytes cannot.
"""

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Plain = Any
Array = NDArray[Any]

MAX_DEPTH = 12
MAX_ITEMS = 100_000  # in a value with all that it holds
MAX_BYTES = 64_000_000
MAX_INT_BITS = 14_000  # Python writes no integer of more than 4,300 digits
NUMBER_KINDS = "biufc"
LONG_INTEGER = re.compile(r"integer of (\d+) digits")
MANY_ITEMS = re.compile(r"(\w+) of more than (\d+) items")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True)
class Foreign:
    """A value that is not plain data, remembered by the name of its type."""

    type_name: str


@dataclass
class Room:
    """How many more items a value may hold."""

    items: int = MAX_ITEMS

    def take(self, items: int) -> None:
        """Take room for some items; raises TooManyItemsError where there is not enough."""
        self.items -= items
        if self.items < 0:
            raise TooManyItemsError


class TooManyItemsError(Exception):
    """A value holds more items than can be looked at in a moment."""


def to_plain(value: object) -> Plain:
    """Return `value` as plain data; what cannot be is a `Foreign`.

    >>> to_plain(np.float64(0.5))
    array(0.5)
    >>> to_plain({1, 2})
    Foreign(type_name='set')
    """
    try:
        return plain_value(value, 0, Room())
    except TooManyItemsError:
        return Foreign(f"{type(value).__name__} of more than {MAX_ITEMS} items")


def plain_value(value: object, depth: int, room: Room) -> Plain:
    """Return what stands at some depth of a value as plain data."""
    kind = type(value)
    if type(value) is int and value.bit_length() > MAX_INT_BITS:
        return long_integer(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if issubclass(kind, np.ndarray | np.generic):  # isinstance would believe a forged __class__
        return plain_array(value)
    if depth < MAX_DEPTH and kind in (list, tuple, dict):
        return plain_collection(value, depth + 1, room)
    return Foreign(kind.__name__)


def long_integer(value: int) -> Foreign:
    """Return what is left of an integer that Python does not write: how many digits it has.

    >>> long_integer(-(10**5000))
    Foreign(type_name='integer of 5001 digits')
    """
    digits = int(math.log10(abs(value))) + 1
    return Foreign(f"integer of {digits} digits")


def digits_of(value: Foreign) -> str:
    """Return how many digits a long integer had, an empty text for anything else."""
    match = LONG_INTEGER.fullmatch(value.type_name)
    return match[1] if match else ""


def plain_array(value: Any) -> Plain:
    """Copy the numbers of an array into a base array that shares nothing with the student."""
    if issubclass(type(value), np.ndarray):
        value = np.ndarray.view(value, np.ndarray)  # what a subclass says of itself is left behind
    elif type(value).__module__ != "numpy":
        return Foreign(type(value).__name__)
    if value.nbytes > MAX_BYTES:
        return Foreign(f"array of {value.nbytes / 1e6:.0f} MB")
    if value.dtype.kind not in NUMBER_KINDS + "U":
        return Foreign(f"array of {value.dtype.name}")
    return np.array(value, copy=True)


def plain_collection(value: Any, depth: int, room: Room) -> Plain:
    """Turn a list, tuple or dict into one of plain data."""
    room.take(len(value))
    if type(value) is dict:
        return {str(key): plain_value(item, depth, room) for key, item in value.items()}
    return type(value)(plain_value(item, depth, room) for item in value)


def same_plain(first: Plain, second: Plain, slack: float = 0.0) -> bool:
    """Return True if two plain values are the same, NaN being the same as NaN.

    `slack` is the relative and absolute difference that fractions may show.
    """
    if type(first) is not type(second):
        return False
    if isinstance(first, np.ndarray):
        return same_array(first, second, slack)
    if isinstance(first, list | tuple):
        pairs = zip(first, second, strict=False)
        return len(first) == len(second) and all(same_plain(a, b, slack) for a, b in pairs)
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(
            same_plain(first[k], second[k], slack) for k in first
        )
    if isinstance(first, float):
        return same_array(np.array(first), np.array(second), slack)
    return bool(first == second)


def same_array(first: Array, second: Array, slack: float = 0.0) -> bool:
    """Return True if two arrays agree in shape, dtype and every number."""
    if first.shape != second.shape or first.dtype != second.dtype:
        return False
    if first.tobytes() == second.tobytes():  # nearly always, and ten times faster than isclose
        return True
    if first.dtype.kind not in "fc":
        return False
    with np.errstate(all="ignore"):
        return bool(np.isclose(first, second, rtol=slack, atol=slack, equal_nan=True).all())


def clean_text(text: str, limit: int) -> str:
    r"""Return text that a notebook and a database can keep: bounded, no control characters.

    >>> clean_text("a\x00bcdef", 4)
    'abc…'
    """
    clean = CONTROL.sub("", text[:limit])
    return clean if len(text) <= limit else clean + "…"
