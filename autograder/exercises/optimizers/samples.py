"""What the exercises of lesson 06 share: parameters, and gradients that differ at every step."""

from collections.abc import Iterator, Sequence
from itertools import cycle

import numpy as np

from autograder.exercises import draws
from autograder.exercises.draws import Array, reals, signed_whole
from autograder.exercises.model import Case

Settings = tuple[float, ...]


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, none 0, none above 5."""
    return signed_whole(rng, 1, 5, shape)


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 in single precision."""
    return draws.quarters(whole(rng, *shape))


def uneven_gradients(rng: np.random.Generator, k: int, n: int) -> Array:
    """Draw gradients of which each is clearly longer or shorter than the one before."""
    sizes = rng.permutation(np.resize([1.0, 3.0, 0.5], k))
    gradients: Array = reals(rng, k, n) * sizes[:, np.newaxis]
    return gradients


def whole_gradients(rng: np.random.Generator, k: int, n: int) -> Array:
    """Draw gradients of whole numbers; along each weight all k slopes are of different size."""
    sizes = np.stack([rng.permutation(k) + 1 for _ in range(n)], axis=1)
    gradients: Array = sizes * rng.choice([-1, 1], (k, n))
    return gradients


def with_level_weight(gradients: Array) -> Array:
    """Return the gradients with a slope of 0 along the first weight at every step."""
    return np.hstack([np.zeros((len(gradients), 1)), gradients[:, 1:]])


def steps_cases(rng: np.random.Generator, settings: Sequence[Settings]) -> list[Case]:
    """Make parameters and gradients of every proportion; the settings take turns."""
    turns = cycle(settings)
    return [
        Case((params, gradients, *next(turns)), part)
        for part, params, gradients in proportions(rng)
    ]


def proportions(rng: np.random.Generator) -> Iterator[tuple[str, Array, Array]]:
    """Yield parts with parameters (n,) and gradients (k, n)."""
    for k, n in ((3, 2), (5, 3)):
        yield "several steps", reals(rng, n), uneven_gradients(rng, k, n)
    for n in (3, 2):
        yield "as many steps as weights", reals(rng, n), uneven_gradients(rng, n, n)
    for n in (4, 2):
        yield "one step", reals(rng, n), reals(rng, 1, n)
    for k in (4, 3):
        yield "one weight", reals(rng, 1), uneven_gradients(rng, k, 1)
    for k in (3, 2):
        yield "a slope of 0", reals(rng, 3), with_level_weight(uneven_gradients(rng, k, 3))
    for n in (2, 3):
        yield "large values", reals(rng, n), 1000 * uneven_gradients(rng, 4, n)
    for n in (3, 2):
        yield "integers", whole(rng, n), whole_gradients(rng, 4, n)
    for n in (2, 4):
        gradients = draws.quarters(whole_gradients(rng, 3, n))
        yield "float32", quarters(rng, n), gradients
