"""Lesson 01: one neuron, its net input and its activation."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import neuron

LESSON = "01_neuron"


def net_input_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make samples of several lengths, with integers, float32 and large numbers among them."""
    return [
        Case(
            (np.array([1.0, 2.0]), np.array([0.5, -1.0]), 0.5),
            working="0.5·1 + (-1)·2 + 0.5 = -1",
        ),
        Case((np.array([0.0, 0.0, 0.0]), np.array([1.0, 2.0, 3.0]), 0.7), working="only b is left"),
        Case((rng.normal(size=3), rng.normal(size=3), 0.4), "one sample"),
        Case((rng.normal(size=5), rng.normal(size=5), -1.3), "one sample"),
        Case((rng.normal(size=1), rng.normal(size=1), 0.9), "one input"),
        Case((rng.integers(1, 9, size=4), rng.integers(1, 9, size=4), 3), "integers"),
        Case(
            (rng.normal(size=3).astype("float32"), rng.normal(size=3).astype("float32"), 0.25),
            "float32",
        ),
    ]


NET_INPUT = Exercise(
    id="neuron.net_input",
    name="net_input",
    lesson=LESSON,
    points=2,
    covers=("N2", "N3"),
    reference=neuron.net_input,
    cases=net_input_cases,
    hints=(
        "Multiply each input by its own weight, add the products up, then add the bias.",
        "NumPy multiplies two vectors element by element with `*`; `np.sum` adds the result up.",
        "`x @ weights` is the sum of the products. What is still missing?",
    ),
    misconceptions=(
        Misconception(
            "forgot_bias",
            "Your answer is w·x without b. The bias is added once, after the sum.",
            lambda x, weights, bias: x @ weights,
        ),
        Misconception(
            "bias_for_each_input",
            "You added the bias once for each input. A neuron has one bias: add it after the sum.",
            lambda x, weights, bias: np.sum(x * weights + bias),
        ),
        Misconception(
            "products_not_summed",
            "You returned the products w·x one by one. A neuron adds them up into one number z.",
            lambda x, weights, bias: x * weights + bias,
        ),
        Misconception(
            "bias_as_factor",
            "You multiplied by the bias. The bias shifts z: it is added, not multiplied.",
            lambda x, weights, bias: x @ weights * bias,
        ),
    ),
)

EXERCISES = (NET_INPUT,)
