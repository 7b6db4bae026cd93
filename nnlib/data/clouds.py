"""Clouds of points in the plane: two that a line separates, or four that none does."""

import numpy as np

from nnlib.data.classes import turns
from nnlib.validate import FloatArray, not_negative, number, positive


def blobs(
    num_samples: int, *, rng: np.random.Generator, distance: float = 4.0
) -> tuple[FloatArray, FloatArray]:
    """Draw two round clouds of points, one for each class.

    Each cloud is a normal distribution with standard deviation 1. Their centres lie on the
    diagonal, `distance` apart, and at 4 the clouds may touch; the classes take turns.

    Parameters
    ----------
    num_samples : int
        How many points in all.
    rng : numpy.random.Generator
        Where the random numbers come from.
    distance : float
        How far the centres are apart; 0 puts one cloud on the other.

    Returns
    -------
    X : ndarray, shape (num_samples, 2)
    targets : ndarray, shape (num_samples,)
        0 or 1 each, alternating.

    Raises
    ------
    ValueError
        If `num_samples` is no whole number of at least 1.

    Examples
    --------
    >>> X, targets = blobs(4, rng=np.random.default_rng(0))
    >>> X.shape, targets
    ((4, 2), array([0., 1., 0., 1.]))
    """
    targets = turns(num_samples)
    # From the middle to a centre it is half the distance, shared by both coordinates.
    offset = number(distance, "distance") / 2 / np.sqrt(2)
    centres = np.outer(2 * targets - 1, [offset, offset])
    return centres + rng.standard_normal(centres.shape), targets


def linearly_separable(
    num_samples: int, *, rng: np.random.Generator, margin: float = 0.2
) -> tuple[FloatArray, FloatArray, FloatArray, float]:
    """Draw points that a known line separates, none nearer to it than the margin.

    t = 1 where w·x + b ≥ margin, t = 0 where w·x + b ≤ -margin, with ‖w‖ = 1

    Parameters
    ----------
    num_samples : int
        How many points in all.
    rng : numpy.random.Generator
        Where the random numbers come from.
    margin : float
        The least distance of a point from the line, above 0.

    Returns
    -------
    X : ndarray, shape (num_samples, 2)
    targets : ndarray, shape (num_samples,)
        0 or 1 each, alternating.
    weights : ndarray, shape (2,)
        The line's normal, of length 1.
    bias : float

    Raises
    ------
    ValueError
        If `num_samples` is no whole number of at least 1, or `margin` is not above 0.

    Examples
    --------
    >>> X, targets, weights, bias = linearly_separable(50, rng=np.random.default_rng(0))
    >>> bool(((X @ weights + bias > 0) == targets).all())
    True
    """
    targets = turns(num_samples)
    angle = rng.uniform(0, 2 * np.pi)
    weights, bias = np.array([np.cos(angle), np.sin(angle)]), float(rng.uniform(-0.3, 0.3))
    X = rng.uniform(-1, 1, (targets.size, 2))
    # Mirror each point to the side of its target, then push it away from the line.
    z = X @ weights + bias
    wanted = (2 * targets - 1) * (np.abs(z) + positive(margin, "margin"))
    return X + np.outer(wanted - z, weights), targets, weights, bias


def xor_blobs(
    num_samples: int, *, rng: np.random.Generator, noise: float = 0.2
) -> tuple[FloatArray, FloatArray]:
    """Draw four round clouds around the corners of XOR's square, of which no line separates two.

    Class 0 lies around (0, 0) and (1, 1), class 1 around (0, 1) and (1, 0).

    Parameters
    ----------
    num_samples : int
        How many points in all, shared evenly by the corners.
    rng : numpy.random.Generator
        Where the random numbers come from.
    noise : float
        The standard deviation of each cloud; 0 leaves the corners.

    Returns
    -------
    X : ndarray, shape (num_samples, 2)
    targets : ndarray, shape (num_samples,)
        0 or 1 each, alternating.

    Raises
    ------
    ValueError
        If `num_samples` is no whole number of at least 1, or `noise` is below 0.

    Examples
    --------
    >>> X, targets = xor_blobs(4, rng=np.random.default_rng(0), noise=0)
    >>> X.tolist(), targets
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]], array([0., 1., 0., 1.]))
    """
    targets = turns(num_samples)
    first = np.arange(targets.size) // 2 % 2
    corners = np.column_stack([first, (first + targets) % 2])
    return corners + not_negative(noise, "noise") * rng.standard_normal(corners.shape), targets
