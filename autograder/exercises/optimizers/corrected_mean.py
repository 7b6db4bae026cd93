"""Exercise: a running mean without the pull of its start at 0."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import quarters, uneven_gradients, whole
from nnlib.by_hand.optimizers import corrected_mean


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


CORRECTED_MEAN = Exercise(
    id="optimizers.corrected_mean",
    points=2,
    covers=("O5",),
    reference=corrected_mean,
    cases=mean_cases,
    hints=(
        "First the running mean, as in RMSprop, but of the values themselves: begin at 0, and let "
        "each value in with the share 1 - β.",
        "Correct once, after the loop: divide by 1 - β^k, where k is the number of values.",
        "`mean = beta * mean + (1 - beta) * value` in the loop; after it "
        "`return mean / (1 - beta ** len(values))`.",
    ),
)


@CORRECTED_MEAN.misconception
def not_corrected(values, beta):
    """Your mean is not corrected: from its start at 0 it is still too small. Divide it by 1 -
    β^k.
    """
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean


@CORRECTED_MEAN.misconception
def one_power_short(values, beta):
    """Your power is one too low: after k values divide by 1 - β^k. Steps count from 1, so at the
    first one nothing is divided by 0.
    """
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / np.float64(1 - beta ** (len(values) - 1))


@CORRECTED_MEAN.misconception
def one_power_more(values, beta):
    """Your power is one too high: after k values divide by 1 - β^k."""
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta ** (len(values) + 1))


@CORRECTED_MEAN.misconception
def always_as_at_the_first_step(values, beta):
    """You always divide by 1 - β. That is right after one value; later the mean needs less and less
    correction, 1 - β^k.
    """
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta)


@CORRECTED_MEAN.misconception
def times_for_power(values, beta):
    """You multiplied β by the number of values. It is a power: β · β · …, once for each."""
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / np.float64(1 - beta * len(values))


@CORRECTED_MEAN.misconception
def multiplied(values, beta):
    """You made the mean even smaller. Divide by 1 - β^k instead of multiplying."""
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean * (1 - beta ** len(values))


@CORRECTED_MEAN.misconception
def one_minus_forgotten(values, beta):
    """You divided by β^k. Divide by what is missing to 1: 1 - β^k."""
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / beta ** len(values)


@CORRECTED_MEAN.misconception
def corrected_in_the_loop(values, beta):
    """You go on with the corrected mean. The running mean stays as it is; the correction is made on
    a copy, once at the end.
    """
    mean = 0.0
    for t, value in enumerate(values, start=1):
        mean = (beta * mean + (1 - beta) * value) / (1 - beta**t)
    return mean


@CORRECTED_MEAN.misconception
def plain_mean(values, beta):
    """All values count the same in your mean. In a running mean the newer ones count more."""
    return np.mean(values, axis=0)


@CORRECTED_MEAN.misconception
def shares_swapped(values, beta):
    """The two shares are swapped: the old mean keeps the share β, the new value gets 1 - β."""
    mean = 0.0
    for value in values:
        mean = (1 - beta) * mean + beta * value
    return mean / (1 - beta ** len(values))


@CORRECTED_MEAN.misconception
def new_value_in_full(values, beta):
    """You add each new value in full. In a running mean it comes in with the share 1 - β."""
    mean = 0.0
    for value in values:
        mean = beta * mean + value
    return mean / (1 - beta ** len(values))


@CORRECTED_MEAN.misconception
def starts_with_the_first_value(values, beta):
    """You begin with the first value. Here the mean begins at 0 and is corrected at the end, which
    gives the first value less weight.
    """
    mean = values[0]
    for value in values[1:]:
        mean = beta * mean + (1 - beta) * value
    return mean


@CORRECTED_MEAN.misconception
def newest_first(values, beta):
    """You went through the values from the newest to the oldest. The oldest comes first, so that it
    counts least.
    """
    mean = 0.0
    for value in values[::-1]:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta ** len(values))
