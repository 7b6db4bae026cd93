"""Exercise: the height of the bell curve, e^(-(x-μ)²/(2σ²)) / (σ √(2π))."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import Array
from nnlib import distributions


def density_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make points around narrow and wide bells; σ is 1 in the first example alone."""
    m, s = rng.uniform(1.0, 3.0, 8), rng.uniform(1.5, 2.5, 8)
    return [
        Case((0.0, 0.0, 1.0), working="e^0 / (1·√(2π)) = 1 / 2.5066 = 0.3989"),
        Case(
            (7.0, 5.0, 2.0),
            working="(7-5)² / (2·2²) = 4 / 8 = 0.5; e^-0.5 = 0.6065; 0.6065 / (2·2.5066) = 0.121",
        ),
        Case((float(m[0] + 1.3 * s[0]), float(m[0]), float(s[0])), "one number"),
        Case((float(-m[1] - 0.4 * s[1]), float(-m[1]), float(s[1])), "one number"),
        Case((around(rng, m[2], s[2], 5), float(m[2]), float(s[2])), "a vector"),
        Case((around(rng, -m[3], 0.3, 1), float(-m[3]), 0.3), "a vector"),
        Case((around(rng, m[4], s[4], 6).reshape(2, 3), float(m[4]), float(s[4])), "a matrix"),
        Case((around(rng, m[5], 0.6, 3).reshape(1, 3), float(m[5]), 0.6), "a matrix"),
        Case((around(rng, m[6], 0.1, 4), float(m[6]), 0.1), "a narrow curve"),
        Case((around(rng, -m[7], 0.05, 3), float(-m[7]), 0.05), "a narrow curve"),
        Case((around(rng, 40.0, 9.0, 4), 40.0, 9.0), "a wide curve"),
        Case((around(rng, -25.0, 6.0, 3), -25.0, 6.0), "a wide curve"),
        Case((np.array([1000.0, 3.5, -1000.0]), 2.0, 1.5), "far away"),
        Case((np.array([[-1000.0, -2.0], [1000.0, -3.0]]), -1.0, 2.5), "far away"),
        Case((rng.permutation(np.array([-1, 0, 2, 4, 5])), 2, 3), "integers"),
        Case((rng.permutation(np.array([[1, 3], [-4, 6]])), 1, 2), "integers"),
        Case((np.array([0.5, -1.25, 2.0, 4.5], np.float32), 0.75, 2.0), "float32"),
        Case((np.array([[3.0], [1.5]], np.float32), 2.5, 0.5), "float32"),
    ]


def around(rng: np.random.Generator, mean: float, deviation: float, n: int) -> Array:
    """Draw points on both sides of the middle, at most 1.5 deviations off, none too near."""
    offsets = rng.uniform(0.4, 1.5, n) * np.resize([1.0, -1.0], n)
    points: Array = mean + deviation * offsets
    return points


NORMAL_DENSITY = Exercise(
    id="statistics.normal_density",
    points=2,
    covers=("S3",),
    reference=distributions.normal_density,
    cases=density_cases,
    hints=(
        "Work it out in two parts: the power of e, and the number in front of it.",
        "The exponent is minus the squared distance (x - mean)², divided by 2σ². Put 2σ² in "
        "brackets: `/ 2 * s**2` would multiply by s².",
        "In front stands 1 / (σ √(2π)): `1 / (standard_deviation * np.sqrt(2 * np.pi))`.",
    ),
)


@NORMAL_DENSITY.misconception
def forgot_to_divide_by_deviation(x, mean, standard_deviation):
    """You left σ out of the number in front. A wide curve must be lower, or its area would be above
    1.
    """
    return np.exp(-((x - mean) ** 2) / (2 * standard_deviation**2)) / np.sqrt(2 * np.pi)


@NORMAL_DENSITY.misconception
def only_the_power(x, mean, standard_deviation):
    """You returned the power of e alone. The number in front, 1 / (σ √(2π)), makes the area 1."""
    return np.exp(-((x - mean) ** 2) / (2 * standard_deviation**2))


@NORMAL_DENSITY.misconception
def exponent_with_deviation_not_squared(x, mean, standard_deviation):
    """In the exponent you divided by 2σ. It is 2σ²: the deviation is squared like the distance."""
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp(-((x - mean) ** 2) / (2 * standard_deviation))


@NORMAL_DENSITY.misconception
def deviation_taken_for_variance(x, mean, standard_deviation):
    """You used the standard deviation where the variance σ² belongs. The argument is σ: square
    it.
    """
    height = 1 / np.sqrt(2 * np.pi * standard_deviation)
    return height * np.exp(-((x - mean) ** 2) / (2 * standard_deviation))


@NORMAL_DENSITY.misconception
def variance_in_front(x, mean, standard_deviation):
    """You put σ² into the number in front. There it is σ, not squared."""
    height = 1 / (standard_deviation**2 * np.sqrt(2 * np.pi))
    return height * np.exp(-((x - mean) ** 2) / (2 * standard_deviation**2))


@NORMAL_DENSITY.misconception
def two_left_out(x, mean, standard_deviation):
    """In the exponent you divided by σ². It is 2σ²."""
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp(-((x - mean) ** 2) / standard_deviation**2)


@NORMAL_DENSITY.misconception
def brackets_left_out(x, mean, standard_deviation):
    """You wrote something like `/ 2 * s**2`, which divides by 2 and then multiplies by σ². Put 2σ²
    in brackets.
    """
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp(-((x - mean) ** 2) / 2 * standard_deviation**2)


@NORMAL_DENSITY.misconception
def minus_lost(x, mean, standard_deviation):
    """Your curve rises away from the mean. The exponent is negative, so that it falls."""
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp((x - mean) ** 2 / (2 * standard_deviation**2))


@NORMAL_DENSITY.misconception
def distance_not_squared(x, mean, standard_deviation):
    """You did not square the distance from the mean. Squared, both sides fall alike."""
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp(-(x - mean) / (2 * standard_deviation**2))


@NORMAL_DENSITY.misconception
def root_left_out(x, mean, standard_deviation):
    """You divided by 2π. In the formula it stands under a root, √(2π)."""
    height = 1 / (standard_deviation * 2 * np.pi)
    return height * np.exp(-((x - mean) ** 2) / (2 * standard_deviation**2))


@NORMAL_DENSITY.misconception
def mean_not_subtracted(x, mean, standard_deviation):
    """Your curve has its top at 0. Take the mean away from x first."""
    height = 1 / (standard_deviation * np.sqrt(2 * np.pi))
    return height * np.exp(-(x**2) / (2 * standard_deviation**2))
