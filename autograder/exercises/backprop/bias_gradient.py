"""Exercise: BP3, the gradient of the biases for one sample."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
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


BIAS_GRADIENT = Exercise(
    id="backprop.bias_gradient",
    points=1,
    covers=("B8",),
    reference=backprop.bias_gradient,
    cases=bias_gradient_cases,
    hints=(
        "By the chain rule ∂C/∂b = ∂C/∂z · ∂z/∂b. You know the first factor: it is δ.",
        "z = w·a + b: when b grows by 0.001, z grows by 0.001. So ∂z/∂b = 1.",
        "δ times 1. The shortest function of this course.",
    ),
)


@BIAS_GRADIENT.misconception
def ones(error):
    """You returned ∂z/∂b = 1, the last link alone. The first link is ∂C/∂z, the error δ."""
    return np.ones(len(error))


@BIAS_GRADIENT.misconception
def added_up(error):
    """You added the errors up. Each neuron has its own bias, with its own slope."""
    return np.sum(error)


@BIAS_GRADIENT.misconception
def sign_turned(error):
    """You turned the sign. The gradient points uphill; the minus comes with the step."""
    return -error


@BIAS_GRADIENT.misconception
def divided_by_neurons(error):
    """You divided by the number of neurons. The mean is one over samples, and here is only one."""
    return error / len(error)


@BIAS_GRADIENT.misconception
def squared(error):
    """You squared the errors. δ is a slope already; nothing is squared any more."""
    return error**2


@BIAS_GRADIENT.misconception
def mean(error):
    """You took the mean of the errors. Each neuron has its own bias, with its own slope."""
    return np.mean(error)


@BIAS_GRADIENT.misconception
def slope_once_more(error):
    """You multiplied by σ′ once more. It is in δ already."""
    a = 1 / (1 + np.exp(-error))
    return error * a * (1 - a)


@BIAS_GRADIENT.misconception
def half(error):
    """You halved the errors. The ½ of the cost is used up: it cancelled the 2 in δ."""
    return 0.5 * error
