"""Truth tables, and the weights with which one neuron is a gate."""

import operator

import numpy as np
import pytest

from nnlib.gates import gate_weights, logic_inputs, truth_table
from nnlib.perceptron import predict

MEANINGS = {
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
    "nand": lambda a, b: 1 - (a & b),
    "nor": lambda a, b: 1 - (a | b),
    "xnor": lambda a, b: 1 - (a ^ b),
}


def test_the_four_inputs_come_in_counting_order():
    np.testing.assert_array_equal(logic_inputs(), [[0, 0], [0, 1], [1, 0], [1, 1]])


@pytest.mark.parametrize("gate", MEANINGS)
def test_a_truth_table_says_what_pythons_operators_say(gate):
    X, targets = truth_table(gate)
    np.testing.assert_array_equal(X, logic_inputs())
    np.testing.assert_array_equal(targets, [MEANINGS[gate](a, b) for a, b in X.astype(int)])


def test_not_has_one_input():
    X, targets = truth_table("not")
    np.testing.assert_array_equal(X, [[0], [1]])
    np.testing.assert_array_equal(targets, [1, 0])


@pytest.mark.parametrize("gate", ["and", "or", "nand", "nor", "not"])
def test_the_weights_by_hand_give_the_truth_table(gate):
    X, targets = truth_table(gate)
    np.testing.assert_array_equal(predict(X, *gate_weights(gate)), targets)


@pytest.mark.parametrize("gate", ["xor", "xnor"])
def test_no_single_neuron_is_xor(gate):
    with pytest.raises(ValueError, match=f"No line separates the ones of '{gate}'"):
        gate_weights(gate)


@pytest.mark.parametrize("function", [truth_table, gate_weights])
@pytest.mark.parametrize("gate", ["AND", "implies", ""])
def test_an_unknown_gate_is_told_the_known_ones(function, gate):
    with pytest.raises(ValueError, match=f"one of and, or, nand, .*, not; '{gate}' came"):
        function(gate)


def test_each_call_gives_arrays_of_its_own():
    truth_table("and")[1][:] = 7
    gate_weights("and")[0][:] = 7
    logic_inputs()[:] = 7
    assert truth_table("and")[1].max() == gate_weights("and")[0].max() == logic_inputs().max() == 1
