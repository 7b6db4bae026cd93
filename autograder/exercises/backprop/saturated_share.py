"""Exercise: the share of saturated neurons."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.by_hand import chain_rule


def saturated_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers and batches with saturated neurons on both sides; the order is drawn."""

    def mixed(part, numbers, limit, dtype=float, shape=-1):
        z = rng.permutation(np.array(numbers, dtype=dtype))
        return Case((z.reshape(shape), limit), part)

    return [
        Case(
            (np.array([-9.0, 0.0, 1.0, 9.0]), 0.01),
            working="σ′(±9) ≈ 0.0001, σ′(0) = 0.25, σ′(1) ≈ 0.197; two of four are below 0.01: 0.5",
        ),
        mixed("one sample", [-7.0, 0.5, 6.0, 8.0, -1.0], 0.01),
        mixed("one sample", [-6.5, -9.0, 1.5, 7.0, -0.3, 2.0, 0.1], 0.02),
        mixed("a batch", [-8.0, 0.4, 6.0, 1.0, -0.2, 7.5], 0.01, shape=(2, 3)),
        mixed("a batch", [-7.0, -9.0, -6.0, 8.0, 1.0, 0.3, -0.5, 7.0], 0.02, shape=(4, 2)),
        mixed("another limit", [-2.5, 0.1, 2.2, 3.0, -0.4], 0.1),
        mixed("another limit", [-1.2, -0.8, 0.05, 1.5, 2.5, 3.0], 0.2),
        mixed("exactly at the limit", [0.0, 0.0, -2.0, 1.0, 3.0], 0.25),
        mixed("exactly at the limit", [0.0, -1.0, 2.0], 0.25),
        mixed("none or all", [0.3, -0.5, 1.0], 0.01),
        mixed("none or all", [-20.0, 15.0, -12.0, 9.0], 0.01),
        mixed("large values", [-1000.0, 800.0, 0.2, -0.7], 0.01),
        mixed("large values", [1000.0, 900.0, -600.0, 0.5, 1.1], 0.001),
        mixed("integers", [-9, 7, 0, 1, -1, 2, 8], 0.01, int),
        mixed("integers", [-8, 0, 3, 6], 0.05, int),
        mixed("float32", [-8.5, 0.25, 1.5, 7.5, 9.0], 0.01, np.float32),
        mixed("float32", [-6.25, -0.5, 0.75, 8.0, 2.5, -1.5], 0.05, np.float32),
    ]


SATURATED_SHARE = Exercise(
    id="backprop.saturated_share",
    points=1,
    covers=("B13",),
    reference=chain_rule.saturated_share,
    cases=saturated_cases,
    hints=(
        "A neuron is saturated where the sigmoid is nearly flat. What measures how steep it is?",
        "`activations.sigmoid_derivative(z)` is the slope of each neuron. Compare it with the "
        "limit.",
        "The mean of true and false is the share of the trues: `np.mean(… < limit)`.",
    ),
)


@SATURATED_SHARE.misconception
def only_large_z(z, limit):
    """You found the neurons with an output near 1. Those near 0 are saturated, too."""
    return np.mean((activations.sigmoid_derivative(z) < limit) & (z > 0))


@SATURATED_SHARE.misconception
def only_output_near_0(z, limit):
    """You compared the output with the limit. What counts is the slope σ′(z), and it is small near
    1 as well.
    """
    return np.mean(activations.sigmoid(z) < limit)


@SATURATED_SHARE.misconception
def counted(z, limit):
    """You counted the saturated neurons. Asked is their share, from 0 to 1."""
    return np.sum(activations.sigmoid_derivative(z) < limit)


@SATURATED_SHARE.misconception
def learning_ones(z, limit):
    """You returned the share of those that learn. Asked are the saturated ones."""
    return np.mean(activations.sigmoid_derivative(z) >= limit)


@SATURATED_SHARE.misconception
def slope_at_the_output(z, limit):
    """You took the slope at the output σ(z), where it is never small. Take it at z."""
    return np.mean(activations.sigmoid_derivative(activations.sigmoid(z)) < limit)


@SATURATED_SHARE.misconception
def net_input_compared(z, limit):
    """You looked for net inputs near 0. There the sigmoid is steepest."""
    return np.mean(np.abs(z) < limit)


@SATURATED_SHARE.misconception
def size_of_z_compared(z, limit):
    """You compared the size of z with the limit. The limit is meant for the slope σ′(z)."""
    return np.mean(np.abs(z) > limit)


@SATURATED_SHARE.misconception
def not_averaged(z, limit):
    """You said of each neuron whether it is saturated. Asked is the share of all."""
    return activations.sigmoid_derivative(z) < limit


@SATURATED_SHARE.misconception
def limit_included(z, limit):
    """You counted neurons whose slope is exactly the limit. Only smaller ones count."""
    return np.mean(activations.sigmoid_derivative(z) <= limit)


@SATURATED_SHARE.misconception
def percent(z, limit):
    """You returned percent. A share lies between 0 and 1."""
    return 100 * np.mean(activations.sigmoid_derivative(z) < limit)
