"""Lesson 03: the forward pass of a network of two hidden neurons."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.draws import telling
from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import as_float32
from nnlib import activations
from nnlib.by_hand import tiny_network


def tiny_forward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make networks and samples, with zeros, large numbers, integers and float32 among them."""
    by_hand = np.array([1.0, 0.0, 0.0, 2.0, 0.0, -2.0, 2.0, -2.0, 1.0])
    return [
        Case((np.zeros(9), np.array([[0.0, 1.0]])), working="every z is 0, and σ(0) = 0.5"),
        Case(
            (by_hand, np.array([[0.0, 1.0]])),
            working="z₁ = 1·0 + 0·1 + 0 = 0, z₂ = 0·0 + 2·1 - 2 = 0; h = σ(0) = 0.5, 0.5; "
            "z = 2·0.5 - 2·0.5 + 1 = 1; y = σ(1) ≈ 0.731",
        ),
        Case((rng.normal(size=9), rng.normal(size=(1, 2))), "one sample"),
        Case((rng.normal(size=9), rng.normal(size=(1, 2))), "one sample"),
        Case((rng.normal(size=9), rng.normal(size=(4, 2))), "a batch"),
        Case((rng.normal(size=9), rng.normal(size=(7, 2))), "a batch"),
        Case((rng.normal(size=9), rng.normal(size=(2, 2))), "two samples"),
        Case((rng.normal(size=9), rng.normal(size=(2, 2))), "two samples"),
        Case((rng.normal(size=9), np.zeros((3, 2))), "inputs of 0"),
        Case((rng.normal(size=9), np.zeros((2, 2))), "inputs of 0"),
        Case(large_network(rng, 5), "large values"),
        Case(large_network(rng, 4), "large values"),
        Case(integer_network(rng, 6), "integers"),
        Case(integer_network(rng, 3), "integers"),
        Case(as_float32((rng.normal(size=9), rng.normal(size=(5, 2)))), "float32"),
        Case(as_float32((rng.normal(size=9), rng.normal(size=(3, 2)))), "float32"),
    ]


def large_network(rng: np.random.Generator, m: int) -> tuple[Any, ...]:
    """Draw a network whose every z is beyond ±100, so that its sigmoids are at their ends."""

    def draw() -> tuple[Any, ...]:
        params = 1000.0 * rng.integers(-3, 4, 9)
        params[[4, 5, 8]] += 100 * rng.choice([-3, -1, 1, 3], 3)  # no sum of thousands is undone
        return params, rng.integers(-3, 4, (m, 2)).astype(float)

    return telling(draw, tiny_network.tiny_forward, (*CHANCY, bias_before_weights))


def integer_network(rng: np.random.Generator, m: int) -> tuple[Any, ...]:
    """Draw whole numbers for parameters and samples."""

    def draw() -> tuple[Any, ...]:
        return rng.integers(-3, 4, 9), rng.integers(-2, 3, (m, 2))

    return telling(draw, tiny_network.tiny_forward, (*CHANCY, step_in_hidden))


# On whole numbers and at the ends of the sigmoid these may be right by chance.

TINY_FORWARD = Exercise(
    id="xor.tiny_forward",
    points=3,
    covers=("X5",),
    reference=tiny_network.tiny_forward,
    cases=tiny_forward_cases,
    hints=(
        "Take the nine numbers apart first: `params[:4]` are the hidden weights, `params[4:6]` the "
        "hidden biases, `params[6:8]` the output weights, `params[8]` the output bias.",
        "`params[:4].reshape(2, 2)` has one row for each hidden neuron. All net inputs of the "
        "hidden layer at once: `X @ hidden_weight.T + hidden_bias`.",
        "`activations.sigmoid` makes the hidden outputs of them, shape (m, 2). The output neuron "
        "does the same with these: `@ output_weight`, `+ output_bias`, sigmoid.",
    ),
)


@TINY_FORWARD.misconception
def weights_not_turned(params, X):
    """Each hidden neuron got one weight of its own and one of its neighbour. A row of the weights
    belongs to one neuron, so the matrix must be turned with `.T`.
    """
    hidden = activations.sigmoid(X @ params[:4].reshape(2, 2) + params[4:6])
    return activations.sigmoid(hidden @ params[6:8] + params[8])


@TINY_FORWARD.misconception
def forgot_hidden_bias(params, X):
    """The hidden neurons have no bias in your answer. Add one to each net input."""
    hidden = activations.sigmoid(X @ params[:4].reshape(2, 2).T)
    return activations.sigmoid(hidden @ params[6:8] + params[8])


@TINY_FORWARD.misconception
def forgot_output_bias(params, X):
    """The output neuron has no bias in your answer. It is the last of the nine numbers."""
    hidden = activations.sigmoid(X @ params[:4].reshape(2, 2).T + params[4:6])
    return activations.sigmoid(hidden @ params[6:8])


@TINY_FORWARD.misconception
def forgot_hidden_sigmoid(params, X):
    """The hidden neurons pass on their net inputs. Without the sigmoid there, the two layers are no
    more than one line.
    """
    hidden = X @ params[:4].reshape(2, 2).T + params[4:6]
    return activations.sigmoid(hidden @ params[6:8] + params[8])


@TINY_FORWARD.misconception
def forgot_output_sigmoid(params, X):
    """You returned the net input of the output neuron. The sigmoid brings it between 0 and 1."""
    hidden = activations.sigmoid(X @ params[:4].reshape(2, 2).T + params[4:6])
    return hidden @ params[6:8] + params[8]


@TINY_FORWARD.misconception
def step_in_hidden(params, X):
    """Your hidden neurons have a step. Here they have a sigmoid, so that a small nudge of a weight
    shows.
    """
    hidden = activations.step(X @ params[:4].reshape(2, 2).T + params[4:6])
    return activations.sigmoid(hidden @ params[6:8] + params[8])


@TINY_FORWARD.misconception
def answers_rounded(params, X):
    """You rounded the answers to 0 and 1. Return the outputs of the sigmoid as they are."""
    return activations.step(tiny_network.tiny_forward(params, X) - 0.5)


@TINY_FORWARD.misconception
def one_bias_for_both(params, X):
    """Both hidden neurons got the same bias. Each has its own."""
    hidden = activations.sigmoid(X @ params[:4].reshape(2, 2).T + params[4])
    return activations.sigmoid(hidden @ params[6:8] + params[8])


@TINY_FORWARD.misconception
def bias_before_weights(params, X):
    """You read the biases before the weights. In each layer the weights come first."""
    hidden = activations.sigmoid(X @ params[2:6].reshape(2, 2).T + params[:2])
    return activations.sigmoid(hidden @ params[7:9] + params[6])


@TINY_FORWARD.misconception
def stopped_at_hidden(params, X):
    """You returned the two hidden outputs. The output neuron makes one number of them."""
    return activations.sigmoid(X @ params[:4].reshape(2, 2).T + params[4:6])


@TINY_FORWARD.misconception
def no_sigmoid_at_all(params, X):
    """There is no sigmoid in your network. Each neuron has one, the two hidden ones and the
    output.
    """
    hidden = X @ params[:4].reshape(2, 2).T + params[4:6]
    return hidden @ params[6:8] + params[8]


@TINY_FORWARD.misconception
def one_column(params, X):
    """The answers are right but stand in a column, shape (m, 1). Return a plain vector of shape
    (m,).
    """
    return tiny_network.tiny_forward(params, X)[:, np.newaxis]


CHANCY = (
    weights_not_turned,
    forgot_hidden_bias,
    forgot_output_bias,
    forgot_hidden_sigmoid,
    one_bias_for_both,
)
