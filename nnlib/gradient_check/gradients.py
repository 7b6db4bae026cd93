"""Gradient checks: compare a gradient that was worked out with one that was measured.

Central differences need nothing but the function, and are good to about 8 digits. The complex step
has no difference of nearly equal numbers, and so is good to all digits, but the function must take
complex numbers; those of `nnlib.losses`, `nnlib.layers` and `nnlib.network` do.

Squire and Trapp, Using complex variables to estimate derivatives of real functions, 1998.
"""

from collections.abc import Callable
from math import inf
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, positive

__all__ = [
    "Measure",
    "central_differences",
    "check_gradient",
    "complex_step",
    "worst_relative_error",
]

Measure = Callable[[Callable[[Any], Any], ArrayLike], FloatArray]


def central_differences(
    f: Callable[[Any], Any], point: ArrayLike, nudge: float = 1e-5
) -> FloatArray:
    """Measure a gradient from both sides: ∂f/∂p_i ≈ (f(p + h e_i) - f(p - h e_i)) / 2h.

    Parameters
    ----------
    f : callable
        Takes an array like `point`, returns a number.
    point : array_like, any shape
    nudge : float
        The step h, above 0. The error falls with h², and rounding grows with 1/h.

    Returns
    -------
    ndarray of float64, the shape of `point`

    Examples
    --------
    >>> central_differences(lambda p: p[0] ** 2 * p[1], [3.0, 2.0]).round(6)
    array([12.,  9.])
    """
    p, h = floats(point, "point").astype(np.float64), positive(nudge, "nudge")
    slopes = np.empty_like(p)
    for index in np.ndindex(p.shape):
        here = p[index]
        p[index] = here + h
        above = f(p)
        p[index] = here - h
        slopes[index] = (above - f(p)) / (2 * h)
        p[index] = here
    return slopes


def complex_step(f: Callable[[Any], Any], point: ArrayLike, nudge: float = 1e-20) -> FloatArray:
    """Measure a gradient off the real line: ∂f/∂p_i ≈ Im f(p + i h e_i) / h.

    f(p + ih) = f(p) + i h f'(p) - h² f''(p)/2 - …, so the imaginary part holds h f'(p) alone.

    Parameters
    ----------
    f : callable
        Takes a complex array like `point`, returns a complex number; built of sums, products and
        functions like exp, without absolute values.
    point : array_like, any shape
    nudge : float
        The step h, above 0.

    Returns
    -------
    ndarray of float64, the shape of `point`

    Examples
    --------
    >>> complex_step(lambda p: p[0] ** 2 * p[1], [3.0, 2.0])
    array([12.,  9.])
    """
    h = positive(nudge, "nudge")
    p = floats(point, "point").astype(np.complex128)
    slopes = np.empty(p.shape)
    for index in np.ndindex(p.shape):
        p[index] += 1j * h
        slopes[index] = np.imag(f(p)) / h
        p[index] = p[index].real
    return slopes


def worst_relative_error(gradient: ArrayLike, measured: ArrayLike, scale: float = 0.0) -> float:
    """Return how wrong the worst number of a gradient is, in relation to its own size.

    Lengths, as in `nnlib.by_hand.gradient_proof.relative_error`, would let one wrong number hide
    among a hundred thousand right ones, or a small gradient behind a large one; so the library
    checks itself number by number:

    max_i |g_i - m_i| / max(|g_i|, |m_i|, 1e-3 max_j |m_j|, 1e-5 scale); the last two keep rounding
    errors of components near 0 from counting. 0 for two equal gradients, 1 for a missing one,
    infinity for one that holds NaN or infinity.

    Parameters
    ----------
    gradient, measured : array_like, of one shape
    scale : float
        The largest number of a whole of which these are a part.

    Returns
    -------
    float
        A good gradient has less than 1e-6 by central differences, 1e-10 by the complex step.

    Examples
    --------
    >>> round(worst_relative_error([1.0, 2.0], [1.0, 2.002]), 6)
    0.000999
    """
    g, m = np.asarray(gradient), np.asarray(measured)
    if g.shape != m.shape:
        raise ValueError(f"gradient must have the shape {m.shape}; {g.shape} came.")
    if not (np.isfinite(g).all() and np.isfinite(m).all()):
        return inf
    least = max(1e-3 * np.abs(m).max(), 1e-5 * scale)
    size = np.maximum(np.maximum(np.abs(g), np.abs(m)), least)
    return float((np.abs(g - m) / np.where(size > 0, size, 1)).max())


def check_gradient(
    f: Callable[[Any], Any],
    gradient: ArrayLike,
    point: ArrayLike,
    measure: Measure = central_differences,
) -> float:
    """Return the relative error of a gradient of any function at a point.

    Parameters
    ----------
    f : callable
        Takes an array like `point`, returns a number.
    gradient, point : array_like, of one shape
    measure : callable
        `central_differences` or `complex_step`.

    Returns
    -------
    float

    Examples
    --------
    >>> check_gradient(lambda p: p[0] ** 2, [6.0], [3.0]) < 1e-9
    True
    >>> check_gradient(lambda p: p[0] ** 2, [6.006], [3.0]) < 1e-9
    False
    """
    return worst_relative_error(gradient, measure(f, point))
