"""Hills and valleys: functions of several numbers with their gradients, and the way down.

Each function takes a point of shape (n,); its gradient has the point's shape.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, count, positive, vector


def bowl(point: ArrayLike) -> float:
    """Return p₁² + 2 p₂² + 3 p₃² + …, a bowl that is steeper in each further direction.

    Examples
    --------
    >>> bowl([3, 1])
    11.0
    """
    p = vector(point, "point")
    return float(np.sum(_places(p) * p**2))


def bowl_gradient(point: ArrayLike) -> FloatArray:
    """Return the gradient of the bowl: ∂/∂p_i = 2 i p_i.

    Examples
    --------
    >>> bowl_gradient([3, 1])
    array([6., 4.])
    """
    p = vector(point, "point")
    return 2 * _places(p) * p


def trough(point: ArrayLike) -> float:
    """Return ¼ (p₁⁴ + p₂⁴ + …), which is flat near 0 and steep far from it.

    Examples
    --------
    >>> trough([2, 1])
    4.25
    """
    return float(np.sum(vector(point, "point") ** 4) / 4)


def trough_gradient(point: ArrayLike) -> FloatArray:
    """Return the gradient of the trough: ∂/∂p_i = p_i³.

    Examples
    --------
    >>> trough_gradient([2, 1])
    array([8., 1.])
    """
    cubes: FloatArray = vector(point, "point") ** 3
    return cubes


def saddle(point: ArrayLike) -> float:
    """Return (p₁ + p₂ + …)² + p₁ p₂ p₃ …, in which every number changes every slope.

    Examples
    --------
    >>> saddle([3, 2])
    31.0
    """
    p = vector(point, "point")
    return float(p.sum() ** 2 + p.prod())


def saddle_gradient(point: ArrayLike) -> FloatArray:
    """Return the gradient of the saddle: ∂/∂p_i = 2 (p₁ + p₂ + …) + the product of the others.

    Examples
    --------
    >>> saddle_gradient([3, 2])
    array([12., 13.])
    """
    p = vector(point, "point")
    others = np.array([np.delete(p, i).prod() for i in range(p.size)], dtype=p.dtype)
    slopes: FloatArray = 2 * p.sum() + others
    return slopes


def gradient_descent(
    gradient: Callable[[FloatArray], ArrayLike],
    start: ArrayLike,
    learning_rate: float,
    num_steps: int,
) -> FloatArray:
    """Walk downhill and return every place on the way: p ← p - η ∇f(p).

    Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, 1847.

    Parameters
    ----------
    gradient : callable
        Takes a point of shape (n,) and returns the gradient there, of the same shape.
    start : array_like, shape (n,)
    learning_rate : float
        η, above 0.
    num_steps : int

    Returns
    -------
    ndarray, shape (num_steps + 1, n)
        The start, and the place after each step.

    Raises
    ------
    ValueError
        If the start is no vector, or the learning rate or the number of steps is not above 0.

    Examples
    --------
    >>> gradient_descent(bowl_gradient, [4, 1], 0.25, 2)  # 4 - 0.25 · 8, 1 - 0.25 · 4
    array([[4., 1.],
           [2., 0.],
           [1., 0.]])
    """
    path, eta = [vector(start, "start")], positive(learning_rate, "learning_rate")
    for _ in range(count(num_steps, "num_steps")):
        path.append(path[-1] - eta * vector(gradient(path[-1]), "gradient", path[-1].size))
    return np.array(path)


def _places(p: FloatArray) -> FloatArray:
    return np.arange(1, p.size + 1, dtype=p.dtype)
