"""What the exercises of lesson 05 share: numbers that do not saturate a sigmoid, and networks."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Function

Array = NDArray[Any]
Parameters = tuple[Array, Array, Array, Array]


def reals(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of either sign, none near 0 and none above 1."""
    values: Array = rng.uniform(0.3, 1.0, shape) * rng.choice([-1.0, 1.0], shape)
    return values


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, 1 and 2."""
    values: Array = rng.integers(1, 3, shape) * rng.choice([-1, 1], shape)
    return values


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 from -1 to 1, without 0, in single precision."""
    values: Array = rng.integers(1, 5, shape) * rng.choice([-1, 1], shape) / 4
    return values.astype(np.float32)


def targets_of(rng: np.random.Generator, k: int) -> Array:
    """Draw the targets of k outputs: zeros and ones, some of each if k is 2 or more."""
    alternating: Array = np.arange(k) + rng.integers(0, 2)
    return rng.permutation(alternating % 2)


def batch_targets(rng: np.random.Generator, m: int, k: int) -> Array:
    """Draw the targets of m samples; each output has zeros and ones if m is 2 or more."""
    first = targets_of(rng, k)
    return np.array([first if i % 2 else 1 - first for i in range(m)])


def signs(rng: np.random.Generator, *shape: int) -> Array:
    """Draw 1 and -1: whole weights with which no sigmoid is saturated."""
    values: Array = rng.choice([-1, 1], shape)
    return values


def network(
    rng: np.random.Generator, sizes: tuple[int, int, int], draw: Function = reals
) -> Parameters:
    """Draw the parameters (W2, b2, W3, b3) of a network with n inputs, h hidden, k outputs."""
    n, h, k = sizes
    draw = signs if draw is whole else draw
    return draw(rng, h, n), draw(rng, h), draw(rng, k, h), draw(rng, k)
