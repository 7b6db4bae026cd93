"""What the exercises of lesson 03 share."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Case
from nnlib import gates


def logic_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases of zeros and ones, with all four inputs in each part, in random order."""
    table = gates.logic_inputs()
    return [
        Case((table[[3, 1, 0, 2]],), "the four inputs"),
        Case((table[[0, 1, 3, 2]],), "the four inputs"),
        Case((table[rng.permutation(4)],), "the four inputs"),
        *(Case((table[[row]],), "one sample") for row in rng.permutation(4)),
        Case((some_of_each(rng, 9),), "many samples"),
        Case((some_of_each(rng, 6),), "many samples"),
        Case((some_of_each(rng, 5).astype(int),), "integers"),
        Case((some_of_each(rng, 7).astype(int),), "integers"),
        Case((some_of_each(rng, 8).astype("float32"),), "float32"),
        Case((some_of_each(rng, 5).astype("float32"),), "float32"),
    ]


def some_of_each(rng: np.random.Generator, samples: int) -> NDArray[np.float64]:
    """Draw samples among which each of the four inputs is found."""
    rows = np.append(np.arange(4), rng.integers(0, 4, samples - 4))
    return np.take(gates.logic_inputs(), rng.permutation(rows), axis=0)


def as_float32(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the same arguments, the arrays among them in single precision."""
    return tuple(a.astype("float32") if isinstance(a, np.ndarray) else a for a in arguments)
