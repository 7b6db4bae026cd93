"""Exercise: set weights by hand so that one neuron is a logic gate.

Many weights are right, so the student's weights are not compared: their function answers for
zeros and ones with them, and these answers must be the gate's.
"""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import gates, perceptron
from nnlib.by_hand.xor import gate_output

GATES = ("and", "or", "nand", "not")


def gate_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make, for each gate, batches that hold each of its inputs, in mixed order and number."""
    return [
        Case(
            ("and", gates.logic_inputs()),
            working="AND of 00, 01, 10, 11: 1 only where both inputs are 1, so [0, 0, 0, 1]",
        ),
        *(case for gate in GATES for case in mixed(rng, gate)),
    ]


def mixed(rng: np.random.Generator, gate: str) -> list[Case]:
    """Make batches of floats, integers and float32 for one gate."""
    return [
        Case((gate, rows(rng, gate, extra).astype(kind)), f"the gate {gate.upper()}")
        for extra, kind in ((3, float), (1, int), (0, np.float32))
    ]


def rows(rng: np.random.Generator, gate: str, extra: int) -> Array:
    """Return every input of a gate and `extra` of them again, shuffled."""
    X, _ = gates.truth_table(gate)
    return rng.permutation(np.concatenate([X, X[rng.integers(0, len(X), extra)]]))


GATE_OUTPUT = Exercise(
    id="perceptron.gate_output",
    points=2,
    covers=("P6",),
    reference=gate_output,
    cases=gate_cases,
    hints=(
        "Take AND first. With both weights 1, what is w·x for the inputs 00, 01, 10 and 11? "
        "Which bias leaves only the last of them above 0?",
        "OR has the same weights and a bias that lets one input be enough. NAND says the "
        "opposite of AND: turn the sign of its weights and of its bias.",
        "NOT has one weight. For the input 0 only the bias is left, so it must be above 0; "
        "the weight must pull the input 1 below 0.",
    ),
)


@GATE_OUTPUT.misconception
def and_fires_at_one(gate, X):
    """Your AND fires when a single input is 1: that is OR. Its bias must hold out against one input
    and give way to two.
    """
    if gate == "and":
        weights, bias = np.array([1.0, 1.0]), -0.5
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def and_never_fires(gate, X):
    """Your AND never fires, not even for 11. Perhaps its net input is exactly 0 there, and 0 is not
    above 0.
    """
    if gate == "and":
        weights, bias = np.array([1.0, 1.0]), -2.0
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def or_needs_both(gate, X):
    """Your OR needs both inputs. One must be enough: its bias is too strong, or the net input is
    exactly 0, which is not above 0.
    """
    if gate == "or":
        weights, bias = np.array([1.0, 1.0]), -1.0
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def or_means_exactly_one(gate, X):
    """Your OR is 0 for 11. In daily speech, or often leaves out both; the gate is 1 when at least
    one input is 1.
    """
    if gate == "or":
        return np.where(X[:, 0] != X[:, 1], 1, 0)
    weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def nand_is_nor(gate, X):
    """Your NAND gives 0 as soon as one input is 1. It is the opposite of AND: 0 only when both are
    1.
    """
    if gate == "nand":
        weights, bias = np.array([-1.0, -1.0]), 0.5
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def nand_bias_not_turned(gate, X):
    """Your NAND always gives 0. To turn AND into its opposite, the bias changes its sign too, not
    only the weights.
    """
    if gate == "nand":
        weights, bias = np.array([-1.0, -1.0]), -1.5
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def nand_weights_not_turned(gate, X):
    """Your NAND always gives 1. To turn AND into its opposite, the weights change their sign too,
    not only the bias.
    """
    if gate == "nand":
        weights, bias = np.array([1.0, 1.0]), 1.5
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def not_without_bias(gate, X):
    """Your NOT never fires. For the input 0 the weight has nothing to work on: only a bias above 0
    lets it fire.
    """
    if gate == "not":
        weights, bias = np.array([-1.0]), 0.0
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def not_repeats_its_input(gate, X):
    """Your NOT repeats its input. A negative weight turns an input of 1 against firing."""
    if gate == "not":
        weights, bias = np.array([1.0]), -0.5
    else:
        weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, bias)


@GATE_OUTPUT.misconception
def no_bias_anywhere(gate, X):
    """Your gates seem to have no bias, so every line goes through the point 00. AND, NAND and NOT
    need a line elsewhere.
    """
    weights, _ = gates.gate_weights(gate)
    return perceptron.predict(X, weights, 0.0)


@GATE_OUTPUT.misconception
def net_input_returned(gate, X):
    """You returned net inputs. A gate answers 0 or 1: take the step."""
    weights, bias = gates.gate_weights(gate)
    return X @ weights + bias


@GATE_OUTPUT.misconception
def bias_signs_turned(gate, X):
    """All your biases have the wrong sign. For AND and OR the bias holds the neuron back, so it is
    below 0; for NAND and NOT it is above 0.
    """
    weights, bias = gates.gate_weights(gate)
    return perceptron.predict(X, weights, -bias)


@GATE_OUTPUT.misconception
def weights_returned(gate, X):
    """You returned the weights and the bias. Use them: return what the neuron answers to each row
    of X.
    """
    return gates.gate_weights(gate)


@GATE_OUTPUT.misconception
def fixed_answers(gate, X):
    """You return the gate's table as it stands in the lesson. The rows of X can come in any order
    and any number: compute the answer to each.
    """
    return gates.truth_table(gate)[1]
