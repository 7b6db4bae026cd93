"""The net input and the output of one neuron, and what two linear layers come to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.activations import relu, sigmoid, step
from nnlib.by_hand.forward import collapse_layers
from nnlib.neuron import net_input, net_input_batch, neuron_output

sizes = st.integers(1, 5)
seeds = st.integers(0, 2**32 - 1).map(np.random.default_rng)


def numbers(shape):
    return arrays(float, shape, elements=st.floats(-10, 10))


def test_net_input_by_hand():
    # 0.5 · 1 - 1 · 2 + 2 · 3 + 0.25 = 4.75
    assert net_input([1, 2, 3], [0.5, -1, 2], 0.25) == 4.75


def test_with_all_inputs_zero_only_the_bias_is_left():
    assert net_input([0, 0], [5, -7], 1.5) == 1.5


@given(n=sizes, rng=seeds)
def test_net_input_is_the_sum_of_products(n, rng):
    x, weights, bias = rng.normal(size=n), rng.normal(size=n), rng.normal()
    summed = sum(w * xi for w, xi in zip(weights, x, strict=True)) + bias
    assert net_input(x, weights, bias) == pytest.approx(summed, abs=1e-12)


def test_net_input_batch_by_hand():
    # 2 · 1 + 3 · 0 - 1 = 1;  2 · 1 + 3 · 1 - 1 = 4;  2 · (-1) + 3 · 2 - 1 = 3
    np.testing.assert_array_equal(net_input_batch([[1, 0], [1, 1], [-1, 2]], [2, 3], -1), [1, 4, 3])


@given(m=sizes, n=sizes, rng=seeds)
def test_a_batch_gives_each_samples_net_input(m, n, rng):
    X, weights, bias = rng.normal(size=(m, n)), rng.normal(size=n), rng.normal()
    one_by_one = [net_input(x, weights, bias) for x in X]
    np.testing.assert_allclose(net_input_batch(X, weights, bias), one_by_one, atol=1e-12)


def test_float32_inputs_and_weights_give_float32_whatever_the_bias():
    x, weights = np.ones(2, dtype=np.float32), np.ones(2, dtype=np.float32)
    for bias in (1, 1.0, np.float64(1), np.array(1)):
        assert net_input(x, weights, bias).dtype == np.float32
        assert net_input_batch(x[np.newaxis], weights, bias).dtype == np.float32


def test_whole_numbers_do_not_overflow():
    assert net_input([2**62, 2**62], [2, 2], 0) == 2.0**64


def test_neuron_output_is_the_activation_of_the_net_input():
    # z = 1 · 2 + 2 · (-1) + 0.5 = 0.5
    assert neuron_output([1, 2], [2, -1], 0.5, step) == 1
    assert neuron_output([1, 2], [2, -1], 0.5, relu) == 0.5
    assert neuron_output([1, 2], [2, -1], -0.5, relu) == 0
    assert neuron_output([1, 2], [2, -1], 0, sigmoid) == 0.5


def test_collapsed_layers_by_hand():
    # W2 W1 = [1 2] [[1 0], [3 4]] = [1 + 6, 0 + 8] = [7 8];  W2 b1 + b2 = 1 · 5 + 2 · 6 + 10 = 27
    weight, bias = collapse_layers([[1, 0], [3, 4]], [5, 6], [[1, 2]], [10])
    np.testing.assert_array_equal(weight, [[7, 8]])
    np.testing.assert_array_equal(bias, [27])


@given(widths=st.tuples(sizes, sizes, sizes), data=st.data())
def test_one_layer_does_what_two_linear_layers_do(widths, data):
    n, hidden, out = widths
    weight1, bias1 = data.draw(numbers((hidden, n))), data.draw(numbers(hidden))
    weight2, bias2 = data.draw(numbers((out, hidden))), data.draw(numbers(out))
    x = data.draw(numbers(n))
    weight, bias = collapse_layers(weight1, bias1, weight2, bias2)
    in_two_steps = weight2 @ (weight1 @ x + bias1) + bias2
    np.testing.assert_allclose(weight @ x + bias, in_two_steps, atol=1e-9)


def test_with_relu_between_them_two_layers_do_not_collapse():
    weight, bias = collapse_layers([[1], [-1]], [0, 0], [[1, 1]], [0])
    linear = [float(weight[0, 0] * x + bias[0]) for x in (-1, 1)]
    bent = [float(relu(x) + relu(-x)) for x in (-1, 1)]
    assert linear == [0, 0]
    assert bent == [1, 1]


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: net_input([1, 2, 3], [1, 2], 0), r"x must have the shape \(2,\); \(3,\) came"),
        (lambda: net_input([[1, 2]], [1, 2], 0), r"x must have the shape \(2,\); \(1, 2\) came"),
        (lambda: net_input([1], [[1]], 0), r"weights must have the shape \(n,\); \(1, 1\) came"),
        (lambda: net_input([1], [1], [0]), r"bias must be a single number; .* \(1,\) came"),
        (lambda: net_input([], [], 0), "weights is empty"),
        (lambda: net_input([1], [np.nan], 0), "weights must hold finite numbers"),
        (lambda: net_input_batch([1, 2], [1, 2], 0), r"X must have the shape \(m, 2\); \(2,\)"),
        (lambda: net_input_batch([[1]], [1, 2], 0), r"X must have the shape \(m, 2\); \(1, 1\)"),
        (lambda: collapse_layers([[1, 2]], [1, 2], [[1]], [1]), r"bias1 .* \(1,\); \(2,\) came"),
        (lambda: collapse_layers([[1]], [1], [[1, 2]], [1]), r"weight2 .* \(m, 1\); \(1, 2\)"),
        (lambda: collapse_layers([[1]], [1], [[1]], [1, 2]), r"bias2 .* \(1,\); \(2,\) came"),
    ],
)
def test_shapes_that_do_not_fit_are_named(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
