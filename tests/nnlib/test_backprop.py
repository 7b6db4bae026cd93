"""The four equations: one network worked out by hand, then what holds for all networks."""

import dataclasses
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.backprop import (
    backprop,
    bias_gradient,
    feed_forward,
    hidden_error,
    output_error,
    weight_gradient,
)
from nnlib.gradient_check import central_differences, worst_relative_error
from nnlib.layers import Linear, Sigmoid
from nnlib.losses import QUADRATIC_COST, quadratic_cost
from nnlib.network import Network

seeds = st.integers(0, 2**32 - 1)

# A 2-2-1 network whose hidden net inputs are 0, so that every σ is 1/2 and every σ' is 1/4.
WEIGHTS = [[[1, -1], [2, -2]], [[4, -2]]]
BIASES = [[0, 0], [-1]]
X, TARGET = [1, 1], [1]


def random_network(seed, sizes=(3, 4, 2)):
    """Draw weights and biases, and a batch of five samples with targets."""
    rng = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    weights = [rng.standard_normal((outputs, inputs)) for inputs, outputs in pairs]
    biases = [rng.standard_normal(outputs) for _, outputs in pairs]
    return weights, biases, rng.standard_normal((5, sizes[0])), rng.random((5, sizes[-1]))


def test_forward_through_two_layers_by_hand():
    z, a = feed_forward(X, WEIGHTS, BIASES)
    # z² = (1 - 1, 2 - 2), a² = (1/2, 1/2), z³ = 4/2 - 2/2 - 1 = 0, a³ = 1/2
    np.testing.assert_array_equal(z[0], [0, 0])
    np.testing.assert_array_equal(z[1], [0])
    np.testing.assert_array_equal(a[0], [1, 1])
    np.testing.assert_array_equal(a[1], [0.5, 0.5])
    np.testing.assert_array_equal(a[2], [0.5])


def test_one_whole_step_of_backpropagation_by_hand():
    trace = backprop(X, TARGET, WEIGHTS, BIASES)
    # BP1: δ³ = (1/2 - 1) · 1/4 = -1/8
    np.testing.assert_array_equal(trace.errors[1], [-1 / 8])
    # BP2: δ² = (4 · -1/8, -2 · -1/8) · 1/4 = (-1/8, 1/16)
    np.testing.assert_array_equal(trace.errors[0], [-1 / 8, 1 / 16])
    # BP3: ∂C/∂b = δ
    np.testing.assert_array_equal(trace.bias_gradients[1], [-1 / 8])
    np.testing.assert_array_equal(trace.bias_gradients[0], [-1 / 8, 1 / 16])
    # BP4: ∂C/∂W³ = -1/8 · (1/2, 1/2); ∂C/∂W² = (-1/8, 1/16)ᵀ · (1, 1)
    np.testing.assert_array_equal(trace.weight_gradients[1], [[-1 / 16, -1 / 16]])
    np.testing.assert_array_equal(trace.weight_gradients[0], [[-1 / 8, -1 / 8], [1 / 16, 1 / 16]])


def test_each_equation_by_hand():
    # BP1: σ(0) = 1/2, σ'(0) = 1/4
    np.testing.assert_array_equal(output_error([0.5, 0.5], [0, 1], [0, 0]), [1 / 8, -1 / 8])
    # BP2: Wᵀδ = (1·1 + 3·(-1), 2·1 + 4·(-1)) = (-2, -2); σ'(0) = 1/4, and far from 0 it is 0
    np.testing.assert_array_equal(hidden_error([[1, 2], [3, 4]], [1, -1], [0, -800]), [-1 / 2, 0])
    # BP3 and BP4: the mean over the batch
    np.testing.assert_array_equal(bias_gradient([[1, 2], [3, -2]]), [2, 0])
    np.testing.assert_array_equal(
        weight_gradient([[1, 2], [3, -2]], [[1], [2]]),
        [[3.5], [-1]],  # (1 + 6)/2, (2 - 4)/2
    )


def test_an_input_near_zero_teaches_its_weight_nothing():
    gradient = weight_gradient([1.0, 2.0], [0.0, 1.0])
    np.testing.assert_array_equal(gradient[:, 0], 0)


def test_a_saturated_neuron_has_almost_no_error():
    assert abs(output_error([1], [0], [20])[0]) < 1e-8
    assert abs(hidden_error([[100]], [1], [-20])[0]) < 1e-6


@given(seed=seeds)
def test_every_gradient_agrees_with_central_differences(seed):
    weights, biases, X, targets = random_network(seed)
    trace = backprop(X, targets, weights, biases)
    for arrays, gradients in (
        (weights, trace.weight_gradients),
        (biases, trace.bias_gradients),
    ):
        for layer, gradient in enumerate(gradients):

            def cost(array, arrays=arrays, layer=layer):
                swapped = [*arrays[:layer], array, *arrays[layer + 1 :]]
                both = (swapped, biases) if arrays is weights else (weights, swapped)
                return quadratic_cost(feed_forward(X, *both)[1][-1], targets)

            assert worst_relative_error(gradient, central_differences(cost, arrays[layer])) < 1e-4


@given(seed=seeds)
def test_a_batch_has_the_errors_of_its_samples_and_their_mean_gradient(seed):
    weights, biases, X, targets = random_network(seed)
    batch = backprop(X, targets, weights, biases)
    singles = [backprop(x, t, weights, biases) for x, t in zip(X, targets, strict=True)]
    for layer in range(2):
        np.testing.assert_allclose(
            batch.errors[layer], [single.errors[layer] for single in singles]
        )
        mean = np.mean([single.weight_gradients[layer] for single in singles], axis=0)
        np.testing.assert_allclose(batch.weight_gradients[layer], mean, atol=1e-15)


@given(seed=seeds)
def test_a_network_of_layers_has_the_same_gradients(seed):
    weights, biases, X, targets = random_network(seed)
    rng = np.random.default_rng(0)
    network = Network([Linear(3, 4, rng=rng), Sigmoid(), Linear(4, 2, rng=rng), Sigmoid()])
    for layer, weight, bias in zip(network.linear_layers(), weights, biases, strict=True):
        layer.weight[:], layer.bias[:] = weight, bias
    network.backward(QUADRATIC_COST.value_and_gradient(network.forward(X), targets)[1])
    trace = backprop(X, targets, weights, biases)
    for index, layer in enumerate(network.linear_layers()):
        np.testing.assert_allclose(layer.weight_gradient, trace.weight_gradients[index], atol=1e-14)
        np.testing.assert_allclose(layer.bias_gradient, trace.bias_gradients[index], atol=1e-14)


@given(seed=seeds, depth=st.integers(1, 4))
def test_a_network_of_any_depth_follows_its_own_recurrence(seed, depth):
    weights, biases, X, targets = random_network(seed, sizes=[3] * (depth + 1))
    trace = backprop(X, targets, weights, biases)
    assert len(trace.activations) == depth + 1
    assert len(trace.errors) == len(trace.pre_activations) == depth
    for layer in range(depth - 1):
        expected = trace.errors[layer + 1] @ weights[layer + 1]
        expected = expected * sigmoid_derivative(trace.pre_activations[layer])
        np.testing.assert_allclose(trace.errors[layer], expected)
    np.testing.assert_array_equal(trace.activations[-1], sigmoid(trace.pre_activations[-1]))


def test_a_trace_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        backprop(X, TARGET, WEIGHTS, BIASES).errors = ()


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: feed_forward([1], WEIGHTS, BIASES), r"weights\[0\] must have the shape \(m, 1\)"),
        (lambda: feed_forward(X, WEIGHTS, [[0], [0]]), r"biases\[0\] must have the shape \(2,\)"),
        (lambda: feed_forward(X, WEIGHTS, [[0, 0]]), "one array a layer each; 2 and 1 came"),
        (lambda: feed_forward(X, [], []), "one array a layer each; 0 and 0 came"),
        (lambda: feed_forward([[[1, 1]]], WEIGHTS, BIASES), r"x must have the shape \(m, n\)"),
        (
            lambda: backprop(X, [1, 0], WEIGHTS, BIASES),
            r"target must have the shape \(1,\)",
        ),
        (lambda: output_error([1], [1], [1, 2]), r"z must have the shape \(1,\); \(2,\) came"),
        (lambda: hidden_error([[1, 2]], [1, 2], [0, 0]), r"next_error must have the shape \(1,\)"),
        (lambda: hidden_error([[1, 2]], [1], [0]), r"z must have the shape \(2,\); \(1,\) came"),
        (lambda: weight_gradient([[1], [2]], [[1]]), "of as many samples; 2 and 1 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
