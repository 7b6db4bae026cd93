"""Exercise: a step of gradient descent with weight decay, which leaves the biases out."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Function
from autograder.exercises.regularization.samples import (
    hundreds,
    quarters,
    reals,
    whole,
)
from nnlib.by_hand import regularization


def step_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers with their gradients, with and without a penalty."""
    return [
        Case(
            (np.array([[2.0, -4.0]]), np.array([1.0]), np.array([[0.5, 0]]), np.array([0.5]),
             0.1, 0.5),
            working="w = [2 - 0.1·(0.5 + 0.5·2), -4 - 0.1·(0 + 0.5·(-4))] = [1.85, -3.8]; "
            "b = 1 - 0.1·0.5 = 0.95",
        ),
        Case((*layer(rng, 3, 4), 0.1, 0.4), "a layer"),
        Case((*layer(rng, 4, 2), 0.5, 0.3), "a layer"),
        Case((*layer(rng, 1, 3), 0.2, 0.6), "one neuron"),
        Case((*layer(rng, 1, 5), 0.4, 0.1), "one neuron"),
        Case((*layer(rng, 3, 1), 0.3, 0.7), "one input"),
        Case((*layer(rng, 2, 1), 0.6, 0.2), "one input"),
        Case((*layer(rng, 2, 3), 0.3, 0.0), "no penalty"),
        Case((*layer(rng, 3, 2), 0.1, 0.0), "no penalty"),
        Case((*without_gradient(layer(rng, 2, 4)), 0.3, 0.5), "no gradient"),
        Case((*without_gradient(layer(rng, 3, 2)), 0.1, 0.9), "no gradient"),
        Case((*layer(rng, 2, 3, hundreds), 0.2, 0.3), "large values"),
        Case((*layer(rng, 3, 3, hundreds), 0.4, 0.6), "large values"),
        Case((*layer(rng, 2, 3, whole), 0.1, 0.5), "integers"),
        Case((*layer(rng, 4, 2, whole), 0.3, 2), "integers"),
        Case((*layer(rng, 3, 2, quarters), 0.25, 0.5), "float32"),
        Case((*layer(rng, 2, 4, quarters), 0.125, 0.75), "float32"),
    ]  # fmt: skip


def layer(
    rng: np.random.Generator, outputs: int, inputs: int, draw: Function = reals
) -> tuple[Any, ...]:
    """Draw the weights and biases of a layer, and a gradient for each."""
    return (
        draw(rng, outputs, inputs), draw(rng, outputs),
        draw(rng, outputs, inputs), draw(rng, outputs),
    )  # fmt: skip


def without_gradient(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Let the loss be content with the layer as it is."""
    weight, bias = parts[:2]
    return weight, bias, np.zeros_like(weight), np.zeros_like(bias)


L2_STEP = Exercise(
    id="regularization.l2_step",
    points=2,
    covers=("R2",),
    reference=regularization.l2_step,
    cases=step_cases,
    hints=(
        "To the loss's gradient by the weights comes the penalty's, λ w. Then it is a step of "
        "gradient descent as always.",
        "The biases are not in the penalty, so for them nothing is added. They still learn.",
        "`weight_gradient + weight_decay * weight` is the whole gradient by the weights. Go "
        "`learning_rate` times against it, and build new arrays.",
    ),
)


@L2_STEP.misconception
def bias_decays_too(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your penalty shrinks the biases too. They are left out: a bias only shifts a neuron."""
    new_weight = weight - learning_rate * (weight_gradient + weight_decay * weight)
    return new_weight, bias - learning_rate * (bias_gradient + weight_decay * bias)


@L2_STEP.misconception
def bias_stays(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your bias does not learn any more. It is left out of the penalty, but it still follows the
    gradient of the loss.
    """
    return weight - learning_rate * (weight_gradient + weight_decay * weight), bias


@L2_STEP.misconception
def factor_2(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your weights shrink twice as fast. Here the penalty is (λ/2) Σ w², and its gradient is λ w
    without a 2.
    """
    new_weight = weight - learning_rate * (weight_gradient + 2 * weight_decay * weight)
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def half_left(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your weights shrink half as fast. The square brings down a 2, which meets the half of the
    penalty: the gradient is λ w.
    """
    new_weight = weight - learning_rate * (weight_gradient + weight_decay / 2 * weight)
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def weights_grow(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your penalty lets the weights grow. Its gradient is added to the loss's, and the step goes
    against both.
    """
    new_weight = weight - learning_rate * (weight_gradient - weight_decay * weight)
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def decay_without_rate(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You subtract λ w in full: a form called decoupled, used in AdamW. Here the penalty belongs to
    the gradient, so the learning rate scales it too.
    """
    new_weight = weight - learning_rate * weight_gradient - weight_decay * weight
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def decay_forgotten(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """That is a step without the penalty. Its gradient, λ w, is still missing."""
    return weight - learning_rate * weight_gradient, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def decay_alone(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your weights only shrink. They must follow the gradient of the loss as well."""
    return weight - learning_rate * weight_decay * weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def signs_for_weights(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You took the same from every weight: that is L1. With L2 large weights lose more."""
    new_weight = weight - learning_rate * (weight_gradient + weight_decay * np.sign(weight))
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def penalty_added(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You added the penalty itself, one number for all. What belongs here is its gradient, one
    number for each weight.
    """
    penalty = weight_decay / 2 * np.sum(weight**2)
    new_weight = weight - learning_rate * (weight_gradient + penalty)
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def decay_after_the_step(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You shrink the weights that come out of the step. The penalty's gradient is that of the
    weights from before.
    """
    new_weight = weight - learning_rate * weight_gradient
    new_weight = new_weight - learning_rate * weight_decay * new_weight
    return new_weight, bias - learning_rate * bias_gradient


@L2_STEP.misconception
def uphill(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You go up the gradient. Going down means to subtract."""
    new_weight = weight + learning_rate * (weight_gradient + weight_decay * weight)
    return new_weight, bias + learning_rate * bias_gradient


@L2_STEP.misconception
def gradients_only(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your gradients are right, but the step is missing: return new weights and biases."""
    return weight_gradient + weight_decay * weight, bias_gradient


@L2_STEP.misconception
def rate_forgotten(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Your step has the full size of the gradient. The learning rate scales it."""
    return weight - (weight_gradient + weight_decay * weight), bias - bias_gradient


@L2_STEP.misconception
def changed_in_place(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """You changed the arrays that you were given, so their owner loses the old ones. Build new
    arrays.
    """
    weight -= learning_rate * (weight_gradient + weight_decay * weight)
    bias -= learning_rate * bias_gradient
    return weight, bias
