"""Exercise: BP3, the gradient of the biases for one sample."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import LESSON, quarters, reals, whole
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import backprop


def bias_gradient_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make errors of layers of one and of several neurons."""
    zeros = rng.permutation(np.array([0.0, 0.0, 0.6, -0.3]))
    return [
        Case((np.array([0.5, -0.2]),), working="∂C/∂b₁ = δ₁·1 = 0.5, ∂C/∂b₂ = δ₂·1 = -0.2"),
        Case((reals(rng, 3),), "several neurons"),
        Case((reals(rng, 5),), "several neurons"),
        Case((-np.abs(reals(rng, 1)),), "one neuron"),
        Case((2 * reals(rng, 1),), "one neuron"),
        Case((zeros,), "errors of 0"),
        Case((np.append(zeros, -0.7),), "errors of 0"),
        Case((1000 * reals(rng, 3),), "large values"),
        Case((700 * reals(rng, 2),), "large values"),
        Case((np.append(whole(rng, 3), -3),), "integers"),
        Case((np.append(whole(rng, 2), -4),), "integers"),
        Case((np.append(quarters(rng, 4), np.float32(-1.5)),), "float32"),
        Case((np.append(quarters(rng, 2), np.float32(-1.25)),), "float32"),
    ]


def _ones(error):
    return np.ones(len(error))


def _added_up(error):
    return np.sum(error)


def _sign_turned(error):
    return -error


def _divided_by_neurons(error):
    return error / len(error)


def _squared(error):
    return error**2


def _mean(error):
    return np.mean(error)


def _slope_once_more(error):
    a = 1 / (1 + np.exp(-error))
    return error * a * (1 - a)


def _half(error):
    return 0.5 * error


BIAS_GRADIENT = Exercise(
    id="backprop.bias_gradient",
    name="bias_gradient",
    lesson=LESSON,
    points=1,
    covers=("B8",),
    reference=backprop.bias_gradient,
    cases=bias_gradient_cases,
    hints=(
        "By the chain rule ∂C/∂b = ∂C/∂z · ∂z/∂b. You know the first factor: it is δ.",
        "z = w·a + b: when b grows by 0.001, z grows by 0.001. So ∂z/∂b = 1.",
        "δ times 1. The shortest function of this course.",
    ),
    misconceptions=(
        Misconception(
            "ones",
            "You returned ∂z/∂b = 1, the last link alone. The first link is ∂C/∂z, the error δ.",
            _ones,
        ),
        Misconception(
            "added_up",
            "You added the errors up. Each neuron has its own bias, with its own slope.",
            _added_up,
        ),
        Misconception(
            "sign_turned",
            "You turned the sign. The gradient points uphill; the minus comes with the step.",
            _sign_turned,
        ),
        Misconception(
            "divided_by_neurons",
            "You divided by the number of neurons. The mean is one over samples, and here is only "
            "one.",
            _divided_by_neurons,
        ),
        Misconception(
            "squared",
            "You squared the errors. δ is a slope already; nothing is squared any more.",
            _squared,
        ),
        Misconception(
            "mean",
            "You took the mean of the errors. Each neuron has its own bias, with its own slope.",
            _mean,
        ),
        Misconception(
            "slope_once_more",
            "You multiplied by σ′ once more. It is in δ already.",
            _slope_once_more,
        ),
        Misconception(
            "half",
            "You halved the errors. The ½ of the cost is used up: it cancelled the 2 in δ.",
            _half,
        ),
    ),
)
