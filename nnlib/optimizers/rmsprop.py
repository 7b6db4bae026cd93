"""RMSprop: each parameter's step is divided by the usual size of its own gradient.

Tieleman and Hinton, lecture 6.5 of Neural networks for machine learning, 2012.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.optimizers.optimizer import Optimizer, same_shapes
from nnlib.validate import FloatArray, fraction, positive

__all__ = ["RMSprop", "rmsprop_step"]


def rmsprop_step(
    params: ArrayLike,
    gradient: ArrayLike,
    mean_square: ArrayLike,
    learning_rate: float,
    decay: float = 0.9,
    eps: float = 1e-8,
) -> tuple[FloatArray, FloatArray]:
    """Return the parameters and the mean square of the gradients after one step.

    s ← ρ s + (1 - ρ) g²,    w ← w - η g / (√s + ε),    with g = ∂C/∂w, each number by itself

    Parameters
    ----------
    params, gradient, mean_square : array_like, of one shape
        The mean square is 0 before the first step.
    learning_rate : float
        η, above 0.
    decay : float
        The share ρ of the mean square that is kept, at least 0 and below 1.
    eps : float
        ε keeps a parameter whose gradient is 0 from being divided by 0.

    Returns
    -------
    params, mean_square : ndarray
        New arrays; the arguments stay as they were.

    Raises
    ------
    ValueError
        If the shapes differ, or a number is out of its range.

    Examples
    --------
    >>> params, mean_square = rmsprop_step([1.0], [4.0], [4.0], 0.1, 0.75)
    >>> params.round(4), mean_square  # s = 0.75 · 4 + 0.25 · 16,  w = 1 - 0.1 · 4 / √7
    (array([0.8488]), array([7.]))
    """
    params, gradient, mean_square = same_shapes(params, gradient=gradient, mean_square=mean_square)
    decay = fraction(decay, "decay")
    mean_square = decay * mean_square + (1 - decay) * gradient**2
    scaled: FloatArray = gradient / (np.sqrt(mean_square) + positive(eps, "eps"))
    return params - positive(learning_rate, "learning_rate") * scaled, mean_square


class RMSprop(Optimizer):
    """Steps of each parameter's own size: `rmsprop_step` on each mini-batch."""

    mean_square: FloatArray | None
    scratch: FloatArray | None

    def __init__(
        self, learning_rate: float = 0.001, *, decay: float = 0.9, eps: float = 1e-8
    ) -> None:
        super().__init__(learning_rate)
        self.decay, self.eps = fraction(decay, "decay"), positive(eps, "eps")
        self.reset()

    def step(self, params: FloatArray, gradient: FloatArray) -> None:
        """Update the mean square and move the parameters, in place with one scratch vector."""
        self.mean_square = self._remembered(self.mean_square, params)
        self.scratch = self._remembered(self.scratch, params)
        np.multiply(gradient, gradient, out=self.scratch)
        self.scratch *= 1 - self.decay
        self.mean_square *= self.decay
        self.mean_square += self.scratch
        np.sqrt(self.mean_square, out=self.scratch)
        self.scratch += self.eps
        np.divide(gradient, self.scratch, out=self.scratch)
        self.scratch *= self.learning_rate
        params -= self.scratch

    def reset(self) -> None:
        """Forget the gradients seen so far."""
        self.mean_square = self.scratch = None
