"""Dropout: in training each neuron is silent now and then, so that none can rely on another.

Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout: a simple way to prevent
neural networks from overfitting, 2014.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.layers.layer import Layer
from nnlib.validate import FloatArray, floats, fraction

__all__ = ["Dropout", "dropout", "dropout_mask"]


def dropout_mask(
    shape: tuple[int, ...], p: float, dtype: np.typing.DTypeLike, *, rng: np.random.Generator
) -> FloatArray:
    """Return 0 with the probability p, else 1 / (1 - p), for each neuron by itself.

    Inverted scaling: the mean of the mask is p · 0 + (1 - p) / (1 - p) = 1, so that nothing has to
    be scaled in evaluation.

    Examples
    --------
    >>> mask = dropout_mask((1000,), 0.2, float, rng=np.random.default_rng(0))
    >>> np.unique(mask)
    array([0.  , 1.25])
    """
    keep = 1 - fraction(p, "p")
    mask: FloatArray = (rng.random(shape, dtype=np.float32) < keep).astype(dtype)
    mask /= keep
    return mask


def dropout(activations: ArrayLike, p: float, *, rng: np.random.Generator) -> FloatArray:
    """Silence each activation with the probability p, and scale the others by 1 / (1 - p).

    Parameters
    ----------
    activations : array_like, any shape
    p : float
        The probability to be dropped, at least 0 and below 1.
    rng : numpy.random.Generator
        Draws who is silent.

    Returns
    -------
    ndarray, the same shape

    Raises
    ------
    ValueError
        If `p` is not at least 0 and below 1.

    Examples
    --------
    >>> dropout([8.0, 8.0, 8.0], 0.5, rng=np.random.default_rng(1))
    array([16.,  0.,  0.])
    """
    activations = floats(activations, "activations")
    return activations * dropout_mask(activations.shape, p, activations.dtype, rng=rng)


class Dropout(Layer):
    """Silence neurons in training, and let all speak in evaluation.

    Parameters
    ----------
    p : float
        The probability to be dropped, at least 0 and below 1.
    rng : numpy.random.Generator
        Draws who is silent, anew for each batch.
    """

    def __init__(self, p: float = 0.5, *, rng: np.random.Generator) -> None:
        self.p = fraction(p, "p")
        self.rng = rng

    def forward(self, x: FloatArray) -> FloatArray:
        """Return a ⊙ mask in training, and a in evaluation."""
        if not self.training:
            self.mask: FloatArray | None = None
            return x
        self.mask = dropout_mask(x.shape, self.p, x.dtype, rng=self.rng)
        return x * self.mask

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return ∂C/∂a ⊙ mask: who was silent has no share in the cost."""
        return gradient if self.mask is None else gradient * self.mask

    def __repr__(self) -> str:
        return f"Dropout({self.p:g})"
