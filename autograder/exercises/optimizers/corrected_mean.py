"""Exercise: a running mean without the pull of its start at 0."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.optimizers.samples import LESSON, quarters, reals, uneven_gradients, whole
from nnlib import optimizers


def mean_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make one number or several at each step, with a short and a long memory."""
    return [
        Case(
            (np.array([4.0, 8.0]), 0.5),
            working="m = 0.5·0 + 0.5·4 = 2, m = 0.5·2 + 0.5·8 = 5; 5 / (1 - 0.5²) = 6.6667",
        ),
        Case((reals(rng, 3), 0.9), "one number a step"),
        Case((reals(rng, 5), 0.6), "one number a step"),
        Case((uneven_gradients(rng, 3, 2), 0.9), "several numbers a step"),
        Case((uneven_gradients(rng, 4, 3), 0.75), "several numbers a step"),
        Case((uneven_gradients(rng, 3, 3), 0.8), "as many steps as numbers"),
        Case((uneven_gradients(rng, 2, 2), 0.7), "as many steps as numbers"),
        Case((reals(rng, 1, 3), 0.9), "one step"),
        Case((reals(rng, 1), 0.95), "one step"),
        Case((uneven_gradients(rng, 3, 2), 0.999), "a long memory"),
        Case((uneven_gradients(rng, 60, 2), 0.99), "a long memory"),
        Case((1000 * uneven_gradients(rng, 4, 2), 0.9), "large values"),
        Case((1000 * reals(rng, 3), 0.8), "large values"),
        Case((whole(rng, 4, 2), 0.9), "integers"),
        Case((whole(rng, 3), 0.5), "integers"),
        Case((quarters(rng, 3, 2), 0.5), "float32"),
        Case((quarters(rng, 4), 0.75), "float32"),
    ]


def _not_corrected(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean


def _one_power_short(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / np.float64(1 - beta ** (len(values) - 1))


def _one_power_more(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta ** (len(values) + 1))


def _always_as_at_the_first_step(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta)


def _times_for_power(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / np.float64(1 - beta * len(values))


def _multiplied(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean * (1 - beta ** len(values))


def _one_minus_forgotten(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / beta ** len(values)


def _corrected_in_the_loop(values, beta):
    mean = 0.0
    for t, value in enumerate(values, start=1):
        mean = (beta * mean + (1 - beta) * value) / (1 - beta**t)
    return mean


def _plain_mean(values, beta):
    return np.mean(values, axis=0)


def _shares_swapped(values, beta):
    mean = 0.0
    for value in values:
        mean = (1 - beta) * mean + beta * value
    return mean / (1 - beta ** len(values))


def _new_value_in_full(values, beta):
    mean = 0.0
    for value in values:
        mean = beta * mean + value
    return mean / (1 - beta ** len(values))


def _starts_with_the_first_value(values, beta):
    mean = values[0]
    for value in values[1:]:
        mean = beta * mean + (1 - beta) * value
    return mean


def _newest_first(values, beta):
    mean = 0.0
    for value in values[::-1]:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta ** len(values))


CORRECTED_MEAN = Exercise(
    id="optimizers.corrected_mean",
    name="corrected_mean",
    lesson=LESSON,
    points=2,
    covers=("O5",),
    reference=optimizers.corrected_mean,
    cases=mean_cases,
    hints=(
        "First the running mean, as in RMSprop, but of the values themselves: begin at 0, and let "
        "each value in with the share 1 - β.",
        "Correct once, after the loop: divide by 1 - β^k, where k is the number of values.",
        "`mean = beta * mean + (1 - beta) * value` in the loop; after it "
        "`return mean / (1 - beta ** len(values))`.",
    ),
    misconceptions=(
        Misconception(
            "not_corrected",
            "Your mean is not corrected: from its start at 0 it is still too small. "
            "Divide it by 1 - β^k.",
            _not_corrected,
        ),
        Misconception(
            "one_power_short",
            "Your power is one too low: after k values divide by 1 - β^k. Steps count from 1, so "
            "at the first one nothing is divided by 0.",
            _one_power_short,
        ),
        Misconception(
            "one_power_more",
            "Your power is one too high: after k values divide by 1 - β^k.",
            _one_power_more,
        ),
        Misconception(
            "always_as_at_the_first_step",
            "You always divide by 1 - β. That is right after one value; later the mean needs less "
            "and less correction, 1 - β^k.",
            _always_as_at_the_first_step,
        ),
        Misconception(
            "times_for_power",
            "You multiplied β by the number of values. It is a power: β · β · …, once for each.",
            _times_for_power,
        ),
        Misconception(
            "multiplied",
            "You made the mean even smaller. Divide by 1 - β^k instead of multiplying.",
            _multiplied,
        ),
        Misconception(
            "one_minus_forgotten",
            "You divided by β^k. Divide by what is missing to 1: 1 - β^k.",
            _one_minus_forgotten,
        ),
        Misconception(
            "corrected_in_the_loop",
            "You go on with the corrected mean. The running mean stays as it is; the correction "
            "is made on a copy, once at the end.",
            _corrected_in_the_loop,
        ),
        Misconception(
            "plain_mean",
            "All values count the same in your mean. In a running mean the newer ones count more.",
            _plain_mean,
        ),
        Misconception(
            "shares_swapped",
            "The two shares are swapped: the old mean keeps the share β, the new value gets 1 - β.",
            _shares_swapped,
        ),
        Misconception(
            "new_value_in_full",
            "You add each new value in full. In a running mean it comes in with the share 1 - β.",
            _new_value_in_full,
        ),
        Misconception(
            "starts_with_the_first_value",
            "You begin with the first value. Here the mean begins at 0 and is corrected at the "
            "end, which gives the first value less weight.",
            _starts_with_the_first_value,
        ),
        Misconception(
            "newest_first",
            "You went through the values from the newest to the oldest. The oldest comes first, so "
            "that it counts least.",
            _newest_first,
        ),
    ),
)
