"""Dropout and batch normalization in pure functions, with the random numbers given.

Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout: a simple way to prevent
neural networks from overfitting, 2014; Ioffe and Szegedy, Batch normalization: accelerating deep
network training by reducing internal covariate shift, 2015.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.layers import batch_norm_eval
from nnlib.validate import FloatArray, floats, fraction, matrix, positive, shaped, vector


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
    kept = shaped(u, "u", activations.shape) >= p
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
    return gradient * shaped(mask, "mask", gradient.shape)


def batch_norm_forward(
    X: ArrayLike, gamma: ArrayLike, beta: ArrayLike, eps: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Normalize a batch by its own statistics; return it with its mean and its variance.

    x̂ = (x - μ) / √(σ² + ε),    y = γ x̂ + β, with μ and σ² (divided by m) over the m samples

    Parameters
    ----------
    X : array_like, shape (m, n)
        One sample a row.
    gamma, beta : array_like, shape (n,)
    eps : float
        Above 0.

    Returns
    -------
    Y : ndarray, shape (m, n)
    mean, var : ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or `eps` is not above 0.

    Examples
    --------
    >>> Y, mean, var = batch_norm_forward([[1, 10], [3, 30]], [1, 2], [0, 5], 1e-9)
    >>> print(Y.round(3).tolist(), mean, var)
    [[-1.0, 3.0], [1.0, 7.0]] [ 2. 20.] [  1. 100.]
    """
    X = matrix(X, "X")
    mean, var = X.mean(axis=0), X.var(axis=0)
    return batch_norm_eval(X, gamma, beta, mean, var, eps), mean, var


def batch_norm_backward(
    gradient: ArrayLike, X: ArrayLike, gamma: ArrayLike, eps: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the gradients by the inputs, by γ and by β, from the gradient g by the outputs.

    ∂C/∂β = Σ g,    ∂C/∂γ = Σ g ⊙ x̂,
    ∂C/∂x = γ / √(σ² + ε) · (g - mean(g) - x̂ mean(g ⊙ x̂)), sums and means over the m samples

    Parameters
    ----------
    gradient : array_like, shape (m, n)
        ∂C/∂y for each output.
    X : array_like, shape (m, n)
        What came in.
    gamma : array_like, shape (n,)
    eps : float
        Above 0.

    Returns
    -------
    X_gradient : ndarray, shape (m, n)
    gamma_gradient, beta_gradient : ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or `eps` is not above 0.

    Examples
    --------
    >>> by_x, by_gamma, by_beta = batch_norm_backward([[1], [3]], [[0], [2]], [5], 1e-9)
    >>> print((by_x.round(3) + 0).tolist(), by_gamma.round(3), by_beta)  # x̂ = -1, 1
    [[0.0], [0.0]] [2.] [4.]
    """
    X = matrix(X, "X")
    gradient = shaped(gradient, "gradient", X.shape, of="X")
    gamma = vector(gamma, "gamma", X.shape[1])
    deviation = np.sqrt(X.var(axis=0) + positive(eps, "eps"))
    normalized = (X - X.mean(axis=0)) / deviation
    shared = gradient.mean(axis=0) + normalized * (gradient * normalized).mean(axis=0)
    by_x: FloatArray = gamma / deviation * (gradient - shared)
    return by_x, (gradient * normalized).sum(axis=0), gradient.sum(axis=0)


def running_statistics(
    running_mean: ArrayLike,
    running_var: ArrayLike,
    means: ArrayLike,
    variances: ArrayLike,
    momentum: float,
) -> tuple[FloatArray, FloatArray]:
    """Let the running mean and variance follow those of one batch after the other.

    running ← (1 - momentum) running + momentum · batch

    Parameters
    ----------
    running_mean, running_var : array_like, shape (n,)
        What is known so far.
    means, variances : array_like, shape (k, n)
        Those of k batches, one a row, in their order.
    momentum : float
        The share of the newest batch, at least 0 and below 1.

    Returns
    -------
    running_mean, running_var : ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or `momentum` is not at least 0 and below 1.

    Examples
    --------
    >>> running_statistics([0], [1], [[4], [8]], [[3], [1]], 0.5)  # 0, 2, 5 and 1, 2, 1.5
    (array([5.]), array([1.5]))
    """
    mean, share = vector(running_mean, "running_mean"), fraction(momentum, "momentum")
    var = vector(running_var, "running_var", mean.size)
    means = matrix(means, "means", columns=mean.size)
    variances = matrix(variances, "variances", columns=mean.size)
    if len(means) != len(variances):
        raise ValueError(
            f"variances must have {len(means)} rows, as many as means; {len(variances)} came."
        )
    for batch_mean, batch_var in zip(means, variances, strict=True):
        mean = (1 - share) * mean + share * batch_mean
        var = (1 - share) * var + share * batch_var
    return mean, var
