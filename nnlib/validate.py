"""Checks of arguments, so that a wrong shape is named where it came in and not three calls later.

Each check takes the value and the argument's name, and returns the value as NumPy floats.
float32 stays float32; every other real type becomes float64. Nothing is copied without need,
so callers never write into what they get back.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.floating[Any]]


def floats(value: ArrayLike, name: str) -> FloatArray:
    """Return finite numbers of any shape, at least one of them.

    Raises
    ------
    ValueError
        If the value holds no number, something other than real numbers, NaN or infinity.

    Examples
    --------
    >>> floats([1, 2], "x")
    array([1., 2.])
    >>> floats([1, float("nan")], "x")
    Traceback (most recent call last):
    ...
    ValueError: x must hold finite numbers; NaN or infinity came.
    """
    array = _array(value, name)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} must hold real numbers; {_kind(value, array)} came.")
    if array.size == 0:
        raise ValueError(f"{name} is empty, shape {array.shape}; give at least one number.")
    if array.dtype != np.float32:
        array = array.astype(np.float64, copy=False)
    # Their extremes tell, without a flag for each of 47 million numbers.
    if not (np.isfinite(array.min()) and np.isfinite(array.max())):
        raise ValueError(f"{name} must hold finite numbers; NaN or infinity came.")
    return array


def number(value: ArrayLike, name: str) -> float:
    """Return a single finite number as a Python float, which leaves float32 arrays float32."""
    array = floats(value, name)
    if array.ndim != 0:
        raise ValueError(f"{name} must be a single number; an array of shape {array.shape} came.")
    return float(array)


def positive(value: ArrayLike, name: str) -> float:
    """Return a single number above zero."""
    checked = number(value, name)
    if checked <= 0:
        raise ValueError(f"{name} must be above 0; {checked:g} came.")
    return checked


def fraction(value: ArrayLike, name: str) -> float:
    """Return a single number of at least 0 and below 1."""
    checked = number(value, name)
    if not 0 <= checked < 1:
        raise ValueError(f"{name} must be at least 0 and below 1; {checked:g} came.")
    return checked


def not_negative(value: ArrayLike, name: str) -> float:
    """Return a single number of at least 0."""
    checked = number(value, name)
    if checked < 0:
        raise ValueError(f"{name} must be at least 0; {checked:g} came.")
    return checked


def count(value: int, name: str) -> int:
    """Return a whole number of at least one."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 1:
        raise ValueError(f"{name} must be a whole number of at least 1; {value!r} came.")
    return int(value)


def vector(value: ArrayLike, name: str, size: int | None = None) -> FloatArray:
    """Return an array of shape (size,); without `size`, of any length."""
    array = floats(value, name)
    if array.ndim != 1 or size not in (None, array.size):
        wanted = "n" if size is None else size
        raise ValueError(f"{name} must have the shape ({wanted},); {array.shape} came.")
    return array


def matrix(value: ArrayLike, name: str, columns: int | None = None) -> FloatArray:
    """Return an array of shape (m, columns), with any m; without `columns`, of any width."""
    array = floats(value, name)
    if array.ndim != 2 or columns not in (None, array.shape[1]):
        wanted = "n" if columns is None else columns
        raise ValueError(f"{name} must have the shape (m, {wanted}); {array.shape} came.")
    return array


def shaped(value: ArrayLike, name: str, shape: tuple[int, ...], of: str = "") -> FloatArray:
    """Return an array of exactly this shape; `of` names the argument that has it too.

    Examples
    --------
    >>> shaped([1, 2, 3], "targets", (2,), of="outputs")
    Traceback (most recent call last):
    ...
    ValueError: targets must have the shape of outputs, (2,); (3,) came.
    """
    array = floats(value, name)
    if array.shape != shape:
        wanted = f"of {of}, {shape}" if of else f"{shape}"
        raise ValueError(f"{name} must have the shape {wanted}; {array.shape} came.")
    return array


def labelled_samples(
    X: ArrayLike, targets: ArrayLike, columns: int | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return samples of shape (m, columns) and their m targets, each 0 or 1."""
    X = matrix(X, "X", columns)
    targets = vector(targets, "targets", size=X.shape[0])
    if not np.isin(targets, (0, 1)).all():
        raise ValueError(f"targets must be 0 or 1 each; {np.unique(targets).tolist()} came.")
    return X, targets


def _array(value: ArrayLike, name: str) -> NDArray[Any]:
    try:
        return np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must have rows of one length; rows of several came.") from None


def _kind(value: ArrayLike, array: NDArray[Any]) -> str:
    return f"{type(value).__name__} of {array.dtype}" if array.ndim else repr(value)
