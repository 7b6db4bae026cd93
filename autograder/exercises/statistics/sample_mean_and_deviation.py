"""Exercise: draw normal numbers, and look at their own mean and deviation."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Rng, Tolerance
from nnlib import distributions

# Two samples of n numbers differ in their means by about σ √(2/n), and in their deviations by
# σ / √n. This is at least six times as much in each case, so that every right draw passes. Where
# n = 1, a tenth of μ is 10 σ, and the deviation is exactly 0, which only a drawn number shows.
CHANCE = Tolerance(rtol=0.1, atol=0.3, float32_rtol=0.1, float32_atol=0.3)


def sample_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make samples of many numbers, whose spread is known, and of one, which has none."""
    many = int(rng.integers(1000, 1500))
    return [
        Case(
            (1, 1000.0, 10.0, seeded(rng)),
            working="one number near 1000, and its distance from itself: the deviation is 0",
        ),
        Case((1000, 0.0, 1.0, seeded(rng)), "mean 0 and deviation 1"),
        Case((4 * many, 0.0, 1.0, seeded(rng)), "mean 0 and deviation 1"),
        Case((1, 900.0, 9.0, seeded(rng)), "mean 0 and deviation 1"),
        Case((5 * many, 20.0, 4.0, seeded(rng)), "another mean and deviation"),
        Case((6 * many, -7.0, 2.5, seeded(rng)), "another mean and deviation"),
        Case((1, -800.0, 8.0, seeded(rng)), "another mean and deviation"),
        Case((4 * many, 3000.0, 20.0, seeded(rng)), "large values"),
        Case((4 * many, -2000.0, 12.0, seeded(rng)), "large values"),
        Case((1, 1000.0, 10.0, seeded(rng)), "large values"),
    ]


def seeded(rng: np.random.Generator) -> Rng:
    """Return a generator for one call."""
    return Rng(int(rng.integers(1_000_000)))


SAMPLE_MEAN_AND_DEVIATION = Exercise(
    id="statistics.sample_mean_and_deviation",
    points=2,
    covers=("S6",),
    reference=distributions.sample_mean_and_deviation,
    cases=sample_cases,
    tolerance=CHANCE,
    hints=(
        "First draw: `rng.normal(…)` takes the mean, the standard deviation and how many.",
        "Then forget where the numbers come from, and work out the mean and the deviation of "
        "these n numbers, as in part 2.",
        "`statistics.mean` and `statistics.standard_deviation` do it, or NumPy's `np.mean` and "
        "`np.std`, which divides by n. Return the mean first.",
    ),
)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def nothing_drawn(n, mean, standard_deviation, rng):
    """You returned the mean and the deviation of the distribution. Draw n numbers, and return the
    mean and the deviation that these have.
    """
    return mean, standard_deviation


@SAMPLE_MEAN_AND_DEVIATION.misconception
def variance_for_deviation(n, mean, standard_deviation, rng):
    """Your second number comes near σ², the variance. Return the root of it; and if you drew with
    σ², draw with σ.
    """
    numbers = rng.normal(mean, standard_deviation, n)
    return np.mean(numbers), np.var(numbers)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def divided_by_n_minus_1(n, mean, standard_deviation, rng):
    """You divided by n - 1 (`ddof=1`), which for a single number is 0 divided by 0. Here it is
    divided by n.
    """
    numbers = rng.normal(mean, standard_deviation, n)
    return np.mean(numbers), np.std(numbers, ddof=1)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def deviation_first(n, mean, standard_deviation, rng):
    """Your two numbers stand in the wrong order: the mean comes first."""
    numbers = rng.normal(mean, standard_deviation, n)
    return np.std(numbers), np.mean(numbers)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def always_standard(n, mean, standard_deviation, rng):
    """You drew numbers of mean 0 and deviation 1, whatever was asked. Use the mean and the
    deviation that were given.
    """
    numbers = rng.standard_normal(n)
    return np.mean(numbers), np.std(numbers)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def uniform_numbers(n, mean, standard_deviation, rng):
    """Your numbers lie evenly on one side of the mean: `rng.random` draws uniform numbers. Draw
    normal ones.
    """
    numbers = mean + standard_deviation * rng.random(n)
    return np.mean(numbers), np.std(numbers)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def error_of_the_mean(n, mean, standard_deviation, rng):
    """You divided the deviation by √n, which says how far the mean may be off. Asked is the spread
    of the numbers.
    """
    numbers = rng.normal(mean, standard_deviation, n)
    return np.mean(numbers), np.std(numbers) / np.sqrt(n)


@SAMPLE_MEAN_AND_DEVIATION.misconception
def shifted_before_stretched(n, mean, standard_deviation, rng):
    """You added the mean first and then multiplied by the deviation, so that the mean was
    multiplied too. Stretch first, then shift.
    """
    numbers = standard_deviation * (rng.standard_normal(n) + mean)
    return np.mean(numbers), np.std(numbers)
