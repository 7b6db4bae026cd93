"""Batch normalization: inside the network, each feature gets the mean 0 and the deviation 1.

Ioffe and Szegedy, Batch normalization: accelerating deep network training by reducing internal
covariate shift, 2015.
"""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from nnlib.layers.layer import Layer
from nnlib.validate import FloatArray, count, fraction, matrix, positive, vector

__all__ = ["BatchNorm", "batch_norm", "batch_norm_eval"]


def batch_norm(X: ArrayLike, gamma: ArrayLike, beta: ArrayLike, eps: float = 1e-5) -> FloatArray:
    """Normalize a batch by its own mean and variance, as in training.

    x̂ = (x - μ) / √(σ² + ε),    y = γ x̂ + β, with μ and σ² (divided by m) over the m samples

    Parameters
    ----------
    X : array_like, shape (m, n)
        At least two samples, one a row.
    gamma, beta : array_like, shape (n,)
        The deviation and the mean that each feature gets.
    eps : float
        Keeps a feature that never changes from being divided by 0.

    Returns
    -------
    ndarray, shape (m, n)

    Raises
    ------
    ValueError
        If the shapes do not fit, or `X` has a single sample.

    Examples
    --------
    >>> batch_norm([[1, 10], [3, 10]], [1, 1], [0, 5]).round(3)
    array([[-1.,  5.],
           [ 1.,  5.]])
    """
    X = matrix(X, "X")
    _refuse_single(X)
    return batch_norm_eval(X, gamma, beta, X.mean(axis=0), X.var(axis=0), eps)


def batch_norm_eval(
    X: ArrayLike,
    gamma: ArrayLike,
    beta: ArrayLike,
    running_mean: ArrayLike,
    running_var: ArrayLike,
    eps: float = 1e-5,
) -> FloatArray:
    """Normalize by the running mean and variance, as in evaluation: one sample is enough.

    Examples
    --------
    >>> batch_norm_eval([[5.0]], [2.0], [1.0], [3.0], [4.0], 1e-9).round(3)
    array([[3.]])
    """
    X = matrix(X, "X")
    gamma, beta, mean, var = (
        vector(value, name, X.shape[1])
        for value, name in (
            (gamma, "gamma"),
            (beta, "beta"),
            (running_mean, "running_mean"),
            (running_var, "running_var"),
        )
    )
    Y: FloatArray = gamma * (X - mean) / np.sqrt(var + positive(eps, "eps")) + beta
    return Y


class BatchNorm(Layer):
    """Normalize each feature over the batch, then let the network choose its scale and centre.

    Parameters
    ----------
    num_features : int
    momentum : float
        The share of the newest batch in the running statistics.
    eps : float
        Keeps a feature that never changes from being divided by 0.

    Attributes
    ----------
    gamma, beta : ndarray, shape (num_features,)
        Learnt; 1 and 0 at first.
    running_mean, running_var : ndarray, shape (num_features,)
        What evaluation uses in place of a batch's own.
    """

    parameter_names: ClassVar[tuple[str, ...]] = ("gamma", "beta")
    statistic_names: ClassVar[tuple[str, ...]] = ("running_mean", "running_var")

    def __init__(self, num_features: int, *, momentum: float = 0.1, eps: float = 1e-5) -> None:
        self.in_features = self.out_features = count(num_features, "num_features")
        self.momentum = fraction(momentum, "momentum")
        self.eps = positive(eps, "eps")
        self.gamma: FloatArray = np.ones(num_features)
        self.beta: FloatArray = np.zeros(num_features)
        self.gamma_gradient: FloatArray = np.zeros(num_features)
        self.beta_gradient: FloatArray = np.zeros(num_features)
        self.running_mean: FloatArray = np.zeros(num_features)
        self.running_var: FloatArray = np.ones(num_features)

    def forward(self, x: FloatArray) -> FloatArray:
        """Return γ x̂ + β, with x̂ by the batch's statistics, or in evaluation the running ones."""
        self.by_batch = self.training
        if self.by_batch:
            _refuse_single(x)
            mean = x.mean(axis=0)
            centred = x - mean
            var = (centred * centred).mean(axis=0)
            self._remember(mean, var, len(x))
        else:
            centred, var = x - self.running_mean, self.running_var
        self.one_over_deviation: FloatArray = 1 / np.sqrt(var + self.eps)
        self.normalized: FloatArray = centred * self.one_over_deviation
        y: FloatArray = self.gamma * self.normalized + self.beta
        return y

    def _remember(self, mean: FloatArray, var: FloatArray, num_samples: int) -> None:
        # A batch's variance is too small on average; m / (m - 1) is the paper's correction.
        unbiased = var * (num_samples / (num_samples - 1))
        self.running_mean += self.momentum * (mean - self.running_mean)
        self.running_var += self.momentum * (unbiased - self.running_var)

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return ∂C/∂x = γ/√(σ²+ε) (g - mean(g) - x̂ mean(g ⊙ x̂)), with g = ∂C/∂y.

        Σ g ⊙ x̂ is ∂C/∂γ, and Σ g is ∂C/∂β. Every x also moves μ and σ²: moving all x alike
        changes no x̂, and so does stretching them about μ, so the parts of g along 1 and along x̂
        have no effect and are taken out; that is what the two means do.
        """
        (gradient * self.normalized).sum(axis=0, out=self.gamma_gradient)
        gradient.sum(axis=0, out=self.beta_gradient)
        if self.by_batch:
            without_shift = gradient - self.beta_gradient / len(gradient)
            gradient = without_shift - self.normalized * (self.gamma_gradient / len(gradient))
        by_input: FloatArray = gradient * (self.gamma * self.one_over_deviation)
        return by_input

    def __repr__(self) -> str:
        return f"BatchNorm({self.in_features})"


def _refuse_single(x: FloatArray) -> None:
    if len(x) < 2:
        raise ValueError(
            "Batch normalization needs at least 2 samples in training, as one has no variance; 1 "
            "came. Choose a batch_size that leaves no single sample over, or call eval() first."
        )
