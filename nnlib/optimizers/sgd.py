"""Gradient descent: a step against the gradient, as long as the slope is steep.

Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, 1847; with a
few samples at a time, Robbins and Monro, A stochastic approximation method, 1951.
"""

from numpy.typing import ArrayLike

from nnlib.optimizers.optimizer import Optimizer, same_shapes
from nnlib.validate import FloatArray, positive

__all__ = ["SGD", "sgd_step"]


def sgd_step(params: ArrayLike, gradient: ArrayLike, learning_rate: float) -> FloatArray:
    """Return the parameters after one step of gradient descent: w ← w - η ∂C/∂w.

    Parameters
    ----------
    params, gradient : array_like, of one shape
    learning_rate : float
        The step's size η, above 0.

    Returns
    -------
    ndarray
        New parameters; the argument stays as it was.

    Raises
    ------
    ValueError
        If the shapes differ, or `learning_rate` is not above 0.

    Examples
    --------
    >>> sgd_step([1, 2], [10, -10], 0.1)
    array([0., 3.])
    """
    params, gradient = same_shapes(params, gradient=gradient)
    return params - positive(learning_rate, "learning_rate") * gradient


class SGD(Optimizer):
    """Stochastic gradient descent: `sgd_step` on each mini-batch.

    Examples
    --------
    >>> import numpy as np
    >>> params = np.array([1.0, 2.0])
    >>> SGD(0.1).step(params, np.array([10.0, -10.0]))
    >>> params
    array([0., 3.])
    """

    def __init__(self, learning_rate: float = 0.1) -> None:
        super().__init__(learning_rate)

    def step(self, params: FloatArray, gradient: FloatArray) -> None:
        """Move the parameters by -η ∂C/∂w, in place."""
        params -= self.learning_rate * gradient

    def reset(self) -> None:
        """Do nothing: gradient descent remembers nothing."""
