"""Calling a student's own function: what goes wrong becomes a sentence for the caption."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


class OwnFunctionError(Exception):
    """A student's function raised, or gave back something of no use; the text says which."""


def name_of(function: Callable[..., object]) -> str:
    """Return the name by which a student knows the function."""
    return str(getattr(function, "__name__", type(function).__name__))


def call_own(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return function(*arguments), or raise OwnFunctionError with what the function raised."""
    try:
        return function(*arguments)
    except NotImplementedError as error:
        raise OwnFunctionError(
            f"Your {name_of(function)} is not written yet: write it, run its cell, then this one."
        ) from error
    except Exception as error:  # whatever a student's code raises belongs in the caption
        detail = f": {error}" if str(error) else ""
        raise OwnFunctionError(
            f"Your {name_of(function)} raised {type(error).__name__}{detail}."
        ) from error


def own_values(function: Callable[..., Any], z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return function(z) as finite numbers, one for each of z, or raise OwnFunctionError."""
    result = call_own(function, z.copy())
    values = as_numbers(result, function)
    if values.shape != z.shape:
        raise OwnFunctionError(
            f"Your {name_of(function)} was given an array of shape {z.shape} and returned "
            f"shape {values.shape}; return one number for each z."
        )
    return values


def as_numbers(result: ArrayLike, function: Callable[..., Any]) -> NDArray[np.float64]:
    """Return the function's result as an array of finite floats, or raise OwnFunctionError."""
    try:
        values = np.asarray(result if result is not None else "None", dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise OwnFunctionError(
            f"Your {name_of(function)} returned {type(result).__name__}; return numbers."
        ) from error
    if not np.isfinite(values).all():
        raise OwnFunctionError(f"Your {name_of(function)} returned NaN or infinity.")
    return values


def own_array(
    function: Callable[..., Any], shape: tuple[int, ...], *arguments: Any
) -> NDArray[np.float64]:
    """Return function(*arguments) as finite numbers of the shape, or raise OwnFunctionError.

    The function gets copies, so that one which changes its arguments spoils nothing.
    """
    return _of_shape(call_own(function, *_copies(arguments)), function, shape)


def own_arrays(
    function: Callable[..., Any], shapes: Mapping[str, tuple[int, ...]], *arguments: Any
) -> list[NDArray[np.float64]]:
    """Return the several arrays that the function gives, named with their shapes in order."""
    result = call_own(function, *_copies(arguments))
    if not isinstance(result, tuple | list) or len(result) != len(shapes):
        raise OwnFunctionError(
            f"Your {name_of(function)} returned {type(result).__name__}; return the "
            f"{len(shapes)} things ({', '.join(shapes)})."
        )
    return [
        _of_shape(part, function, shape, f"{name} of ")
        for part, (name, shape) in zip(result, shapes.items(), strict=True)
    ]


def _copies(arguments: tuple[Any, ...]) -> list[Any]:
    return [part.copy() if isinstance(part, np.ndarray) else part for part in arguments]


def _of_shape(
    result: Any, function: Callable[..., Any], shape: tuple[int, ...], part: str = ""
) -> NDArray[np.float64]:
    values = as_numbers(result, function)
    if values.shape != shape:
        wanted = f"shape {shape}" if shape else "one number"
        raise OwnFunctionError(
            f"Your {name_of(function)} returned {part}shape {values.shape}; return {wanted}."
        )
    return values
