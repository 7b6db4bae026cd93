"""Lesson 03: one step downhill."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import as_float32
from nnlib import optimizers
from nnlib.by_hand import tiny_network


def descend_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make steps with several rates, slopes up and down, flat ones, integers and float32."""
    flat = np.abs(rng.normal(size=4)) * [1.0, 0.0, -1.0, 0.0]
    return [
        Case(
            (np.array([1.0, 2.0]), np.array([10.0, -10.0]), 0.5),
            working="1 - 0.5·10 = -4 and 2 - 0.5·(-10) = 7",
        ),
        Case((np.array([3.0]), np.array([0.0]), 0.1), working="3 - 0.1·0 = 3: flat, so it stays"),
        Case(step_of(rng, 9, 0.5), "nine parameters"),
        Case(step_of(rng, 9, 5.0), "nine parameters"),
        Case(step_of(rng, 3, 0.1), "other sizes"),
        Case(step_of(rng, 12, 2.0), "other sizes"),
        Case(step_of(rng, 1, 0.25), "one parameter"),
        Case(step_of(rng, 1, 3.0), "one parameter"),
        Case((rng.normal(size=4), flat, 0.3), "some slopes flat"),
        Case((rng.normal(size=4), flat[::-1], 1.5), "some slopes flat"),
        Case(large_step(rng, 5, 0.01), "large values"),
        Case(step_of(rng, 3, 1000.0), "large values"),
        Case((rng.integers(1, 9, 4), rng.integers(2, 9, 4), 0.5), "integers"),
        Case((rng.integers(1, 9, 6), rng.integers(-9, -2, 6), 2), "integers"),
        Case(as_float32(step_of(rng, 6, 0.5)), "float32"),
        Case(as_float32(step_of(rng, 2, 0.125)), "float32"),
    ]


def step_of(rng: np.random.Generator, size: int, learning_rate: float) -> tuple[Any, ...]:
    """Draw parameters and their slopes, the first of which falls."""
    slopes = rng.normal(size=size)
    slopes[0] = -np.abs(slopes[0])
    return rng.normal(size=size), slopes, learning_rate


def large_step(rng: np.random.Generator, size: int, learning_rate: float) -> tuple[Any, ...]:
    """Draw the like a thousand times as large."""
    params, slopes, _ = step_of(rng, size, learning_rate)
    return 1000 * params, 1000 * slopes, learning_rate


DESCEND = Exercise(
    id="xor.descend",
    points=1,
    covers=("X5",),
    reference=tiny_network.descend,
    equivalents=(optimizers.sgd_step,),
    cases=descend_cases,
    hints=(
        "A positive slope means: more of this parameter, more loss. Which way should it go?",
        "Downhill is against the slope: subtract. How much? The learning rate times the slope.",
        "NumPy does all parameters at once. Build a new array and return it; leave `params` as "
        "it is.",
    ),
)


@DESCEND.misconception
def uphill(params, slopes, learning_rate):
    """You went up the slope, so the loss would grow. Subtract instead of adding."""
    return params + learning_rate * slopes


@DESCEND.misconception
def rate_forgotten(params, slopes, learning_rate):
    """You subtracted the whole slope. The learning rate decides how large the step is."""
    return params - slopes


@DESCEND.misconception
def divided_by_rate(params, slopes, learning_rate):
    """You divided by the learning rate. A larger rate must make a larger step: multiply."""
    return params - slopes / learning_rate


@DESCEND.misconception
def only_the_step(params, slopes, learning_rate):
    """You returned learning rate times slope alone. Subtract it from the parameters."""
    return learning_rate * slopes


@DESCEND.misconception
def only_the_change(params, slopes, learning_rate):
    """You returned only the change. Return where the parameters stand after it."""
    return -learning_rate * slopes


@DESCEND.misconception
def same_length_for_all(params, slopes, learning_rate):
    """You used only the sign of each slope, so all steps are equally long. A steep slope makes a
    long step.
    """
    return params - learning_rate * np.sign(slopes)


@DESCEND.misconception
def slopes_forgotten(params, slopes, learning_rate):
    """You subtracted the learning rate itself. It is multiplied by each slope first."""
    return params - learning_rate


@DESCEND.misconception
def mean_slope_for_all(params, slopes, learning_rate):
    """You moved all parameters by the mean slope. Each has its own slope and its own step."""
    return params - learning_rate * np.mean(slopes)


@DESCEND.misconception
def multiplied(params, slopes, learning_rate):
    """You multiplied the parameters by the step. The step is subtracted from them."""
    return params * (1 - learning_rate * slopes)


@DESCEND.misconception
def always_down(params, slopes, learning_rate):
    """You made every parameter smaller. Where the slope is negative, downhill means larger: keep
    the sign of the slope.
    """
    return params - learning_rate * np.abs(slopes)


@DESCEND.misconception
def brackets_misplaced(params, slopes, learning_rate):
    """You subtracted the rate first and then multiplied. The step is rate times slope; it is
    subtracted as a whole.
    """
    return (params - learning_rate) * slopes
