"""Optimizers step by step: batches, several steps with given gradients, and what a rule remembers.

What a rule remembers is seen only where the gradients differ from step to step; so these are the
forms to practise on and to compare with.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.optimizers import adam_step, momentum_step, rmsprop_step, sgd_step
from nnlib.validate import FloatArray, count, floats, fraction, matrix, vector


def batch_indices(
    order: NDArray[Any] | Sequence[int], batch_size: int
) -> list[NDArray[Any] | Sequence[int]]:
    """Cut an order of samples into batches, one after the other.

    Parameters
    ----------
    order : sequence or ndarray of int, shape (m,)
        The places of the samples in the order in which they are to be seen.
    batch_size : int
        Samples a batch; the last batch holds what is left.

    Returns
    -------
    list of sequence or ndarray
        The places of each batch's samples.

    Raises
    ------
    ValueError
        If `batch_size` is not at least 1.

    Examples
    --------
    >>> batch_indices([3, 0, 4, 1, 2], 2)
    [[3, 0], [4, 1], [2]]
    """
    size = count(batch_size, "batch_size")
    return [order[start : start + size] for start in range(0, len(order), size)]


def descend_bowl(
    start: ArrayLike, curvatures: ArrayLike, learning_rate: float, num_steps: int
) -> FloatArray:
    """Return all places of gradient descent in the bowl ½ (c₁ w₁² + c₂ w₂² + …).

    Its gradient is (c₁ w₁, c₂ w₂, …), so each step multiplies w_i by 1 - η c_i: the walk arrives
    if η is below 2 / c for the largest c, and diverges above it.

    Parameters
    ----------
    start : array_like, shape (n,)
    curvatures : array_like, shape (n,)
        How quickly the slope grows along each weight.
    learning_rate : float
        η, above 0.
    num_steps : int
        k, at least 1.

    Returns
    -------
    ndarray, shape (k + 1, n)
        The start, and the place after each step.

    Raises
    ------
    ValueError
        If the shapes differ, or a number is out of its range.

    Examples
    --------
    >>> descend_bowl([4.0, 1.0], [1.0, 3.0], 0.5, 2)  # 4 - 0.5·4, then 2 - 0.5·2; 1 - 0.5·3, …
    array([[ 4.  ,  1.  ],
           [ 2.  , -0.5 ],
           [ 1.  ,  0.25]])
    """
    path = [vector(start, "start")]
    slopes_per_unit = vector(curvatures, "curvatures", path[0].size)
    for _ in range(count(num_steps, "num_steps")):
        path.append(sgd_step(path[-1], slopes_per_unit * path[-1], learning_rate))
    return np.array(path)


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


def running_mean(values: ArrayLike, beta: float) -> FloatArray:
    """Return the running mean after all values, from 0: m ← β m + (1 - β) value.

    Parameters
    ----------
    values : array_like, shape (k,) or (k, n)
        The oldest first; of rows, each column is averaged by itself.
    beta : float
        The share β of the mean that is kept at each value, at least 0 and below 1.

    Returns
    -------
    ndarray, shape () or (n,)

    Raises
    ------
    ValueError
        If there is no value, or `beta` is out of its range.

    Examples
    --------
    >>> float(running_mean([4.0, 8.0], 0.5))  # 0.5·0 + 0.5·4 = 2, then 0.5·2 + 0.5·8
    5.0
    """
    rows, beta = floats(values, "values"), fraction(beta, "beta")
    if rows.ndim == 0:
        raise ValueError("values must be several numbers or rows; a single number came.")
    mean: FloatArray = np.zeros_like(rows[0])
    for row in rows:
        mean = beta * mean + (1 - beta) * row
    return np.asarray(mean)


def corrected_mean(values: ArrayLike, beta: float) -> FloatArray:
    """Return the running mean without the pull of its start at 0: m / (1 - β^k) after k values.

    The weights of the k values are (1 - β) β^(k-1), …, (1 - β) β, 1 - β. They add up to 1 - β^k,
    and divided by it to 1. Kingma and Ba, Adam, 2015, section 3.

    Parameters
    ----------
    values : array_like, shape (k,) or (k, n)
        The oldest first; of rows, each column is averaged by itself.
    beta : float
        The share β of the mean that is kept at each value, at least 0 and below 1.

    Returns
    -------
    ndarray, shape () or (n,)

    Raises
    ------
    ValueError
        If there is no value, or `beta` is out of its range.

    Examples
    --------
    >>> round(float(corrected_mean([4.0, 8.0], 0.5)), 4)  # 5 / (1 - 0.25)
    6.6667
    """
    mean = running_mean(values, beta)
    return np.asarray(mean / (1 - fraction(beta, "beta") ** len(np.asarray(values))))


def _start(params: ArrayLike, gradients: ArrayLike) -> tuple[FloatArray, FloatArray]:
    params = vector(params, "params")
    return params, matrix(gradients, "gradients", params.size)
