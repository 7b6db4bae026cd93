"""Dropout with its random numbers given, so that every step of it can be followed.

Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout: a simple way to prevent
neural networks from overfitting, 2014.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, fraction

__all__ = ["dropout_backward", "dropout_forward"]


def dropout_forward(activations: ArrayLike, u: ArrayLike, p: float, training: bool) -> FloatArray:
    """Silence each activation whose random number is below p, and scale the others up.

    a / (1 - p) where u ≥ p, else 0; in evaluation all activations as they are.

    Parameters
    ----------
    activations : array_like, any shape
    u : array_like, the same shape
        Random numbers, evenly from 0 to 1.
    p : float
        The probability to be dropped, at least 0 and below 1.
    training : bool
        False in evaluation.

    Returns
    -------
    ndarray, the same shape

    Raises
    ------
    ValueError
        If the shapes differ, or `p` is not at least 0 and below 1.

    Examples
    --------
    >>> dropout_forward([4.0, 8.0, 1.0, 2.0], [0.9, 0.1, 0.3, 0.6], 0.2, True)
    array([5.  , 0.  , 1.25, 2.5 ])
    >>> dropout_forward([4.0, 8.0, 1.0, 2.0], [0.9, 0.1, 0.3, 0.6], 0.2, False)
    array([4., 8., 1., 2.])
    """
    activations, keep = floats(activations, "activations"), 1 - fraction(p, "p")
    kept = _same_shape(u, "u", activations) >= p
    return np.where(kept, activations / keep, 0) if training else activations.copy()


def dropout_backward(gradient: ArrayLike, mask: ArrayLike) -> FloatArray:
    """Return ∂C/∂a from the gradient by the outputs a ⊙ mask: g ⊙ mask.

    Parameters
    ----------
    gradient : array_like, any shape
    mask : array_like, the same shape
        What each activation was multiplied by: 0, or 1 / (1 - p).

    Returns
    -------
    ndarray, the same shape

    Raises
    ------
    ValueError
        If the shapes differ.

    Examples
    --------
    >>> dropout_backward([3.0, -1.0], [1.25, 0.0]) + 0.0
    array([3.75, 0.  ])
    """
    gradient = floats(gradient, "gradient")
    return gradient * _same_shape(mask, "mask", gradient)


def _same_shape(value: ArrayLike, name: str, other: FloatArray) -> FloatArray:
    array = floats(value, name)
    if array.shape != other.shape:
        raise ValueError(f"{name} must have the shape {other.shape}; {array.shape} came.")
    return array
