"""The text of lesson 04: its tables and numbers are true."""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from autograder.building.lesson import Prose
from autograder.building.reader import read_file
from autograder.exercises import load
from nnlib.activations import relu, sigmoid, softmax, step
from nnlib.by_hand.forward import (
    batch_forward,
    count_parameters,
    forward,
    layer_forward,
    layer_net_input,
    sequential,
)
from nnlib.by_hand.losses import binary_cross_entropy
from nnlib.data.digits import load_digits
from nnlib.losses import cross_entropy_from_probs, mean_squared_error
from nnlib.metrics import predicted_classes

FILE = Path(__file__).parents[3] / "solutions" / "04_mlp.py"
W2, B2 = [[0.4, 0.6], [0.1, 0.9]], [0.2, 0.1]
NETWORK = [([[1, 2], [1, -2]], [0, 1]), ([[3, 4]], [-10])]


@pytest.fixture(scope="module")
def lesson():
    return read_file(FILE, load())


@pytest.fixture(scope="module")
def prose(lesson):
    return "\n".join(cell.text for cell in lesson.cells if isinstance(cell, Prose))


def right_number(lesson, question):
    (cell,) = (cell for cell in lesson.questions if cell.id == question)
    return float(cell.right.answer)


def test_the_worked_layer_is_right_in_every_number(prose):
    z, a = layer_forward([0.5, 0.3], W2, B2, sigmoid)
    assert np.array(W2) @ [0.5, 0.3] == pytest.approx([0.38, 0.32])
    assert z == pytest.approx([0.58, 0.42])
    for number in (*a, *np.exp(-z), 1 + np.exp(-z[0]), 1 + np.exp(-z[1])):
        assert f"{number:.3f}" in prose


def test_the_output_neuron_behind_it_has_the_numbers_of_the_text(prose):
    _, a = layer_forward([0.5, 0.3], W2, B2, sigmoid)
    z3, a3 = layer_forward(a, [[0.7, -0.5]], [0.1], sigmoid)
    assert rf"\approx {z3[0]:.3f}" in prose
    assert rf"\approx {a3[0]:.3f}" in prose


def test_the_table_of_the_batch_is_right():
    weight, bias = [[1, -1], [2, 0], [0, 1]], [0.5, -1, 0]
    Z, A = batch_forward([[1, 2], [3, 1]], weight, bias, relu)
    assert Z.tolist() == [[-0.5, 1, 2], [2.5, 5, 1]]
    assert A.tolist() == [[0, 1, 2], [2.5, 5, 1]]


def test_the_table_of_the_whole_network_is_right():
    assert forward([[1, 1], [1, -1]], NETWORK, relu).tolist() == [[-1], [6]]
    assert batch_forward([[1, 1], [1, -1]], *NETWORK[0], relu)[1].tolist() == [[3, 0], [0, 4]]


def test_the_list_of_layers_gives_what_the_example_says():
    linear = ([[3]], [1])
    assert sequential([-2], [linear, "ReLU"]) == [0]
    assert sequential([-2], [linear, "Sigmoid"]) == pytest.approx(0.0067, abs=5e-5)


@pytest.mark.parametrize(
    ("question", "sizes"),
    [("mlp.one_more_layer", [3, 5, 5, 1]), ("mlp.control_count", [10, 6, 3])],
)
def test_the_counts_that_questions_ask_for_are_right(lesson, question, sizes):
    assert right_number(lesson, question) == count_parameters(sizes)


def test_the_counts_of_the_text_are_right(lesson):
    assert [count_parameters(sizes) for sizes in ([2, 4, 1], [3, 5, 1], [64, 32, 10])] == [
        17,
        26,
        2410,
    ]
    assert right_number(lesson, "mlp.biases_of_digits") == 32 + 10


def test_the_net_input_and_the_output_that_questions_ask_for_are_right(lesson):
    z = layer_net_input([1, 0.5], W2, B2)
    assert right_number(lesson, "mlp.z_of_second") == pytest.approx(z[1])
    assert right_number(lesson, "mlp.forward_by_hand") == forward([2, -1], NETWORK, relu)[0]


def test_the_losses_that_questions_ask_for_are_right(lesson):
    ham = binary_cross_entropy([0.9], [0])
    assert right_number(lesson, "mlp.loss_of_ham") == round(ham, 1)
    half = cross_entropy_from_probs([[0.5, 0.5]], [1])
    assert right_number(lesson, "mlp.control_uniform") == round(half, 2)
    assert mean_squared_error([2, -2, 2, -2], [0] * 4) == 4
    assert mean_squared_error([0, 0, 0, 5], [0] * 4) == 6.25


def test_the_table_of_the_logarithm_is_right(prose):
    probable, loss = (
        [float(number) for number in re.findall(r"\d+\.?\d*", line.split("|", 2)[2])]
        for line in prose.splitlines()
        if line.startswith(("| held probable", "| loss, -log"))
    )
    assert loss == pytest.approx(-np.log(probable), abs=5e-4)
    assert all(before < after for before, after in pairwise(loss))


def test_the_worked_losses_are_right():
    assert mean_squared_error([[1, 2], [0, 4]], [[0, 2], [1, 1]]) == 2.75
    assert round(binary_cross_entropy([0.8, 0.4], [1, 0]), 3) == 0.367
    assert round(cross_entropy_from_probs([[0.7, 0.2, 0.1], [0.1, 0.4, 0.5]], [0, 1]), 3) == 0.636


def test_a_nudge_shows_through_sigmoids_and_not_through_steps():
    rng = np.random.default_rng(4)
    weight, bias = rng.normal(size=(4, 2)), rng.normal(size=4)
    output = (np.ones((1, 4)), np.zeros(1))

    def change(function):
        before = forward([0.5, 0.3], [(weight, bias), output], function)
        return abs(forward([0.5, 0.3], [(weight + 0.001, bias), output], function) - before)[0]

    assert change(step) == 0
    assert change(sigmoid) > 1e-4


def test_an_untrained_network_guesses_and_its_loss_is_near_log_10():
    digits = load_digits().validation
    rng = np.random.default_rng(8)
    network = [(rng.normal(0, 0.1, (32, 64)), np.zeros(32))]
    network += [(rng.normal(0, 0.1, (10, 32)), np.zeros(10))]
    probs = softmax(forward(digits.X, network, relu))
    assert 20 <= np.sum(predicted_classes(probs) == digits.targets) <= 40
    assert cross_entropy_from_probs(probs, digits.targets) == pytest.approx(np.log(10), abs=0.05)
