"""Lesson 03: how much of a truth table one line gets right."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.draws import telling
from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import as_float32
from nnlib import gates
from nnlib.by_hand import xor


def line_accuracy_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make gates and random points, some of them on the line, some integers or float32."""
    XOR, targets = gates.truth_table("xor")
    on_the_line = np.array([[1.0, 1.0], [3.0, 3.0], [3.0, 1.0], [1.0, 3.0]])
    weights, bias = rng.normal(size=2), rng.uniform(0.5, 2.0)
    only_by_bias = -0.5 * bias * weights[np.newaxis] / (weights @ weights)  # w·x = -b/2, z = b/2
    return [
        Case(
            (XOR, targets, np.array([1.0, 1.0]), -0.5),
            working="z = -0.5, 0.5, 0.5, 1.5, so it says 0, 1, 1, 1; wanted 0, 1, 1, 0: "
            "3 of 4 right = 0.75",
        ),
        Case(
            (XOR, targets, np.array([1.0, 1.0]), -1.5),
            working="z = -1.5, -0.5, -0.5, 0.5, so it says 0, 0, 0, 1; wanted 0, 1, 1, 0: "
            "1 of 4 right = 0.25",
        ),
        Case(gate_and_line("xor", (1.0, 1.0), -1.5, rng), "a gate"),
        Case(gate_and_line("and", (1.0, 1.0), -1.5, rng), "a gate"),
        Case(gate_and_line("nor", (1.0, -1.0), 0.5, rng), "a gate"),
        Case(points_and_line(rng, 10, 2, right=7), "many points"),
        Case(points_and_line(rng, 8, 3, right=3), "many points"),
        Case((only_by_bias, np.array([1.0]), weights, bias), "one point"),
        Case((only_by_bias, np.array([0.0]), weights, bias), "one point"),
        Case(
            (on_the_line, np.array([0.0, 0.0, 1.0, 0.0]), np.array([1.0, -1.0]), 0.0),
            "points on the line",
            working="z = 0, 0, 2, -2, and step(0) = 0, so it says 0, 0, 1, 0: all right",
        ),
        Case(
            (on_the_line, np.ones(4), np.array([2.0, -2.0]), 0.0),
            "points on the line",
            working="z = 0, 0, 4, -4, and step(0) = 0, so it says 0, 0, 1, 0: 1 of 4 right",
        ),
        Case(integer_points(rng, wrong=1), "integers"),
        Case(integer_points(rng, wrong=4), "integers"),
        Case(as_float32(points_and_line(rng, 6, 2, right=4)), "float32"),
        Case(as_float32(points_and_line(rng, 9, 4, right=3)), "float32"),
    ]


def gate_and_line(
    gate: str, weights: tuple[float, float], bias: float, rng: np.random.Generator
) -> tuple[Any, ...]:
    """Return a gate's table, its rows in random order, and a line."""
    X, targets = gates.truth_table(gate)
    order = rng.permutation(4)
    return X[order], targets[order], np.array(weights), bias


def points_and_line(rng: np.random.Generator, m: int, n: int, right: int) -> tuple[Any, ...]:
    """Draw points and a line that gets exactly `right` of the m targets right."""

    def draw() -> tuple[Any, ...]:
        X, weights, bias = rng.normal(size=(m, n)), rng.normal(size=n), float(rng.normal())
        flipped = rng.permutation(m) >= right
        return X, ((X @ weights + bias > 0) ^ flipped).astype(float), weights, bias

    return telling(draw, xor.line_accuracy, CHANCY)


def integer_points(rng: np.random.Generator, wrong: int) -> tuple[Any, ...]:
    """Draw whole-number points; even weights and an odd bias keep them off the line."""

    def draw() -> tuple[Any, ...]:
        X, weights, bias = rng.integers(-5, 6, (6, 2)), 2 * rng.integers(1, 4, 2), 3
        flipped = rng.permutation(6) < wrong
        return X, ((X @ weights + bias > 0) ^ flipped).astype(int), weights, bias

    return telling(draw, xor.line_accuracy, CHANCY)


# On random points these may give the right share by chance.


LINE_ACCURACY = Exercise(
    id="xor.line_accuracy",
    points=1,
    covers=("X1",),
    reference=xor.line_accuracy,
    cases=line_accuracy_cases,
    hints=(
        "First find out what the neuron says to each point: 1 where w·x + b > 0, else 0.",
        "`perceptron.predict(X, weights, bias)` gives these answers for all points at once.",
        "`answers == targets` is an array of True and False, and `np.mean` counts True as 1.",
    ),
)


@LINE_ACCURACY.misconception
def counted_right(X, targets, weights, bias):
    """You counted the right answers. The share is that count divided by the number of points."""
    return np.sum((X @ weights + bias > 0) == targets)


@LINE_ACCURACY.misconception
def share_of_mistakes(X, targets, weights, bias):
    """This is the share of wrong answers. Accuracy is the share of right ones."""
    return np.mean((X @ weights + bias > 0) != targets)


@LINE_ACCURACY.misconception
def in_percent(X, targets, weights, bias):
    """You multiplied by 100. Accuracy is asked for as a number from 0 to 1."""
    return 100 * np.mean((X @ weights + bias > 0) == targets)


@LINE_ACCURACY.misconception
def fires_on_the_line(X, targets, weights, bias):
    """A point exactly on the line, z = 0, got the answer 1. Our step says 1 only for z > 0."""
    return np.mean((X @ weights + bias >= 0) == targets)


@LINE_ACCURACY.misconception
def forgot_bias(X, targets, weights, bias):
    """Your line has no bias, so it always goes through the origin. The bias shifts it."""
    return np.mean((X @ weights > 0) == targets)


@LINE_ACCURACY.misconception
def bias_as_threshold(X, targets, weights, bias):
    """You compared w·x with b. The bias is added to the sum, and the result compared with 0."""
    return np.mean((X @ weights > bias) == targets)


@LINE_ACCURACY.misconception
def all_or_nothing(X, targets, weights, bias):
    """You gave 1 only to a perfect line and 0 to all others. Each right point counts."""
    return float(np.all((X @ weights + bias > 0) == targets))


@LINE_ACCURACY.misconception
def share_of_ones(X, targets, weights, bias):
    """This is how often the neuron says 1. Compare each answer with its target."""
    return np.mean(X @ weights + bias > 0)


@LINE_ACCURACY.misconception
def only_ones_count(X, targets, weights, bias):
    """You counted only the points that are rightly called 1. A rightly given 0 counts too."""
    return np.mean((X @ weights + bias > 0) & (targets == 1))


@LINE_ACCURACY.misconception
def forgot_step(X, targets, weights, bias):
    """You compared the net input itself with the target. Turn it into 0 or 1 first."""
    return np.mean(X @ weights + bias == targets)


@LINE_ACCURACY.misconception
def divided_by_four(X, targets, weights, bias):
    """You divided by 4, the number of points of XOR. There may be more points or fewer: divide by
    how many there are, `len(targets)`.
    """
    return np.sum((X @ weights + bias > 0) == targets) / 4


CHANCY = (forgot_bias, bias_as_threshold, share_of_ones, only_ones_count)
