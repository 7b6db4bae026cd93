"""Exercise: count the weights that hardly learn."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import chain_rule


def slow_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers with quiet inputs, with small errors, with both, and ties."""

    def mixed(part, error, inputs, limit, dtype=float):
        """Mix the order and turn the signs of all inputs, which changes no size."""
        sign = rng.choice([-1, 1])
        return Case(
            (shuffled(rng, error).astype(dtype), sign * shuffled(rng, inputs).astype(dtype), limit),
            part,
        )

    return [
        Case(
            (np.array([0.5, -0.001]), np.array([1.0, 0.01, 0.8]), 0.01),
            working="row 1: 0.5, 0.005, 0.4: one below 0.01; row 2: 0.001, 0.00001, 0.0008 in "
            "size: three; together 4",
        ),
        mixed("quiet inputs", [0.5, -0.4, 0.3], [0.9, 0.01, 0.7, 0.02], 0.02),
        mixed("quiet inputs", [0.6, -0.3], [0.8, -0.5, 0.003], 0.01),
        mixed("small errors", [0.002, -0.5, 0.003, 0.4], [0.7, 0.9, -0.6], 0.01),
        mixed("small errors", [0.004, -0.6], [0.9, 0.8, -0.7], 0.02),
        mixed("both a little small", [0.15, -0.8, 0.2, 0.3], [0.1, -0.9, 0.12], 0.05),
        mixed("both a little small", [0.3, -0.2, 0.7], [0.2, 0.25, -0.8, 0.9], 0.1),
        mixed("exactly at the limit", [0.5, -0.25, 1.0], [0.5, -1.0, 0.125, 0.75], 0.25),
        mixed("exactly at the limit", [0.5, -2.0], [0.25, -1.0, 0.0625], 0.125),
        mixed("one neuron", [-0.3], [0.9, -0.02, 0.8, 0.01, 0.03], 0.015),
        mixed("one neuron", [0.5], [0.7, -0.6, 0.04, 0.9], 0.03),
        mixed("inputs of 0", [0.4, -0.7, 0.6], [0.0, -0.9, 0.0, 0.8], 0.05),
        mixed("inputs of 0", [0.9, -0.8], [0.0, 0.5, -0.4], 0.05),
        mixed("large values", [900.0, -0.001, 700.0], [800.0, -0.0001, 1000.0], 5.0),
        mixed("large values", [500.0, -300.0], [0.002, -900.0, 0.001], 2.0),
        mixed("integers", [3, -1, 2, 5], [1, -4, 0, 2], 4, int),
        mixed("integers", [1, -6, 4], [2, -3], 5, int),
        mixed("float32", [0.5, -0.25, 0.75], [1.0, -0.125, 0.25], 0.1, np.float32),
        mixed("float32", [0.125, -1.0], [0.5, -0.25, 2.0, 0.125], 0.3, np.float32),
    ]


def shuffled(rng: np.random.Generator, numbers: Sequence[float]) -> Array:
    """Return the numbers in another order."""
    return rng.permutation(np.array(numbers))


SLOW_WEIGHTS = Exercise(
    id="backprop.slow_weights",
    points=1,
    covers=("B12", "B9"),
    reference=chain_rule.slow_weights,
    cases=slow_cases,
    hints=(
        "BP4 gives the gradients of all weights: a table. Which of its numbers are near 0?",
        "Near 0 means on either side of it: take the size first, with `np.abs`.",
        "`np.outer(error, previous_activation)` is the table, `< limit` says where it is small, "
        "and `np.sum` counts.",
    ),
)


@SLOW_WEIGHTS.misconception
def size_forgotten(error, previous_activation, limit):
    """You counted every negative gradient as small. -0.5 is far from 0: take the size first."""
    return np.sum(np.outer(error, previous_activation) < limit)


@SLOW_WEIGHTS.misconception
def fast_ones_counted(error, previous_activation, limit):
    """You counted the weights that do learn. Asked are the others."""
    return np.sum(np.abs(np.outer(error, previous_activation)) >= limit)


@SLOW_WEIGHTS.misconception
def share(error, previous_activation, limit):
    """You returned the share, a number from 0 to 1. How many are there?"""
    return np.mean(np.abs(np.outer(error, previous_activation)) < limit)


@SLOW_WEIGHTS.misconception
def inputs_only(error, previous_activation, limit):
    """You looked at the inputs alone. The gradient is δ times the input: a small error makes it
    small, too.
    """
    return np.sum(np.abs(previous_activation) < limit) * len(error)


@SLOW_WEIGHTS.misconception
def errors_only(error, previous_activation, limit):
    """You looked at the errors alone. The gradient is δ times the input: an input near 0 makes it
    small, too.
    """
    return np.sum(np.abs(error) < limit) * len(previous_activation)


@SLOW_WEIGHTS.misconception
def either_one_small(error, previous_activation, limit):
    """You compared error and input with the limit one by one. It is their product that counts."""
    small_error = np.abs(error)[:, np.newaxis] < limit
    return np.sum(small_error | (np.abs(previous_activation) < limit))


@SLOW_WEIGHTS.misconception
def limit_included(error, previous_activation, limit):
    """You counted gradients that are exactly as large as the limit. Only smaller ones count."""
    return np.sum(np.abs(np.outer(error, previous_activation)) <= limit)


@SLOW_WEIGHTS.misconception
def not_counted(error, previous_activation, limit):
    """You said of each weight whether it is slow. How many are there in all?"""
    return np.abs(np.outer(error, previous_activation)) < limit


@SLOW_WEIGHTS.misconception
def quiet_inputs_counted(error, previous_activation, limit):
    """You counted inputs. Each of them has a weight to every neuron of the layer."""
    return np.sum(np.abs(previous_activation) < limit)


@SLOW_WEIGHTS.misconception
def exact_zeros_only(error, previous_activation, limit):
    """You counted gradients that are exactly 0. Those nearer to 0 than the limit count."""
    return np.sum(np.outer(error, previous_activation) == 0)
