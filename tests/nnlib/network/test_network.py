"""Networks: one vector of parameters, forward, backward, and clear words when layers do not fit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.gates import truth_table
from nnlib.layers import BatchNorm, Dropout, Linear, ReLU, Sigmoid, Tanh
from nnlib.layers.initializers import xavier_uniform
from nnlib.network import Network, multilayer_perceptron, num_layer_parameters, summary

RNG = np.random.default_rng(0)


@pytest.fixture
def network():
    """Return 2 inputs, 3 hidden neurons with everything, 1 output."""
    rng = np.random.default_rng(0)
    layers = [Linear(2, 3, rng=rng), BatchNorm(3), ReLU(), Dropout(0.5, rng=rng)]
    return Network([*layers, Linear(3, 1, rng=rng)])


# n inputs and k neurons have n · k weights and k biases.
@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((2, 4, 1), 2 * 4 + 4 + 4 * 1 + 1),
        ((3, 5, 1), 3 * 5 + 5 + 5 * 1 + 1),
        ((64, 32, 10), 64 * 32 + 32 + 32 * 10 + 10),
    ],
)
def test_parameters_are_counted(sizes, expected):
    assert multilayer_perceptron(sizes, rng=RNG).num_parameters == expected


def test_batch_norm_counts_its_scale_and_centre_but_not_its_statistics(network):
    assert network.num_parameters == (2 * 3 + 3) + (3 + 3) + (3 * 1 + 1)
    assert [num_layer_parameters(layer) for layer in network.layers] == [9, 6, 0, 0, 4]


def test_all_parameters_lie_in_one_vector(network):
    network.params[:] = np.arange(19.0)
    np.testing.assert_array_equal(network.layers[0].weight, [[0, 1], [2, 3], [4, 5]])
    np.testing.assert_array_equal(network.layers[0].bias, [6, 7, 8])
    np.testing.assert_array_equal(network.layers[1].gamma, [9, 10, 11])
    np.testing.assert_array_equal(network.layers[4].weight, [[15, 16, 17]])
    network.layers[4].bias[0] = -1
    assert network.params[18] == -1


def test_all_gradients_lie_in_one_vector(network):
    X = np.random.default_rng(1).standard_normal((4, 2))
    network.backward(np.ones_like(network.forward(X)))
    parts = [g.ravel() for layer in network.layers for g in layer.gradients().values()]
    np.testing.assert_array_equal(network.gradients, np.concatenate(parts))
    assert network.gradients[18] == 4  # BP3 of the last layer: four errors of 1


def test_the_first_weights_stay_when_layers_join_a_network():
    layer = Linear(2, 3, rng=np.random.default_rng(0))
    before = layer.weight.copy()
    Network([layer])
    np.testing.assert_array_equal(layer.weight, before)


def test_forward_is_layer_after_layer():
    rng = np.random.default_rng(0)
    first, last, X = Linear(2, 3, rng=rng), Linear(3, 1, rng=rng), rng.random((4, 2))
    expected = np.maximum(X @ first.weight.T, 0) @ last.weight.T
    np.testing.assert_allclose(Network([first, ReLU(), last]).forward(X), expected)


def test_weights_by_hand_make_xor():
    X, targets = truth_table("xor")
    network = multilayer_perceptron([2, 2, 1], rng=RNG)
    first, last = network.linear_layers()
    # h = relu(x1 + x2), relu(x1 + x2 - 1); y = h1 - 2 h2: 0, 1, 1, 2 - 2
    first.weight[:], first.bias[:] = 1, [0, -1]
    last.weight[:], last.bias[:] = [[1, -2]], 0
    np.testing.assert_array_equal(network.predict(X).ravel(), targets)


def test_modes_reach_every_layer(network):
    network.eval()
    assert not any(layer.training for layer in network.layers)
    network.train()
    assert all(layer.training for layer in network.layers)


def test_predicting_is_evaluating_and_leaves_the_mode_alone(network):
    X = np.random.default_rng(1).standard_normal((4, 2))
    network.layers[1].training = False
    modes = [layer.training for layer in network.layers]
    first, second = network.predict(X), network.predict(X)
    np.testing.assert_array_equal(first, second)
    assert [layer.training for layer in network.layers] == modes
    network.eval()
    np.testing.assert_array_equal(network.forward(X), first)


def test_a_copy_has_the_same_numbers_of_its_own(network):
    X, twin = np.ones((1, 2)), network.copy()
    np.testing.assert_array_equal(twin.predict(X), network.predict(X))
    twin.params[:] = 0
    assert network.params.any()
    assert not np.shares_memory(twin.layers[0].weight, network.params)
    assert np.shares_memory(twin.layers[0].weight, twin.params)


def test_float32_stays_float32(network):
    single = network.copy(np.float32)
    assert single.predict([[1, 2]]).dtype == np.float32
    np.testing.assert_allclose(single.predict([[1, 2]]), network.predict([[1, 2]]), rtol=1e-5)


@given(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=5), m=st.integers(1, 4))
def test_any_sizes_fit_together(sizes, m):
    network = multilayer_perceptron(sizes, rng=np.random.default_rng(0), activation="tanh")
    outputs = network.forward(np.ones((m, sizes[0])))
    network.backward(outputs)
    assert outputs.shape == (m, sizes[-1])
    assert (network.in_features, network.out_features) == (sizes[0], sizes[-1])


def test_a_multilayer_perceptron_ends_with_logits():
    network = multilayer_perceptron([2, 4, 3, 1], rng=RNG, activation="sigmoid")
    kinds = [type(layer) for layer in network.layers]
    assert kinds == [Linear, Sigmoid, Linear, Sigmoid, Linear]


@pytest.mark.parametrize(("activation", "variance"), [("relu", 2 / 300), ("tanh", 2 / 500)])
def test_the_first_weights_suit_the_activation(activation, variance):
    network = multilayer_perceptron([300, 200], rng=RNG, activation=activation)
    assert network.layers[0].weight.var() == pytest.approx(variance, rel=0.03)


def test_the_initializer_may_be_chosen():
    network = multilayer_perceptron(
        [3, 2], rng=np.random.default_rng(5), initializer=xavier_uniform
    )
    expected = xavier_uniform(2, 3, rng=np.random.default_rng(5))
    np.testing.assert_array_equal(network.layers[0].weight, expected)


def test_neurons_that_start_alike_stay_alike():
    network = multilayer_perceptron([2, 3, 1], rng=RNG, activation="sigmoid")
    network.params[:] = 0.5
    network.backward(network.forward(np.array([[1.0, 2.0], [3.0, -1.0]])))
    gradient = network.layers[0].weight_gradient
    np.testing.assert_array_equal(gradient, np.tile(gradient[0], (3, 1)))


def test_the_summary_is_a_table(network):
    assert summary(network).splitlines() == [
        "layer         outputs  parameters",
        "---------------------------------",
        "Linear(2, 3)        3           9",
        "BatchNorm(3)        3           6",
        "ReLU()              3           0",
        "Dropout(0.5)        3           0",
        "Linear(3, 1)        1           4",
        "---------------------------------",
        "total                          19",
    ]


def test_a_network_of_any_width_says_so():
    assert "any" in summary(Network([Tanh()]))
    assert Network([Tanh()]).predict([[0, 0]]).shape == (1, 2)


def test_a_network_says_what_it_is(network):
    expected = "Network([Linear(2, 3), BatchNorm(3), ReLU(), Dropout(0.5), Linear(3, 1)])"
    assert repr(network) == expected
    assert [name for name, _ in network.named_layers()][:2] == ["0.Linear", "1.BatchNorm"]


def twice():
    """Put one layer into a network twice."""
    relu = ReLU()
    return Network([relu, relu])


def in_two():
    """Put one layer into two networks."""
    relu = ReLU()
    return Network([relu]), Network([relu])


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: Network([]), "layers is empty"),
        (
            lambda: Network([Linear(2, 4, rng=RNG), ReLU(), Linear(5, 1, rng=RNG)]),
            r"layers\[2\], Linear\(5, 1\), wants 5 inputs, but the layer before gives 4",
        ),
        (lambda: Network([Linear(2, 4, rng=RNG), BatchNorm(3)]), r"BatchNorm\(3\), wants 3 inputs"),
        (twice, r"layers\[1\], ReLU\(\), already has its place; make a new one"),
        (in_two, r"layers\[0\], ReLU\(\), already has its place"),
        (
            lambda: multilayer_perceptron([2, 1], rng=RNG).predict([[1, 2, 3]]),
            r"X must have the shape \(m, 2\); \(1, 3\) came",
        ),
        (lambda: multilayer_perceptron([2, 1], rng=RNG).predict([[1, np.nan]]), "X must .* finite"),
        (lambda: multilayer_perceptron([2], rng=RNG), r"sizes must name .*; \[2\] came"),
        (
            lambda: multilayer_perceptron([2, 1], rng=RNG, activation="step"),
            "activation must be one of relu, leaky_relu, sigmoid, tanh; 'step' came",
        ),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
