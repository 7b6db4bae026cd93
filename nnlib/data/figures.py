"""Classes that wind around each other, which only a network with a hidden layer separates."""

import numpy as np

from nnlib.data.classes import turns
from nnlib.validate import FloatArray, count, fraction, not_negative, positive


def moons(
    num_samples: int, *, rng: np.random.Generator, noise: float = 0.1
) -> tuple[FloatArray, FloatArray]:
    """Draw two half-moons, each with a horn in the hollow of the other.

    Class 0 lies on (cos φ, sin φ), class 1 on (1 - cos φ, 1/2 - sin φ), with φ from 0 to π.

    Parameters
    ----------
    num_samples : int
        How many points in all.
    rng : numpy.random.Generator
        Where the random numbers come from.
    noise : float
        The standard deviation of the points around their half-circle; from 0.2 on they mix.

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
    >>> X, targets = moons(4, rng=np.random.default_rng(0))
    >>> X.shape, targets
    ((4, 2), array([0., 1., 0., 1.]))
    """
    targets = turns(num_samples)
    angle = rng.uniform(0, np.pi, targets.size)
    upper = np.column_stack([np.cos(angle), np.sin(angle)])
    points = np.where(targets[:, np.newaxis] == 0, upper, [1, 0.5] - upper)
    return _scattered(points, noise, rng), targets


def circles(
    num_samples: int, *, rng: np.random.Generator, noise: float = 0.1, inner_radius: float = 0.5
) -> tuple[FloatArray, FloatArray]:
    """Draw a ring around a ring: class 0 has the radius 1, class 1 the inner radius.

    Parameters
    ----------
    num_samples : int
        How many points in all.
    rng : numpy.random.Generator
        Where the random numbers come from.
    noise : float
        The standard deviation of the points around their ring.
    inner_radius : float
        At least 0, where it is a single spot, and below 1.

    Returns
    -------
    X : ndarray, shape (num_samples, 2)
    targets : ndarray, shape (num_samples,)
        0 or 1 each, alternating.

    Raises
    ------
    ValueError
        If `num_samples` is no whole number of at least 1, `noise` is below 0, or the inner
        radius is not from 0 to below 1.

    Examples
    --------
    >>> X, targets = circles(2, rng=np.random.default_rng(0), noise=0)
    >>> np.linalg.norm(X, axis=1).round(12)
    array([1. , 0.5])
    """
    targets = turns(num_samples)
    radius = np.where(targets == 0, 1, fraction(inner_radius, "inner_radius"))
    angle = rng.uniform(0, 2 * np.pi, targets.size)
    return _scattered(_around_zero(radius, angle), noise, rng), targets


def spirals(
    num_samples: int,
    *,
    rng: np.random.Generator,
    num_classes: int = 2,
    rotations: float = 1.0,
    noise: float = 0.03,
) -> tuple[FloatArray, FloatArray]:
    """Draw one arm of a spiral for each class, from the middle outwards.

    At the radius r, from 0.1 to 1, the arm of class c has the angle 2π (rotations · r + c / k).

    Lang and Witbrock, Learning to tell two spirals apart, 1988.

    Parameters
    ----------
    num_samples : int
        How many points in all.
    rng : numpy.random.Generator
        Where the random numbers come from.
    num_classes : int
        The number k of arms.
    rotations : float
        How often an arm winds around the middle, above 0.
    noise : float
        The standard deviation of the points around their arm.

    Returns
    -------
    X : ndarray, shape (num_samples, 2)
    targets : ndarray, shape (num_samples,)
        From 0 to num_classes - 1, in turn.

    Raises
    ------
    ValueError
        If a number of samples or classes is no whole number of at least 1, `rotations` is not
        above 0, or `noise` is below 0.

    Examples
    --------
    >>> X, targets = spirals(6, rng=np.random.default_rng(0), num_classes=3)
    >>> X.shape, targets
    ((6, 2), array([0., 1., 2., 0., 1., 2.]))
    """
    targets = turns(num_samples, num_classes)
    radius = rng.uniform(0.1, 1, targets.size)  # at 0 all arms would meet
    turned = positive(rotations, "rotations") * radius + targets / count(num_classes, "num_classes")
    return _scattered(_around_zero(radius, 2 * np.pi * turned), noise, rng), targets


def _around_zero(radius: FloatArray, angle: FloatArray) -> FloatArray:
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _scattered(points: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    return points + not_negative(noise, "noise") * rng.standard_normal(points.shape)
