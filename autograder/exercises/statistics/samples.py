"""What the exercises of appendix A share: heaps of numbers, and classes that are confused."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Case

Array = NDArray[Any]


def stretched(rng: np.random.Generator, *pattern: float) -> Array:
    """Return the pattern in another unit: what it shows is the same for every seed."""
    return np.array(pattern, dtype=float) * rng.uniform(0.5, 2.0)


def whole(rng: np.random.Generator, *pattern: int) -> Array:
    """Return the pattern times 3, 5 or 7, as integers: halves and thirds stay no whole numbers."""
    return np.array(pattern) * int(rng.choice([3, 5, 7]))


def single(rng: np.random.Generator, *pattern: float) -> Array:
    """Return the pattern, best of eighths, times a power of 2, as float32 without rounding."""
    return np.array(pattern, dtype=np.float32) * np.float32(rng.choice([0.5, 2.0, 4.0]))


def heaps_of_numbers(rng: np.random.Generator) -> list[Case]:
    """Make the cases of a function that takes one heap of numbers, in no order."""
    return [
        Case((stretched(rng, 3.1, -1.2, 0.4, 7.7, 2.3),), "several numbers"),
        Case((stretched(rng, 0.9, -2.5, 6.1, 1.3, -4.2, 8.8, 0.2),), "several numbers"),
        Case((stretched(rng, 1.5, -0.5, 9.0, 2.0),), "an even number of them"),
        Case((stretched(rng, 5.5, 0.7, -3.4, 2.2, 8.1, 1.6),), "an even number of them"),
        Case((stretched(rng, -2.6),), "one or two numbers"),
        Case((stretched(rng, 4.7, 1.3),), "one or two numbers"),
        Case((stretched(rng, 4.0, 4.0, 4.0, 4.0),), "equal numbers"),
        Case((stretched(rng, 4.0, 9.5, 1.0, 4.0, 2.0, 4.0, 4.0),), "equal numbers"),
        Case((stretched(rng, -7.2, -1.5, -3.3),), "negative numbers"),
        Case((stretched(rng, -9.1, -0.2, -2.6, -1.7),), "negative numbers"),
        Case((stretched(rng, 1000.0, -980.0, 640.0, -20.0, 515.0),), "large values"),
        Case((stretched(rng, -350.0, 905.0, -1000.0, 222.0),), "large values"),
        Case((stretched(rng, 411.0, -203.0, 150.0, 87.5),), "large values"),
        Case((whole(rng, 2, -1, 7, 3),), "integers"),
        Case((whole(rng, 5, 1, -2, 9, 4, 6),), "integers"),
        Case((single(rng, -1.25, 3.5, 0.75, 0.25, 2.0),), "float32"),
        Case((single(rng, 2.25, -0.5, 1.125, 4.0),), "float32"),
    ]


def from_counts(rng: np.random.Generator, table: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    """Return predictions and targets with this confusion matrix, once or more, shuffled."""
    counts = np.array(table) * int(rng.integers(1, 4))
    targets, predictions = np.indices(counts.shape).reshape(2, -1).repeat(counts.ravel(), axis=1)
    order = rng.permutation(targets.size)
    return predictions[order], targets[order]
