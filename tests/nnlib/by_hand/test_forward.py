from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.activations import relu, sigmoid, tanh
from nnlib.by_hand.forward import (
    batch_forward,
    collapse_layers,
    forward,
    layer_forward,
    layer_net_input,
    sequential,
)
from nnlib.layers import Linear, ReLU, Sigmoid
from nnlib.network import Network
from nnlib.neuron import net_input

WEIGHT, BIAS = np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([0.2, 0.1])
SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=5)
SEEDS = st.integers(0, 2**32 - 1)


def random_parameters(rng, sizes):
    return [(rng.normal(size=(n, k)), rng.normal(size=n)) for k, n in pairwise(sizes)]


def test_the_worked_example_of_the_lectures_comes_out():
    # W a = [0.4·0.5 + 0.6·0.3, 0.1·0.5 + 0.9·0.3] = [0.38, 0.32]; + b = [0.58, 0.42]
    z, a = layer_forward([0.5, 0.3], WEIGHT, BIAS, sigmoid)
    assert z == pytest.approx([0.58, 0.42])
    assert a == pytest.approx([0.641, 0.603], abs=5e-4)


def test_a_batch_gives_one_row_a_sample():
    # rows: 1·1 - 1·2 + 0.5 = -0.5 and 1·3 - 1·0 + 0.5 = 3.5
    Z, A = batch_forward([[1, 2], [3, 0]], [[1, -1]], [0.5], relu)
    assert (Z.tolist(), A.tolist()) == ([[-0.5], [3.5]], [[0.0], [3.5]])


def test_the_output_layer_of_forward_has_no_activation():
    # hidden: relu(1 + 2) = 3, relu(1 - 2) = 0; output: 3·(-3) + 4·0 + 5 = -4
    assert forward([1, 1], [([[1, 2], [1, -2]], [0, 0]), ([[-3, 4]], [5])], relu) == [-4]


def test_one_layer_is_its_net_input():
    assert forward([0.5, 0.3], [(WEIGHT, BIAS)], relu) == pytest.approx([0.58, 0.42])


@given(SEEDS, SIZES)
def test_each_number_of_a_layer_is_the_net_input_of_one_neuron(seed, sizes):
    rng = np.random.default_rng(seed)
    weight, bias = random_parameters(rng, sizes)[0]
    x = rng.normal(size=sizes[0])
    neurons = [net_input(x, row, b) for row, b in zip(weight, bias, strict=True)]
    assert layer_net_input(x, weight, bias) == pytest.approx(neurons)


@given(SEEDS, SIZES, st.integers(1, 4))
def test_a_batch_gives_what_its_samples_give_one_by_one(seed, sizes, m):
    rng = np.random.default_rng(seed)
    parameters, X = random_parameters(rng, sizes), rng.normal(size=(m, sizes[0]))
    one_by_one = np.array([forward(x, parameters, tanh) for x in X])
    np.testing.assert_allclose(forward(X, parameters, tanh), one_by_one, atol=1e-12)
    Z, A = batch_forward(X, *parameters[0], tanh)
    rows = [layer_forward(x, *parameters[0], tanh) for x in X]
    np.testing.assert_allclose(Z, [z for z, _ in rows], atol=1e-12)
    np.testing.assert_allclose(A, [a for _, a in rows], atol=1e-12)


@given(SEEDS)
def test_without_an_activation_the_layers_collapse(seed):
    rng = np.random.default_rng(seed)
    first, second = random_parameters(rng, [3, 4, 2])
    X = rng.normal(size=(5, 3))
    collapsed = forward(X, [collapse_layers(*first, *second)], relu)
    np.testing.assert_allclose(forward(X, [first, second], lambda z: z), collapsed, atol=1e-12)


@given(SEEDS)
def test_a_list_of_layers_gives_what_the_network_of_the_library_gives(seed):
    rng = np.random.default_rng(seed)
    network = Network([Linear(3, 5, rng=rng), ReLU(), Linear(5, 1, rng=rng), Sigmoid()])
    first, second = ((layer.weight, layer.bias) for layer in network.linear_layers())
    X = rng.normal(size=(4, 3))
    probs = sequential(X, [first, "ReLU", second, "Sigmoid"])
    np.testing.assert_allclose(probs, network.predict(X), atol=1e-12)
    np.testing.assert_allclose(probs, sigmoid(forward(X, [first, second], relu)), atol=1e-12)


def test_activations_act_where_they_stand_in_the_list():
    # relu(-2) = 0, then 3·0 + 1 = 1; the other way round relu(3·(-2) + 1) = relu(-5) = 0
    linear = ([[3]], [1])
    assert sequential([-2], ["ReLU", linear]) == [1]
    assert sequential([-2], [linear, "ReLU"]) == [0]


def test_single_precision_stays_single():
    layer = (WEIGHT.astype("float32"), BIAS.astype("float32"))
    x = np.ones(2, dtype="float32")
    assert forward(x, [layer, layer], relu).dtype == np.float32
    assert sequential(x, [layer, "Sigmoid"]).dtype == np.float32


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: layer_net_input([1, 2, 3], WEIGHT, BIAS), r"a_prev must have the shape \(2,\)"),
        (lambda: layer_net_input([1, 2], WEIGHT, [1]), r"bias must have the shape \(2,\)"),
        (lambda: batch_forward([1, 2], WEIGHT, BIAS, relu), r"A_prev must have the shape \(m, 2\)"),
        (lambda: forward([1, 2], [], relu), "parameters is empty"),
        (
            lambda: forward([1, 2, 3], [(WEIGHT, BIAS)], relu),
            r"weight must have the shape \(m, 3\)",
        ),
        (lambda: sequential([1, 2], ["Tanh"]), "'Tanh' came"),
    ],
)
def test_a_mistake_is_told_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
