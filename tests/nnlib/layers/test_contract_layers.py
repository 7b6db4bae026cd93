"""What every layer promises, whatever its formula."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.gradient_check import central_differences, check_layer, complex_step
from nnlib.layers import (
    BatchNorm,
    Dropout,
    Identity,
    LeakyReLU,
    Linear,
    ReLU,
    Sigmoid,
    Softmax,
    Step,
    Tanh,
)
from nnlib.network import Network

LAYERS = {
    "linear": lambda rng: Linear(4, 3, rng=rng),
    "identity": lambda rng: Identity(),
    "step": lambda rng: Step(),
    "sigmoid": lambda rng: Sigmoid(),
    "tanh": lambda rng: Tanh(),
    "relu": lambda rng: ReLU(),
    "leaky_relu": lambda rng: LeakyReLU(0.1),
    "softmax": lambda rng: Softmax(),
    "dropout": lambda rng: Dropout(0.3, rng=rng),
    "batch_norm": lambda rng: BatchNorm(4),
}
every_layer = pytest.mark.parametrize("make", LAYERS.values(), ids=LAYERS)
both_modes = pytest.mark.parametrize("training", [True, False])
seeds = st.integers(0, 2**32 - 1)


def layer_and_batch(make, seed, training=True, num_samples=5):
    """Return a layer with random parameters and statistics, and a batch away from corners."""
    rng = np.random.default_rng(seed)
    layer = make(rng)
    for value in (layer.parameters() | layer.statistics()).values():
        value[...] = rng.uniform(0.5, 2, value.shape)
    layer.training = training
    signs = rng.choice([-1.0, 1.0], (num_samples, 4))
    return layer, signs * rng.uniform(0.01, 3, (num_samples, 4))


@every_layer
@both_modes
@given(seed=seeds)
@settings(max_examples=25)
def test_every_gradient_is_exact_by_the_complex_step(make, training, seed):
    layer, x = layer_and_batch(make, seed, training)
    assert max(check_layer(layer, x, complex_step).values()) < 1e-10


@every_layer
@both_modes
def test_every_gradient_is_right_by_central_differences(make, training):
    layer, x = layer_and_batch(make, 0, training)
    assert max(check_layer(layer, x, central_differences).values()) < 1e-6


@every_layer
@given(seed=seeds, m=st.integers(2, 6))
def test_a_batch_keeps_its_samples_and_goes_back_in_its_shape(make, seed, m):
    layer, x = layer_and_batch(make, seed, num_samples=m)
    y = layer.forward(x)
    assert y.shape == (m, layer.out_features or 4)
    assert layer.backward(np.ones_like(y)).shape == x.shape


@every_layer
@both_modes
def test_float32_stays_float32(make, training):
    layer, x = layer_and_batch(make, 0, training)
    network = Network([layer], dtype=np.float32)
    y = network.forward(x.astype(np.float32))
    assert (y.dtype, layer.backward(y).dtype) == (np.float32, np.float32)
    arrays = layer.parameters() | layer.gradients() | layer.statistics()
    assert all(array.dtype == np.float32 for array in arrays.values())


@every_layer
@both_modes
def test_the_arguments_stay_as_they_are(make, training):
    layer, x = layer_and_batch(make, 0, training)
    before = x.copy()
    y = layer.forward(x)
    gradient = np.ones_like(y)
    layer.backward(gradient)
    np.testing.assert_array_equal(x, before)
    np.testing.assert_array_equal(gradient, 1)


@every_layer
def test_in_evaluation_each_sample_is_treated_by_itself_and_twice_alike(make):
    layer, x = layer_and_batch(make, 0, training=False)
    together = layer.forward(x)
    alone = np.vstack([layer.forward(row[np.newaxis]) for row in x])
    np.testing.assert_allclose(together, alone, rtol=1e-13)
    np.testing.assert_array_equal(layer.forward(x), together)


@every_layer
def test_a_gradient_has_the_name_and_shape_of_its_parameter(make):
    layer, _ = layer_and_batch(make, 0)
    assert list(layer.gradients()) == list(layer.parameters())
    for name, value in layer.parameters().items():
        assert layer.gradients()[name].shape == value.shape


@every_layer
def test_a_layer_says_what_it_is(make):
    layer, _ = layer_and_batch(make, 0)
    assert repr(layer).startswith(f"{type(layer).__name__}(")
