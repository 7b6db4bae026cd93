"""Momentum: the steps add up to a velocity, so that it rolls through small dips and along valleys.

Polyak, Some methods of speeding up the convergence of iteration methods, 1964; in the form of
Sutskever, Martens, Dahl and Hinton, On the importance of initialization and momentum in deep
learning, 2013, with the learning rate outside of the velocity.
"""

from numpy.typing import ArrayLike

from nnlib.optimizers.optimizer import Optimizer, same_shapes
from nnlib.validate import FloatArray, fraction, positive

__all__ = ["Momentum", "momentum_step"]


def momentum_step(
    params: ArrayLike,
    gradient: ArrayLike,
    velocity: ArrayLike,
    learning_rate: float,
    momentum: float = 0.9,
) -> tuple[FloatArray, FloatArray]:
    """Return the parameters and the velocity after one step.

    v ← μ v + ∂C/∂w,    w ← w - η v

    Parameters
    ----------
    params, gradient, velocity : array_like, of one shape
        The velocity is 0 before the first step.
    learning_rate : float
        η, above 0.
    momentum : float
        The share μ of the velocity that is kept, at least 0 and below 1; 0 is gradient descent.

    Returns
    -------
    params, velocity : ndarray
        New arrays; the arguments stay as they were.

    Raises
    ------
    ValueError
        If the shapes differ, or a number is out of its range.

    Examples
    --------
    >>> params, velocity = momentum_step([1.0], [2.0], [10.0], 0.1, 0.5)
    >>> params, velocity  # v = 0.5 · 10 + 2,  w = 1 - 0.1 · 7
    (array([0.3]), array([7.]))
    """
    params, gradient, velocity = same_shapes(params, gradient=gradient, velocity=velocity)
    velocity = fraction(momentum, "momentum") * velocity + gradient
    return params - positive(learning_rate, "learning_rate") * velocity, velocity


class Momentum(Optimizer):
    """Gradient descent with a velocity: `momentum_step` on each mini-batch."""

    velocity: FloatArray | None

    def __init__(self, learning_rate: float = 0.01, *, momentum: float = 0.9) -> None:
        super().__init__(learning_rate)
        self.momentum = fraction(momentum, "momentum")
        self.reset()

    def step(self, params: FloatArray, gradient: FloatArray) -> None:
        """Let the velocity grow by the gradient and move the parameters along it, in place."""
        self.velocity = self._remembered(self.velocity, params)
        self.velocity *= self.momentum
        self.velocity += gradient
        params -= self.learning_rate * self.velocity

    def reset(self) -> None:
        """Stand still again."""
        self.velocity = None
