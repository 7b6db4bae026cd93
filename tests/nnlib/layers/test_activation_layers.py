"""The activation layers do what the functions of the first lesson do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.activations import ACTIVATIONS, softmax, softmax_jacobian
from nnlib.layers import Identity, LeakyReLU, ReLU, Sigmoid, Softmax, Step, Tanh

PAIRS = {
    "step": Step(),
    "sigmoid": Sigmoid(),
    "tanh": Tanh(),
    "relu": ReLU(),
    "leaky_relu": LeakyReLU(),
}
every_pair = pytest.mark.parametrize(
    ("activation", "layer"), [(ACTIVATIONS[name], layer) for name, layer in PAIRS.items()]
)
batches = arrays(float, (3, 4), elements=st.floats(-1000, 1000))


def test_every_activation_has_its_layer():
    assert set(PAIRS) == set(ACTIVATIONS)


@every_pair
@given(z=batches)
def test_forward_is_the_function(activation, layer, z):
    np.testing.assert_allclose(layer.forward(z), activation.function(z))


@every_pair
@given(z=batches)
def test_backward_multiplies_by_the_derivative(activation, layer, z):
    gradient = np.arange(1.0, 13).reshape(3, 4)
    layer.forward(z)
    expected = gradient * activation.derivative(z)
    np.testing.assert_allclose(layer.backward(gradient), expected, atol=1e-13)


@every_pair
def test_the_corner_at_zero_is_the_agreed_one(activation, layer):
    layer.forward(np.zeros((1, 1)))
    assert layer.backward(np.ones((1, 1))) == activation.derivative(0)


@given(z=batches)
def test_softmax_is_the_function_of_each_row(z):
    np.testing.assert_allclose(Softmax().forward(z), softmax(z), atol=1e-300)


@given(z=arrays(float, (2, 3), elements=st.floats(-20, 20)))
def test_softmax_goes_back_through_its_jacobian(z):
    layer, gradient = Softmax(), np.array([[1.0, -2.0, 3.0], [0.5, 4.0, 0.0]])
    layer.forward(z)
    expected = [softmax_jacobian(row).T @ g for row, g in zip(z, gradient, strict=True)]
    np.testing.assert_allclose(layer.backward(gradient), expected, atol=1e-14)


def test_identity_changes_nothing():
    x = np.array([[1.0, -2.0]])
    np.testing.assert_array_equal(Identity().forward(x), x)
    np.testing.assert_array_equal(Identity().backward(x), x)


def test_the_leak_may_be_chosen():
    layer = LeakyReLU(0.25)
    np.testing.assert_array_equal(layer.forward(np.array([[-4.0, 4.0]])), [[-1, 4]])
    np.testing.assert_array_equal(layer.backward(np.array([[8.0, 8.0]])), [[2, 8]])
    assert repr(layer) == "LeakyReLU(0.25)"


@pytest.mark.parametrize("slope", [-0.1, 1])
def test_a_leak_is_less_than_all(slope):
    with pytest.raises(ValueError, match=f"slope must be at least 0 and below 1; {slope} came"):
        LeakyReLU(slope)
