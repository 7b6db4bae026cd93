"""What the exercises of lesson 07 share: numbers, batches and patterns worth trying."""

import numpy as np

from autograder.exercises import draws
from autograder.exercises.draws import Array, signed, signed_whole
from autograder.exercises.model import Function


def reals(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of either sign, none near 0 or 1."""
    return signed(rng, 1.2, 2.5, shape)


def hundreds(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers in the hundreds, of either sign."""
    return 300 * reals(rng, *shape)


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, none 0 or 1."""
    return signed_whole(rng, 2, 5, shape)


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 in single precision."""
    return draws.quarters(4 * whole(rng, *shape) + rng.integers(-1, 2, shape))


def batch(rng: np.random.Generator, m: int, n: int, draw: Function = reals) -> Array:
    """Draw samples whose features all have a mean, and a variance that is neither 0 nor near 1."""
    while True:
        X: Array = draw(rng, m, n)
        means, variances = np.abs(X.mean(axis=0)), X.var(axis=0)
        if means.min() > 0.05 and variances.min() > 0.05 and np.abs(variances - 1).min() > 0.05:
            return X


def who_drops(rng: np.random.Generator, p: float, *shape: int) -> Array:
    """Draw random numbers of which about a third are below p, in every row a different third.

    None is near p, and a single row or column has both kinds from a length of 3 on.
    """
    places = np.indices(shape).sum(axis=0) + rng.integers(3)
    drops = places % 3 == 0
    below, above = rng.uniform(0.05, 0.9, shape) * p, rng.uniform(0.1, 0.95, shape)
    return np.where(drops & (p > 0), below, p + (1 - p) * above)
