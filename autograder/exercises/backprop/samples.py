"""What the exercises of lesson 05 share: numbers that do not saturate a sigmoid, and networks."""

import numpy as np

from autograder.exercises import draws
from autograder.exercises.draws import Array, signed, signed_whole
from autograder.exercises.model import Function

Parameters = tuple[Array, Array, Array, Array]


def reals(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of either sign, none near 0 and none above 1."""
    return signed(rng, 0.3, 1.0, shape)


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, 1 and 2."""
    return signed_whole(rng, 1, 2, shape)


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 from -1 to 1, without 0, in single precision."""
    return draws.quarters(signed_whole(rng, 1, 4, shape))


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
