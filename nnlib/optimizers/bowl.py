"""Gradient descent in a bowl: the smallest place where a learning rate can be studied."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.optimizers.sgd import sgd_step
from nnlib.validate import FloatArray, count, vector

__all__ = ["descend_bowl"]


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
