"""Small random data sets with two classes in the plane."""

import numpy as np

from nnlib.validate import FloatArray, count, number, positive


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
    targets = _alternating(num_samples)
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
    targets = _alternating(num_samples)
    angle = rng.uniform(0, 2 * np.pi)
    weights, bias = np.array([np.cos(angle), np.sin(angle)]), float(rng.uniform(-0.3, 0.3))
    X = rng.uniform(-1, 1, (targets.size, 2))
    # Mirror each point to the side of its target, then push it away from the line.
    z = X @ weights + bias
    wanted = (2 * targets - 1) * (np.abs(z) + positive(margin, "margin"))
    return X + np.outer(wanted - z, weights), targets, weights, bias


def _alternating(num_samples: int) -> FloatArray:
    return np.arange(count(num_samples, "num_samples")) % 2.0
