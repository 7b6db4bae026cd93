"""The first weights: random, so that neurons differ, and of a size that keeps signals alive.

Each initializer draws an array of shape (out_features, in_features). The width of the draw is
chosen so that z, a sum over in_features terms, varies as much as each of them.
"""

from math import sqrt
from typing import Protocol

import numpy as np

from nnlib.validate import FloatArray, count, positive

__all__ = [
    "Initializer",
    "he_normal",
    "he_uniform",
    "normal",
    "xavier_normal",
    "xavier_uniform",
    "zeros",
]


class Initializer(Protocol):
    """What draws the first weights of a layer."""

    def __call__(
        self, out_features: int, in_features: int, *, rng: np.random.Generator
    ) -> FloatArray:
        """Return weights of shape (out_features, in_features)."""


def zeros(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
    """Return zeros: all neurons of a layer start alike and stay alike, so never use it to learn.

    Examples
    --------
    >>> zeros(1, 3, rng=np.random.default_rng(0))
    array([[0., 0., 0.]])
    """
    return np.zeros(_shape(out_features, in_features))


def normal(
    out_features: int, in_features: int, *, rng: np.random.Generator, deviation: float = 0.01
) -> FloatArray:
    """Draw from a normal distribution around 0 with a deviation of your choice.

    Examples
    --------
    >>> normal(2, 3, rng=np.random.default_rng(0)).shape
    (2, 3)
    """
    shape = _shape(out_features, in_features)
    return positive(deviation, "deviation") * rng.standard_normal(shape)


def xavier_uniform(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
    """Draw evenly from (-r, r) with r = √(6 / (in_features + out_features)); for sigmoid and tanh.

    The variance r²/3 = 2 / (in + out) lies between 1/in, which keeps the signal's size on its
    way forward, and 1/out, which keeps the error's size on its way back. Glorot and Bengio,
    Understanding the difficulty of training deep feedforward neural networks, 2010.

    Examples
    --------
    >>> weight = xavier_uniform(20, 4, rng=np.random.default_rng(0))
    >>> bool(abs(weight).max() < 0.5)  # √(6 / 24)
    True
    """
    shape = _shape(out_features, in_features)
    limit = sqrt(6 / (in_features + out_features))
    return rng.uniform(-limit, limit, shape)


def xavier_normal(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
    """Draw normally with the deviation √(2 / (in_features + out_features)); for sigmoid and tanh.

    Glorot and Bengio, 2010, as in `xavier_uniform`.

    Examples
    --------
    >>> xavier_normal(20, 4, rng=np.random.default_rng(0)).shape
    (20, 4)
    """
    shape = _shape(out_features, in_features)
    deviation = sqrt(2 / (in_features + out_features))
    return deviation * rng.standard_normal(shape)


def he_uniform(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
    """Draw evenly from (-r, r) with r = √(6 / in_features); for ReLU.

    ReLU stops half of the signal, so the variance r²/3 = 2 / in_features is twice as large. He,
    Zhang, Ren and Sun, Delving deep into rectifiers, 2015.

    Examples
    --------
    >>> weight = he_uniform(20, 6, rng=np.random.default_rng(0))
    >>> bool(abs(weight).max() < 1)  # √(6 / 6)
    True
    """
    shape = _shape(out_features, in_features)
    limit = sqrt(6 / in_features)
    return rng.uniform(-limit, limit, shape)


def he_normal(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
    """Draw normally with the deviation √(2 / in_features); for ReLU.

    He, Zhang, Ren and Sun, 2015, as in `he_uniform`.

    Examples
    --------
    >>> he_normal(20, 6, rng=np.random.default_rng(0)).shape
    (20, 6)
    """
    shape = _shape(out_features, in_features)
    deviation = sqrt(2 / in_features)
    return deviation * rng.standard_normal(shape)


def _shape(out_features: int, in_features: int) -> tuple[int, int]:
    return count(out_features, "out_features"), count(in_features, "in_features")
