"""Lesson 03: the hidden layer of XOR by hand, OR and NAND."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import logic_cases
from nnlib import gates, perceptron
from nnlib.by_hand import xor


def hidden_features_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the four inputs in several orders, and samples with repetitions."""
    return [
        Case(
            (np.array([[0.0, 0.0], [0.0, 1.0]]),),
            working="(0,0): OR 0, NAND 1; (0,1): OR 1, NAND 1",
        ),
        Case((np.array([[1.0, 1.0]]),), working="(1,1): OR 1, NAND 0"),
        *logic_cases(rng),
    ]


HIDDEN_FEATURES = Exercise(
    id="xor.hidden_features",
    points=2,
    covers=("X4",),
    reference=xor.hidden_features,
    cases=hidden_features_cases,
    hints=(
        "Two neurons look at the same inputs: one is OR, the other is NAND.",
        "For OR the weights (1, 1) and the bias -0.5 will do, for NAND (-1, -1) and 1.5. "
        "`perceptron.predict(X, weights, bias)` gives one neuron's answers to all samples.",
        "`np.column_stack([a, b])` puts two vectors of length m side by side: shape (m, 2).",
    ),
)


@HIDDEN_FEATURES.misconception
def columns_swapped(X):
    """Both gates are right but in the other order. The first column is OR, the second NAND."""
    return xor.hidden_features(X)[:, ::-1]


@HIDDEN_FEATURES.misconception
def and_for_nand(X):
    """Your second column is AND. NAND is its opposite: 0 only when both inputs are 1."""
    return np.column_stack([perceptron.predict(X, *gates.gate_weights(g)) for g in ("or", "and")])


@HIDDEN_FEATURES.misconception
def nor_for_or(X):
    """Your first column is NOR, the opposite of OR. OR is 1 as soon as one input is 1."""
    return np.column_stack([perceptron.predict(X, *gates.gate_weights(g)) for g in ("nor", "nand")])


@HIDDEN_FEATURES.misconception
def one_gate_a_row(X):
    """You have one gate a row. As always here, each row is a sample and each column one neuron:
    shape (m, 2).
    """
    return xor.hidden_features(X).T


@HIDDEN_FEATURES.misconception
def joined_end_to_end(X):
    """You joined the two answers end to end into one long vector. Put them side by side, as two
    columns.
    """
    return np.concatenate([perceptron.predict(X, *gates.gate_weights(g)) for g in ("or", "nand")])


@HIDDEN_FEATURES.misconception
def forgot_step(X):
    """These are the net inputs. The neurons have a step: 1 where z > 0, else 0."""
    return np.column_stack([X[:, 0] + X[:, 1] - 0.5, -X[:, 0] - X[:, 1] + 1.5])


@HIDDEN_FEATURES.misconception
def or_twice(X):
    """Both columns are OR. The second neuron has weights of its own and is NAND."""
    return np.column_stack([perceptron.predict(X, *gates.gate_weights("or"))] * 2)


@HIDDEN_FEATURES.misconception
def nand_bias_not_flipped(X):
    """Your NAND never fires. It is AND with all signs changed, and the bias changes its sign
    too.
    """
    hidden_or = perceptron.predict(X, *gates.gate_weights("or"))
    return np.column_stack([hidden_or, perceptron.predict(X, [-1, -1], -1.5)])


@HIDDEN_FEATURES.misconception
def or_on_the_line(X):
    """Your OR does not fire for (0,1) and (1,0): z is not above 0 there. Give it a larger bias."""
    hidden_nand = perceptron.predict(X, *gates.gate_weights("nand"))
    return np.column_stack([perceptron.predict(X, [1, 1], -1), hidden_nand])


@HIDDEN_FEATURES.misconception
def nand_on_the_line(X):
    """Your NAND does not fire for (0,1) and (1,0): z is not above 0 there. Give it a larger
    bias.
    """
    hidden_or = perceptron.predict(X, *gates.gate_weights("or"))
    return np.column_stack([hidden_or, perceptron.predict(X, [-1, -1], 1)])


@HIDDEN_FEATURES.misconception
def fixed_answers(X):
    """You return the table of the lesson. The samples can come in any order and any number: compute
    the answers from X.
    """
    return np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0], [1.0, 0.0]])
