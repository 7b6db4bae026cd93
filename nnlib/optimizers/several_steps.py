"""Several steps of each rule with gradients that are given, from an optimizer's first step on.

What a rule remembers is seen only where the gradients differ from step to step; so these are the
forms to practise on and to compare with.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.optimizers.adam import adam_step
from nnlib.optimizers.momentum import momentum_step
from nnlib.optimizers.rmsprop import rmsprop_step
from nnlib.optimizers.sgd import sgd_step
from nnlib.validate import FloatArray, matrix, vector

__all__ = ["adam_steps", "momentum_steps", "rmsprop_steps", "sgd_steps"]


def sgd_steps(params: ArrayLike, gradients: ArrayLike, learning_rate: float) -> FloatArray:
    """Return the parameters after one step of gradient descent for each gradient in turn.

    Parameters
    ----------
    params : array_like, shape (n,)
    gradients : array_like, shape (k, n)
        One step's gradient a row, the first step first.
    learning_rate : float
        η, above 0.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or a number is out of its range.

    Examples
    --------
    >>> sgd_steps([1.0, 2.0], [[10.0, 0.0], [-5.0, 10.0]], 0.1)  # 1 - 1 + 0.5, 2 - 0 - 1
    array([0.5, 1. ])
    """
    params, gradients = _start(params, gradients)
    for gradient in gradients:
        params = sgd_step(params, gradient, learning_rate)
    return params


def momentum_steps(
    params: ArrayLike, gradients: ArrayLike, learning_rate: float, momentum: float
) -> FloatArray:
    """Return the parameters after one `momentum_step` for each gradient, from velocity 0.

    Parameters
    ----------
    params : array_like, shape (n,)
    gradients : array_like, shape (k, n)
        One step's gradient a row, the first step first.
    learning_rate, momentum : float
        η, above 0, and μ, at least 0 and below 1.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or a number is out of its range.

    Examples
    --------
    >>> momentum_steps([1.0], [[2.0], [1.0]], 0.1, 0.5)  # v = 2 and 0.5·2 + 1 = 2
    array([0.6])
    """
    params, gradients = _start(params, gradients)
    velocity: FloatArray = np.zeros_like(params)
    for gradient in gradients:
        params, velocity = momentum_step(params, gradient, velocity, learning_rate, momentum)
    return params


def rmsprop_steps(
    params: ArrayLike, gradients: ArrayLike, learning_rate: float, decay: float, eps: float
) -> FloatArray:
    """Return the parameters after one `rmsprop_step` for each gradient, from mean square 0.

    Parameters
    ----------
    params : array_like, shape (n,)
    gradients : array_like, shape (k, n)
        One step's gradient a row, the first step first.
    learning_rate, decay, eps : float
        η, above 0; ρ, at least 0 and below 1; ε, above 0.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or a number is out of its range.

    Examples
    --------
    >>> rmsprop_steps([1.0], [[2.0], [4.0]], 0.1, 0.75, 1e-8).round(4)  # 1 - 0.1·2/1 - 0.1·4/√4.75
    array([0.6165])
    """
    params, gradients = _start(params, gradients)
    mean_square: FloatArray = np.zeros_like(params)
    for gradient in gradients:
        params, mean_square = rmsprop_step(params, gradient, mean_square, learning_rate, decay, eps)
    return params


def adam_steps(
    params: ArrayLike,
    gradients: ArrayLike,
    learning_rate: float,
    beta1: float,
    beta2: float,
    eps: float,
) -> FloatArray:
    """Return the parameters after one `adam_step` for each gradient, from moments 0 and t = 1.

    Parameters
    ----------
    params : array_like, shape (n,)
    gradients : array_like, shape (k, n)
        One step's gradient a row, the first step first.
    learning_rate, beta1, beta2, eps : float
        η, above 0; β1 and β2, at least 0 and below 1; ε, above 0.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    ValueError
        If the shapes do not fit, or a number is out of its range.

    Examples
    --------
    >>> adam_steps([1.0], [[2.0], [2.0]], 0.1, 0.9, 0.999, 1e-8).round(4)  # 1 - 0.1 - 0.1
    array([0.8])
    """
    params, gradients = _start(params, gradients)
    m: FloatArray = np.zeros_like(params)
    v: FloatArray = np.zeros_like(params)
    for t, gradient in enumerate(gradients, start=1):
        params, m, v = adam_step(params, gradient, m, v, t, learning_rate, beta1, beta2, eps)
    return params


def _start(params: ArrayLike, gradients: ArrayLike) -> tuple[FloatArray, FloatArray]:
    params = vector(params, "params")
    return params, matrix(gradients, "gradients", params.size)
