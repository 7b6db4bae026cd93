"""What the exercises of lesson 01 share: numbers worth trying, and the cases made of them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.exercises import draws
from autograder.exercises.model import Case


def mixed(rng: np.random.Generator, *shape: int) -> NDArray[np.float64]:
    """Return numbers of both signs, none of them 0, with one above 1.

    Of three or more, one lies between 0 and 1.
    """
    count = int(np.prod(shape))
    values = rng.uniform(0.25, 3.0, count) * np.resize([1.0, -1.0], count)
    values[:1], values[2:3] = rng.uniform(1.25, 3.0), rng.uniform(0.4, 0.8)
    return rng.permutation(values).reshape(shape)


def whole(rng: np.random.Generator, *shape: int) -> NDArray[np.int64]:
    """Return the like as integers from -3 to 3."""
    values = mixed(rng, *shape)
    return (np.sign(values) * np.ceil(np.abs(values))).astype(np.int64)


def eighths(rng: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    """Draw such numbers as multiples of 1/8 in single precision."""
    return draws.eighths(mixed(rng, *shape))


def elementwise_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases for a function that treats each number of an array by itself."""
    positive, negative = rng.uniform(1.25, 3.0), -rng.uniform(1.25, 3.0)
    near, far = rng.uniform(0.001, 0.05), rng.uniform(600.0, 900.0)
    return [
        Case((float(positive),), "one number"),
        Case((float(negative),), "one number"),
        Case((mixed(rng, 5),), "a vector"),
        Case((mixed(rng, 3),), "a vector"),
        Case((np.array([negative]),), "a vector"),
        Case((mixed(rng, 3, 4),), "a matrix"),
        Case((mixed(rng, 1, 3),), "a matrix"),
        Case((0.0,), "around z = 0"),
        Case((np.array([0.0, negative, -near, near, positive]),), "around z = 0"),
        Case((np.array([[positive, 0.0], [0.0, negative]]),), "around z = 0"),
        Case((np.array([-1000.0, positive, 1000.0, negative]),), "large values"),
        Case((np.array([[far, negative], [-far, 1000.0]]),), "large values"),
        Case((whole(rng, 4),), "integers"),
        Case((whole(rng, 2, 3),), "integers"),
        Case((eighths(rng, 4),), "float32"),
        Case((eighths(rng, 3, 2),), "float32"),
    ]
