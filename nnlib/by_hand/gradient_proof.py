"""Prove a gradient: measure it too, and see whether the two agree.

`nnlib.gradient_check` holds the library's own networks to a stricter measure, number by number.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.gradient_check import central_differences
from nnlib.validate import floats, positive, shaped

__all__ = ["central_differences", "gradient_check", "relative_error"]


def relative_error(gradient: ArrayLike, measured: ArrayLike) -> float:
    """Return the difference of two gradients in relation to their size.

    ‖g - m‖ / (‖g‖ + ‖m‖), where ‖g‖ = √(g₁² + g₂² + …) is the length of g

    It is 0 for two equal gradients, also if both are 0; 1 if one of them alone is 0; and never
    more than 1. Taken of lengths, it is not upset by the rounding of a component near 0, and so
    one tolerance does for the whole gradient.

    Parameters
    ----------
    gradient, measured : array_like, of one shape

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the shapes differ.

    Examples
    --------
    >>> relative_error([3, 4], [3, 4]), relative_error([3, 4], [0, 0])
    (0.0, 1.0)
    >>> relative_error([3, 0], [0, 4])  # 5 / (3 + 4)
    0.7142857142857143
    """
    m = floats(measured, "measured")
    g = shaped(gradient, "gradient", m.shape)
    size = np.linalg.norm(g) + np.linalg.norm(m)
    return float(np.linalg.norm(g - m) / size) if size > 0 else 0.0


def gradient_check(
    f: Callable[[Any], Any],
    gradient: ArrayLike,
    point: ArrayLike,
    nudge: float,
    tolerance: float,
) -> bool:
    """Return True if a gradient that was worked out agrees with the one that is measured.

    Parameters
    ----------
    f : callable
        Takes an array like `point`, returns a number.
    gradient : array_like
        What was worked out, of the shape of `point`.
    point : array_like
    nudge : float
        The step of the central differences.
    tolerance : float
        The relative error must be below it.

    Returns
    -------
    bool

    Raises
    ------
    ValueError
        If the shapes differ, or nudge or tolerance is not above 0.

    Examples
    --------
    >>> from nnlib.by_hand.landscapes import bowl
    >>> gradient_check(bowl, [6, 4], [3, 1], 1e-4, 1e-6)
    True
    >>> gradient_check(bowl, [6.006, 4.004], [3, 1], 1e-4, 1e-6)
    False
    """
    measured = central_differences(f, point, nudge)
    return relative_error(gradient, measured) < positive(tolerance, "tolerance")
