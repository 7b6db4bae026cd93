"""Adam: momentum, and a step of each parameter's own size, both corrected for their start at 0.

Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.optimizers.optimizer import Optimizer, same_shapes
from nnlib.validate import FloatArray, count, fraction, positive

__all__ = ["Adam", "adam_step"]


def adam_step(
    params: ArrayLike,
    gradient: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    t: int,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the parameters and both moments after the t-th step.

    m ← β1 m + (1 - β1) g,    v ← β2 v + (1 - β2) g²,    with g = ∂C/∂w, each number by itself
    m̂ = m / (1 - β1^t),       v̂ = v / (1 - β2^t),       w ← w - η m̂ / (√v̂ + ε)

    Parameters
    ----------
    params, gradient, m, v : array_like, of one shape
        The moments m and v are 0 before the first step.
    t : int
        Which step this is, from 1. It counts steps, not parameters.
    learning_rate : float
        η, above 0.
    beta1, beta2 : float
        The shares of m and of v that are kept, at least 0 and below 1.
    eps : float
        ε keeps a parameter whose gradient is 0 from being divided by 0.

    Returns
    -------
    params, m, v : ndarray
        New arrays; the arguments stay as they were.

    Raises
    ------
    ValueError
        If the shapes differ, or a number is out of its range.

    Examples
    --------
    The first step has the length η in every direction, however steep it is there.

    >>> params, m, v = adam_step([1.0, 1.0], [5.0, -0.01], [0, 0], [0, 0], 1, 0.1)
    >>> params.round(4)
    array([0.9, 1.1])
    """
    params, gradient, m, v = same_shapes(params, gradient=gradient, m=m, v=v)
    beta1, beta2, t = fraction(beta1, "beta1"), fraction(beta2, "beta2"), count(t, "t")
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    scaled: FloatArray = m_hat / (np.sqrt(v_hat) + positive(eps, "eps"))
    return params - positive(learning_rate, "learning_rate") * scaled, m, v


class Adam(Optimizer):
    """The usual first choice: `adam_step` on each mini-batch."""

    m: FloatArray | None
    v: FloatArray | None
    scratch: FloatArray | None
    t: int

    def __init__(
        self,
        learning_rate: float = 0.001,
        *,
        beta1: float = 0.9,
        beta2: float = 0.999,
        eps: float = 1e-8,
    ) -> None:
        super().__init__(learning_rate)
        self.beta1, self.beta2 = fraction(beta1, "beta1"), fraction(beta2, "beta2")
        self.eps = positive(eps, "eps")
        self.reset()

    def step(self, params: FloatArray, gradient: FloatArray) -> None:
        """Update both moments and move the parameters, in place with one scratch vector."""
        self.m, self.v = self._remembered(self.m, params), self._remembered(self.v, params)
        self.scratch = scratch = self._remembered(self.scratch, params)
        self.t += 1
        self.m *= self.beta1
        self.m += np.multiply(gradient, 1 - self.beta1, out=scratch)
        self.v *= self.beta2
        np.multiply(gradient, gradient, out=scratch)
        self.v += np.multiply(scratch, 1 - self.beta2, out=scratch)
        # η m̂ / (√v̂ + ε), with numerator and denominator times √(1 - β2^t): one pass less.
        root = (1 - self.beta2**self.t) ** 0.5
        np.sqrt(self.v, out=scratch)
        scratch += self.eps * root
        np.divide(self.m, scratch, out=scratch)
        scratch *= self.learning_rate * root / (1 - self.beta1**self.t)
        params -= scratch

    def reset(self) -> None:
        """Forget the gradients seen so far."""
        self.m = self.v = self.scratch = None
        self.t = 0
