"""Random arguments worth trying: numbers of both signs, none of them 0, in each kind of array.

A topic's own `samples` says how large they are; its exercises' cases are made of them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Function

Array = NDArray[Any]
Arguments = tuple[Any, ...]
Shape = tuple[int, ...]


def signed(rng: np.random.Generator, low: float, high: float, shape: Shape) -> Array:
    """Draw real numbers of either sign; their sizes are between `low` and `high`."""
    values: Array = rng.uniform(low, high, shape) * rng.choice([-1.0, 1.0], shape)
    return values


def signed_whole(rng: np.random.Generator, low: int, high: int, shape: Shape) -> Array:
    """Draw whole numbers of either sign; their sizes lie from `low` to `high`."""
    values: Array = rng.integers(low, high + 1, shape) * rng.choice([-1, 1], shape)
    return values


def reals(rng: np.random.Generator, *shape: int) -> Array:
    """Draw real numbers of either sign, none near 0, none above 2."""
    return signed(rng, 0.3, 2.0, shape)


def quarters(values: Array) -> NDArray[np.float32]:
    """Return a quarter of each whole number, which float32 adds and multiplies exactly."""
    return (values / 4).astype(np.float32)


def eighths(values: Array) -> NDArray[np.float32]:
    """Return the nearest multiples of 1/8, which float32 adds and multiplies exactly."""
    return (np.round(values * 8) / 8).astype(np.float32)


def telling(
    draw: Callable[[], Arguments], right: Function, beliefs: Sequence[Function]
) -> Arguments:
    """Draw arguments until they show each of the beliefs to be wrong.

    So a belief earns the same whatever the seed.
    """
    while True:
        arguments = draw()
        expected = right(*arguments)
        if not any(gives(belief, arguments, expected) for belief in beliefs):
            return arguments


def gives(belief: Function, arguments: Arguments, expected: Any) -> bool:
    """Return True if a belief happens to give what is expected; raising is not giving."""
    try:
        answer = belief(*arguments)
    except (ValueError, IndexError, TypeError):  # its shapes do not fit
        return False
    return near(answer, expected)


def near(answer: Any, expected: Any) -> bool:
    """Return True if two answers have the same shapes and near numbers."""
    if isinstance(expected, tuple):
        return len(expected) == len(answer) and all(map(near, answer, expected))
    same = np.shape(answer) == np.shape(expected)
    return same and bool(np.allclose(answer, expected, rtol=1e-4, atol=1e-4))
