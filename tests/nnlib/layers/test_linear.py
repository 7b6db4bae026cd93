"""The linear layer by hand: forward, BP2's first factor, BP3 and BP4."""

import numpy as np
import pytest

from nnlib.by_hand.forward import collapse_layers
from nnlib.layers import Linear
from nnlib.layers.initializers import normal


@pytest.fixture
def layer():
    """Two inputs, three neurons, numbers that are all different."""
    layer = Linear(2, 3, rng=np.random.default_rng(0))
    layer.weight[:] = [[1, 2], [3, 4], [5, 6]]
    layer.bias[:] = [10, 20, 30]
    return layer


def test_forward_by_hand(layer):
    # (1·1 + 2·2 + 10, 3·1 + 4·2 + 20, 5·1 + 6·2 + 30) and (-1 + 10, -3 + 20, -5 + 30)
    z = layer.forward(np.array([[1.0, 2.0], [-1.0, 0.0]]))
    np.testing.assert_array_equal(z, [[15, 31, 47], [9, 17, 25]])


def test_the_lectures_example():
    layer = Linear(2, 2, rng=np.random.default_rng(0))
    layer.weight[:], layer.bias[:] = [[0.4, 0.6], [0.1, 0.9]], [0.2, 0.1]
    # 0.4·0.5 + 0.6·0.3 = 0.38, 0.1·0.5 + 0.9·0.3 = 0.32
    np.testing.assert_allclose(layer.forward(np.array([[0.5, 0.3]])), [[0.58, 0.42]])


def test_backward_by_hand(layer):
    x, delta = np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    layer.forward(x)
    # BP2: (1·1 - 1·5, 1·2 - 1·6) and (2·1 + 1·3, 2·2 + 1·4)
    np.testing.assert_array_equal(layer.backward(delta), [[-4, -4], [5, 8]])
    # BP3: 1 + 2, 0 + 1, -1 + 0
    np.testing.assert_array_equal(layer.bias_gradient, [3, 1, -1])
    # BP4: δᵀ x, as 1·1 + 2·(-1) = -1 for the first weight
    np.testing.assert_array_equal(layer.weight_gradient, [[-1, 2], [-1, 0], [-1, -2]])


def test_gradients_are_stored_anew_by_each_call(layer):
    for _ in range(2):
        layer.forward(np.ones((1, 2)))
        layer.parameter_gradients(np.ones((1, 3)))
    np.testing.assert_array_equal(layer.weight_gradient, np.ones((3, 2)))


def test_two_linear_layers_are_one():
    rng = np.random.default_rng(0)
    first, second, x = Linear(3, 4, rng=rng), Linear(4, 2, rng=rng), rng.random((5, 3))
    first.bias[:], second.bias[:] = rng.random(4), rng.random(2)
    weight, bias = collapse_layers(first.weight, first.bias, second.weight, second.bias)
    np.testing.assert_allclose(second.forward(first.forward(x)), x @ weight.T + bias)


def test_the_first_weights_come_from_the_initializer_and_the_biases_are_zero():
    layer = Linear(4, 3, rng=np.random.default_rng(5), initializer=normal)
    np.testing.assert_array_equal(layer.weight, normal(3, 4, rng=np.random.default_rng(5)))
    np.testing.assert_array_equal(layer.bias, [0, 0, 0])


@pytest.mark.parametrize(("sizes", "name"), [((0, 2), "in_features"), ((2, 1.5), "out_features")])
def test_a_layer_has_inputs_and_neurons(sizes, name):
    with pytest.raises(ValueError, match=f"{name} must be a whole number of at least 1"):
        Linear(*sizes, rng=np.random.default_rng(0))
