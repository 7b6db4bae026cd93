"""Compare an answer with what was expected, from coarse to fine; the first difference counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from autograder.exercises.model import Tolerance
from autograder.judging.plain import NUMBER_KINDS, Array, Foreign, Plain

NOTHING = "returned_nothing"
TYPE = "type"
SHAPE = "shape"
DTYPE = "dtype"
FINITE = "not_finite"
VALUE = "value"


@dataclass(frozen=True)
class Difference:
    """The first thing in which an answer differs.

    `kind` is the stage that found it; `position` the path into the returned tuple or list, () at
    the top; `agreement` the share of numbers that must be right.
    """

    kind: str
    expected: Plain
    got: Plain
    position: tuple[int, ...] = ()
    agreement: float = 1.0

    @property
    def share_right(self) -> float:
        """Return the share of the numbers that are right."""
        return float(np.mean(np.asarray(self.got) == np.asarray(self.expected)))


def difference(expected: Plain, got: Plain, tolerance: Tolerance) -> Difference | None:
    """Return the first difference between an answer and the expected one, or None.

    Lists of numbers count as arrays, NumPy scalars as numbers, and any float type is accepted.
    """
    if got is None and expected is not None:
        return Difference(NOTHING, expected, got)
    if isinstance(expected, tuple):
        return sequence_difference(expected, got, tolerance)
    if isinstance(expected, str | bool | None):
        return plain_difference(expected, got)
    if isinstance(expected, dict):
        return dict_difference(expected, got, tolerance)
    if isinstance(expected, list) and as_numbers(expected) is None:
        return sequence_difference(expected, got, tolerance)
    return number_difference(expected, got, tolerance)


def agreement_difference(expected: Plain, got: Plain, agreement: float) -> Difference | None:
    """Compare labels of which only a share must be right; type and shape come first."""
    differs = difference(expected, got, Tolerance())
    if differs is None or differs.kind != VALUE:
        return differs
    differs = replace(differs, agreement=agreement)
    return None if differs.share_right >= agreement else differs


def dict_difference(
    expected: dict[str, Plain], got: Plain, tolerance: Tolerance
) -> Difference | None:
    """Compare two dicts that must have the same keys."""
    if not isinstance(got, dict) or got.keys() != expected.keys():
        return Difference(TYPE, expected, got)
    return sequence_difference(list(expected.values()), [got[key] for key in expected], tolerance)


def sequence_difference(
    expected: Sequence[Plain], got: Plain, tolerance: Tolerance
) -> Difference | None:
    """Compare two sequences item by item; a list or an array will do for a tuple."""
    several = isinstance(got, tuple | list) or (isinstance(got, np.ndarray) and got.ndim > 0)
    if not several or len(got) != len(expected):
        return Difference(TYPE, expected, got)
    for position, (wanted, item) in enumerate(zip(expected, got, strict=True)):
        differs = difference(wanted, item, tolerance)
        if differs is not None:
            return replace(differs, position=(position, *differs.position))
    return None


def plain_difference(expected: Plain, got: Plain) -> Difference | None:
    """Compare strings, truth values and None, which are equal or not."""
    value = got.item() if isinstance(got, np.ndarray) and got.ndim == 0 else got
    if isinstance(expected, bool) and type(value) in (int, float) and value in (0, 1):
        value = bool(value)
    if type(value) is not type(expected):
        return Difference(TYPE, expected, got)
    return None if value == expected else Difference(VALUE, expected, got)


def number_difference(expected: Plain, got: Plain, tolerance: Tolerance) -> Difference | None:
    """Compare numbers and arrays: type, shape, dtype, finite, values."""
    wanted, numbers = as_numbers(expected), as_numbers(got)
    if wanted is None or numbers is None:
        kind = DTYPE if isinstance(got, np.ndarray) else TYPE
        return Difference(kind, expected, got)
    if wanted.shape != numbers.shape:
        return Difference(SHAPE, expected, got)
    if numbers.dtype.kind == "c" and wanted.dtype.kind != "c":
        return Difference(DTYPE, expected, got)
    if near(wanted, numbers, tolerance):
        return None
    is_finite = bool(np.isfinite(numbers[np.isfinite(wanted)]).all())
    return Difference(VALUE if is_finite else FINITE, expected, got)


def as_numbers(value: Plain) -> Array | None:
    """Return a number, an array or a regular list of numbers as an array; otherwise None."""
    if isinstance(value, Foreign | dict | None) or holds_text(value):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return array if array.dtype.kind in NUMBER_KINDS else None


def holds_text(value: Plain) -> bool:
    """Return True if there is text anywhere: NumPy would make all items as long as the longest."""
    if isinstance(value, list | tuple):
        return any(holds_text(item) for item in value)
    return isinstance(value, str) or (isinstance(value, np.ndarray) and value.dtype.kind == "U")


def near(expected: Array, got: Array, tolerance: Tolerance) -> bool:
    """Return True if all numbers are near enough for the precision that they were computed in."""
    if np.array_equal(got, expected):  # most answers are, and isclose takes five times as long
        return True
    single = got.dtype.kind == "f" and got.dtype.itemsize <= 4
    rtol = tolerance.float32_rtol if single else tolerance.rtol
    # in single precision a small sum of large numbers is as inexact as they are
    atol = tolerance.float32_atol * size(expected) if single else tolerance.atol
    with np.errstate(all="ignore"):
        return bool(np.isclose(got, expected, rtol=rtol, atol=atol, equal_nan=True).all())


def size(numbers: Array) -> float:
    """Return the largest absolute value of finite numbers, at least 1."""
    finite = np.abs(numbers[np.isfinite(numbers)])
    return max(1.0, float(finite.max(initial=1.0)))
