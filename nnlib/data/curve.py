"""A curve with noise: regression, where the targets are numbers and no classes."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, count, floats, not_negative


def curve(x: ArrayLike) -> FloatArray:
    """Return sin(2πx) of each number, any shape: what is left of `noisy_curve` without noise."""
    height: FloatArray = np.sin(2 * np.pi * floats(x, "x"))
    return height


def noisy_curve(
    num_samples: int, *, rng: np.random.Generator, noise: float = 0.2
) -> tuple[FloatArray, FloatArray]:
    """Draw points around one wave of a sine: t = sin(2πx) + noise · ε, with x from 0 to 1.

    ε is a standard normal number. With few samples a large network learns the noise by heart:
    the example of overfitting in Bishop, Pattern Recognition and Machine Learning, 2006.

    Parameters
    ----------
    num_samples : int
        How many points.
    rng : numpy.random.Generator
        Where the random numbers come from.
    noise : float
        The standard deviation of the targets around the curve.

    Returns
    -------
    X : ndarray, shape (num_samples, 1)
        One feature, in no order.
    targets : ndarray, shape (num_samples,)

    Raises
    ------
    ValueError
        If `num_samples` is no whole number of at least 1, or `noise` is below 0.

    Examples
    --------
    >>> X, targets = noisy_curve(5, rng=np.random.default_rng(0), noise=0)
    >>> bool((targets == curve(X[:, 0])).all())
    True
    """
    X = rng.uniform(0, 1, (count(num_samples, "num_samples"), 1))
    errors = not_negative(noise, "noise") * rng.standard_normal(len(X))
    return X, curve(X[:, 0]) + errors
