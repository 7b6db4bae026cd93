"""Lesson 03: XOR by hand, from the inputs to the answer."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.xor.samples import LESSON, logic_cases
from nnlib import gates, perceptron, xor


def xor_by_hand_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the four inputs in several orders, and samples with repetitions."""
    return [
        Case(
            (gates.logic_inputs(),),
            working="OR = 0, 1, 1, 1 and NAND = 1, 1, 1, 0; both are 1 for the two in the middle",
        ),
        Case((np.array([[1.0, 1.0]]),), working="OR(1,1) = 1, NAND(1,1) = 0, AND(1,0) = 0"),
        *logic_cases(rng),
    ]


def _or_alone(X):
    return perceptron.predict(X, *gates.gate_weights("or"))


def _nand_alone(X):
    return perceptron.predict(X, *gates.gate_weights("nand"))


def _or_at_the_end(X):
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("or"))


def _nand_at_the_end(X):
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("nand"))


def _output_reads_inputs(X):
    return perceptron.predict(X, *gates.gate_weights("and"))


def _nor_at_the_end(X):
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("nor"))


def _stopped_at_hidden(X):
    return xor.hidden_features(X)


def _inputs_added(X):
    return X[:, 0] + X[:, 1]


def _inputs_subtracted(X):
    return X[:, 0] - X[:, 1]


def _fixed_answers(X):
    return np.array([0.0, 1.0, 1.0, 0.0])


def _one_column(X):
    return xor.xor_by_hand(X)[:, np.newaxis]


def _forgot_last_step(X):
    return xor.hidden_features(X) @ np.array([1.0, 1.0]) - 1.5


def _hidden_added(X):
    return xor.hidden_features(X).sum(axis=1)


XOR_BY_HAND = Exercise(
    id="xor.xor_by_hand",
    name="xor_by_hand",
    lesson=LESSON,
    points=2,
    covers=("X4",),
    reference=xor.xor_by_hand,
    cases=xor_by_hand_cases,
    hints=(
        "Work in two layers. The first gives OR and NAND of the inputs.",
        "The output neuron does not look at X any more, only at the two hidden answers. It must "
        "say 1 when both are 1.",
        "`xor.hidden_features(X)` is the hidden layer; an AND neuron has, for example, the weights "
        "(1, 1) and the bias -1.5.",
    ),
    misconceptions=(
        Misconception(
            "or_alone",
            "This is OR: it says 1 to (1,1) as well. A second hidden neuron, NAND, must forbid "
            "that.",
            _or_alone,
        ),
        Misconception(
            "nand_alone",
            "This is NAND: it says 1 to (0,0) as well. A second hidden neuron, OR, must forbid "
            "that.",
            _nand_alone,
        ),
        Misconception(
            "or_at_the_end",
            "Your output is always 1: one of OR and NAND always fires. The output neuron must want "
            "both of them.",
            _or_at_the_end,
        ),
        Misconception(
            "nand_at_the_end",
            "You got the opposite of XOR. The output neuron says 1 when both hidden neurons do.",
            _nand_at_the_end,
        ),
        Misconception(
            "output_reads_inputs",
            "This is AND of the inputs. Feed the output neuron with the hidden answers, not "
            "with X.",
            _output_reads_inputs,
        ),
        Misconception(
            "never_fires",
            "Your output is always 0. OR and NAND are never both 0, but they are both 1 where XOR "
            "is 1: let the output neuron fire there.",
            _nor_at_the_end,
        ),
        Misconception(
            "stopped_at_hidden",
            "You returned the hidden layer. One more neuron, AND, makes one answer of the two.",
            _stopped_at_hidden,
        ),
        Misconception(
            "inputs_added",
            "You added the inputs, which gives 2 for (1,1). XOR is 0 there.",
            _inputs_added,
        ),
        Misconception(
            "inputs_subtracted",
            "You subtracted the inputs, which gives -1 for (0,1). XOR is 1 there.",
            _inputs_subtracted,
        ),
        Misconception(
            "fixed_answers",
            "You always return 0, 1, 1, 0. The samples can come in any order and any number: "
            "compute the answers from X.",
            _fixed_answers,
        ),
        Misconception(
            "one_column",
            "The answers are right but stand in a column, shape (m, 1). Return a plain vector of "
            "shape (m,).",
            _one_column,
        ),
        Misconception(
            "forgot_last_step",
            "You returned the net input of the output neuron. It has a step too: 1 where z > 0, "
            "else 0.",
            _forgot_last_step,
        ),
        Misconception(
            "hidden_added",
            "You added the two hidden answers. The output neuron still needs its bias and its "
            "step: 1 only when both are 1.",
            _hidden_added,
        ),
    ),
)
