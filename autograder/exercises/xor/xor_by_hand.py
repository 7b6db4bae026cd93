"""Lesson 03: XOR by hand, from the inputs to the answer."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import logic_cases
from nnlib import gates, perceptron
from nnlib.by_hand import xor


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


XOR_BY_HAND = Exercise(
    id="xor.xor_by_hand",
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
)


@XOR_BY_HAND.misconception
def or_alone(X):
    """This is OR: it says 1 to (1,1) as well. A second hidden neuron, NAND, must forbid that."""
    return perceptron.predict(X, *gates.gate_weights("or"))


@XOR_BY_HAND.misconception
def nand_alone(X):
    """This is NAND: it says 1 to (0,0) as well. A second hidden neuron, OR, must forbid that."""
    return perceptron.predict(X, *gates.gate_weights("nand"))


@XOR_BY_HAND.misconception
def or_at_the_end(X):
    """Your output is always 1: one of OR and NAND always fires. The output neuron must want both of
    them.
    """
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("or"))


@XOR_BY_HAND.misconception
def nand_at_the_end(X):
    """You got the opposite of XOR. The output neuron says 1 when both hidden neurons do."""
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("nand"))


@XOR_BY_HAND.misconception
def output_reads_inputs(X):
    """This is AND of the inputs. Feed the output neuron with the hidden answers, not with X."""
    return perceptron.predict(X, *gates.gate_weights("and"))


@XOR_BY_HAND.misconception("never_fires")
def nor_at_the_end(X):
    """Your output is always 0. OR and NAND are never both 0, but they are both 1 where XOR is 1:
    let the output neuron fire there.
    """
    return perceptron.predict(xor.hidden_features(X), *gates.gate_weights("nor"))


@XOR_BY_HAND.misconception
def stopped_at_hidden(X):
    """You returned the hidden layer. One more neuron, AND, makes one answer of the two."""
    return xor.hidden_features(X)


@XOR_BY_HAND.misconception
def inputs_added(X):
    """You added the inputs, which gives 2 for (1,1). XOR is 0 there."""
    return X[:, 0] + X[:, 1]


@XOR_BY_HAND.misconception
def inputs_subtracted(X):
    """You subtracted the inputs, which gives -1 for (0,1). XOR is 1 there."""
    return X[:, 0] - X[:, 1]


@XOR_BY_HAND.misconception
def fixed_answers(X):
    """You always return 0, 1, 1, 0. The samples can come in any order and any number: compute the
    answers from X.
    """
    return np.array([0.0, 1.0, 1.0, 0.0])


@XOR_BY_HAND.misconception
def one_column(X):
    """The answers are right but stand in a column, shape (m, 1). Return a plain vector of shape
    (m,).
    """
    return xor.xor_by_hand(X)[:, np.newaxis]


@XOR_BY_HAND.misconception
def forgot_last_step(X):
    """You returned the net input of the output neuron. It has a step too: 1 where z > 0, else 0."""
    return xor.hidden_features(X) @ np.array([1.0, 1.0]) - 1.5


@XOR_BY_HAND.misconception
def hidden_added(X):
    """You added the two hidden answers. The output neuron still needs its bias and its step: 1 only
    when both are 1.
    """
    return xor.hidden_features(X).sum(axis=1)
