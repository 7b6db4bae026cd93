"""Exercise: the chain rule on one sigmoid neuron."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.by_hand import chain_rule


def neuron_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make neurons for both targets, with positive, negative and zero inputs."""
    x, weight = rng.uniform(1.3, 2.5, 8), rng.uniform(0.3, 0.9, 8)
    bias = rng.uniform(0.1, 0.4, 8)
    whole = [int(one) for one in rng.integers(2, 4, 2)]
    return [
        Case(
            (2.0, 0.0, 0.0, 1),
            working="z = 0·2 + 0 = 0, a = 0.5; a - y = -0.5, σ′(0) = 0.25; "
            "∂L/∂w = -0.5·0.25·2 = -0.25, ∂L/∂b = -0.5·0.25·1 = -0.125",
        ),
        Case(
            (1.5, 0.8, -0.2, 0),
            working="z = 1.2 - 0.2 = 1, a = σ(1) ≈ 0.731; a - y ≈ 0.731, σ′(1) ≈ 0.1966; "
            "their product ≈ 0.1437 is ∂L/∂b, and 0.1437·1.5 ≈ 0.2156 is ∂L/∂w",
        ),
        Case((x[0], weight[0], bias[0], 1), "target 1"),
        Case((x[1], -weight[1], bias[1], 1), "target 1"),
        Case((x[2], weight[2], -bias[2], 0), "target 0"),
        Case((x[3], -weight[3], -bias[3], 0), "target 0"),
        Case((-x[4], weight[4], bias[4], 1), "a negative input"),
        Case((-x[5], -weight[5], bias[5], 0), "a negative input"),
        Case((0.0, weight[6], bias[6], 1), "input 0"),
        Case((0.0, -weight[7], -bias[7], 0), "input 0"),
        Case((x[6], weight[6], -bias[6], 0.3), "a target between 0 and 1"),
        Case((-x[7], weight[7], bias[7], 0.6), "a target between 0 and 1"),
        Case((1000.0, 0.5 * weight[0] / 1000, bias[3], 0), "large values"),
        Case((-800.0, 1000.0, 1.0, 1), "large values"),
        Case((whole[0], -1, 1, 1), "whole numbers"),
        Case((-whole[1], 1, 3, 0), "whole numbers"),
    ]


CHAIN_RULE_NEURON = Exercise(
    id="backprop.chain_rule_neuron",
    points=2,
    covers=("B2",),
    reference=chain_rule.chain_rule_neuron,
    cases=neuron_cases,
    hints=(
        "First go forward: z = w·x + b, then a = σ(z). Then three slopes, one for each link of the "
        "chain.",
        "∂L/∂a = a - y, ∂a/∂z = σ′(z), ∂z/∂w = x. For the bias only the last link is another: "
        "∂z/∂b = 1.",
        "`activations.sigmoid(z)` is a and `activations.sigmoid_derivative(z)` is σ′(z). The "
        "product of the first two slopes is ∂L/∂b already; times x it is ∂L/∂w.",
    ),
)


@CHAIN_RULE_NEURON.misconception
def sign_turned(x, weight, bias, target):
    """Your slopes have the wrong sign: ∂L/∂a is a - y, output minus target. It is the step downhill
    that turns the sign, later.
    """
    z = weight * x + bias
    delta = (target - activations.sigmoid(z)) * activations.sigmoid_derivative(z)
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def slope_of_sigmoid_forgotten(x, weight, bias, target):
    """The middle link is missing: between z and a stands the sigmoid, with the slope σ′(z)."""
    delta = activations.sigmoid(weight * x + bias) - target
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def sigmoid_for_its_slope(x, weight, bias, target):
    """You multiplied by σ(z) itself. The middle link is its slope σ′(z) = σ(z)·(1 - σ(z))."""
    a = activations.sigmoid(weight * x + bias)
    delta = (a - target) * a
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def slope_at_the_output(x, weight, bias, target):
    """You took the slope of the sigmoid at a. It is taken where the sigmoid is entered: at z."""
    a = activations.sigmoid(weight * x + bias)
    delta = (a - target) * activations.sigmoid_derivative(a)
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def input_forgotten(x, weight, bias, target):
    """Your two slopes are the same. The weight is multiplied by the input, so its slope has x as
    last link.
    """
    z = weight * x + bias
    delta = (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta, delta


@CHAIN_RULE_NEURON.misconception
def bias_with_input(x, weight, bias, target):
    """You multiplied the slope of the bias by x, too. The bias is added as it is: its last link is
    1.
    """
    z = weight * x + bias
    delta = (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta * x, delta * x


@CHAIN_RULE_NEURON.misconception
def weight_for_input(x, weight, bias, target):
    """You took w for ∂z/∂w. In z = w·x + b, the number that stands beside w is x."""
    z = weight * x + bias
    delta = (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta * weight, delta


@CHAIN_RULE_NEURON.misconception
def half_forgotten(x, weight, bias, target):
    """Your slopes are twice too large. The ½ of the loss cancels the 2 from the square."""
    z = weight * x + bias
    delta = 2 * (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def half_kept(x, weight, bias, target):
    """Your slopes are half of what they should be. The 2 from the square cancels the ½."""
    z = weight * x + bias
    delta = 0.5 * (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def bias_times_itself(x, weight, bias, target):
    """You multiplied the slope of the bias by the bias. In z = w·x + b, it changes z one to one:
    its last link is 1.
    """
    z = weight * x + bias
    delta = (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta * x, delta * bias


@CHAIN_RULE_NEURON.misconception
def net_input_for_output(x, weight, bias, target):
    """You compared z with the target. The loss compares the output a = σ(z) with it."""
    z = weight * x + bias
    delta = (z - target) * activations.sigmoid_derivative(z)
    return delta * x, delta


@CHAIN_RULE_NEURON.misconception
def bias_first(x, weight, bias, target):
    """Both slopes are right, but you returned that of the bias first."""
    z = weight * x + bias
    delta = (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z)
    return delta, delta * x
