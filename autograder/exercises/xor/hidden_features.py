"""Lesson 03: the hidden layer of XOR by hand, OR and NAND."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.xor.samples import LESSON, logic_cases
from nnlib import gates, perceptron, xor


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


def _columns_swapped(X):
    return xor.hidden_features(X)[:, ::-1]


def _and_for_nand(X):
    return np.column_stack([perceptron.predict(X, *gates.gate_weights(g)) for g in ("or", "and")])


def _nor_for_or(X):
    return np.column_stack([perceptron.predict(X, *gates.gate_weights(g)) for g in ("nor", "nand")])


def _one_gate_a_row(X):
    return xor.hidden_features(X).T


def _joined_end_to_end(X):
    return np.concatenate([perceptron.predict(X, *gates.gate_weights(g)) for g in ("or", "nand")])


def _forgot_step(X):
    return np.column_stack([X[:, 0] + X[:, 1] - 0.5, -X[:, 0] - X[:, 1] + 1.5])


def _or_twice(X):
    return np.column_stack([perceptron.predict(X, *gates.gate_weights("or"))] * 2)


def _nand_bias_not_flipped(X):
    hidden_or = perceptron.predict(X, *gates.gate_weights("or"))
    return np.column_stack([hidden_or, perceptron.predict(X, [-1, -1], -1.5)])


def _or_on_the_line(X):
    hidden_nand = perceptron.predict(X, *gates.gate_weights("nand"))
    return np.column_stack([perceptron.predict(X, [1, 1], -1), hidden_nand])


def _nand_on_the_line(X):
    hidden_or = perceptron.predict(X, *gates.gate_weights("or"))
    return np.column_stack([hidden_or, perceptron.predict(X, [-1, -1], 1)])


def _fixed_answers(X):
    return np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0], [1.0, 0.0]])


HIDDEN_FEATURES = Exercise(
    id="xor.hidden_features",
    name="hidden_features",
    lesson=LESSON,
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
    misconceptions=(
        Misconception(
            "columns_swapped",
            "Both gates are right but in the other order. The first column is OR, the second NAND.",
            _columns_swapped,
        ),
        Misconception(
            "and_for_nand",
            "Your second column is AND. NAND is its opposite: 0 only when both inputs are 1.",
            _and_for_nand,
        ),
        Misconception(
            "nor_for_or",
            "Your first column is NOR, the opposite of OR. OR is 1 as soon as one input is 1.",
            _nor_for_or,
        ),
        Misconception(
            "one_gate_a_row",
            "You have one gate a row. As always here, each row is a sample and each column one "
            "neuron: shape (m, 2).",
            _one_gate_a_row,
        ),
        Misconception(
            "joined_end_to_end",
            "You joined the two answers end to end into one long vector. Put them side by side, "
            "as two columns.",
            _joined_end_to_end,
        ),
        Misconception(
            "forgot_step",
            "These are the net inputs. The neurons have a step: 1 where z > 0, else 0.",
            _forgot_step,
        ),
        Misconception(
            "or_twice",
            "Both columns are OR. The second neuron has weights of its own and is NAND.",
            _or_twice,
        ),
        Misconception(
            "nand_bias_not_flipped",
            "Your NAND never fires. It is AND with all signs changed, and the bias changes its "
            "sign too.",
            _nand_bias_not_flipped,
        ),
        Misconception(
            "or_on_the_line",
            "Your OR does not fire for (0,1) and (1,0): z is not above 0 there. Give it a larger "
            "bias.",
            _or_on_the_line,
        ),
        Misconception(
            "nand_on_the_line",
            "Your NAND does not fire for (0,1) and (1,0): z is not above 0 there. Give it a larger "
            "bias.",
            _nand_on_the_line,
        ),
        Misconception(
            "fixed_answers",
            "You return the table of the lesson. The samples can come in any order and any "
            "number: compute the answers from X.",
            _fixed_answers,
        ),
    ),
)
