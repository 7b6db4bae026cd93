"""Numbers worth trying in lesson B: of both signs, none of them 0, whole, or exact in float32."""

import numpy as np
from numpy.typing import NDArray

from autograder.exercises import draws
from autograder.exercises.draws import Array


def mixed(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of both signs between 0.25 and 3 in size, no two alike."""
    count = int(np.prod(shape))
    sizes = np.linspace(0.25, 2.9, count) + rng.uniform(0, 0.1, count)
    signs = np.resize([1.0, -1.0], count)
    return rng.permutation(sizes * signs).reshape(shape)


def whole(rng: np.random.Generator, *shape: int) -> NDArray[np.int64]:
    """Draw whole numbers of both signs, none of them 0, 1 or -1."""
    values = mixed(rng, *shape)
    enlarged: NDArray[np.int64] = (np.sign(values) * np.ceil(np.abs(values) + 1)).astype(np.int64)
    return enlarged


def eighths(rng: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    """Draw such numbers as multiples of 1/8 in single precision."""
    return draws.eighths(mixed(rng, *shape))
