"""The smallest network that learns XOR, and the nudging by which it learns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.activations import sigmoid
from nnlib.by_hand.tiny_network import (
    TinyNetwork,
    descend,
    mean_squared_loss,
    slopes_by_nudging,
    tiny_forward,
    tiny_network,
    train_tiny,
)
from nnlib.gates import truth_table
from nnlib.neuron import neuron_output

nine = arrays(float, 9, elements=st.floats(-10, 10))
some = arrays(float, st.integers(1, 6), elements=st.floats(-10, 10))


def test_the_parts_of_the_flat_vector():
    net = TinyNetwork.of(range(9))
    np.testing.assert_array_equal(net.hidden_weight, [[0, 1], [2, 3]])
    np.testing.assert_array_equal(net.hidden_bias, [4, 5])
    np.testing.assert_array_equal(net.output_weight, [6, 7])
    assert net.output_bias == 8


@given(params=nine)
def test_the_network_is_three_neurons(params):
    net, x = TinyNetwork.of(params), np.array([0.5, -2.0])
    hidden = [
        neuron_output(x, weights, bias, sigmoid)
        for weights, bias in zip(net.hidden_weight, net.hidden_bias, strict=True)
    ]
    output = neuron_output(hidden, net.output_weight, net.output_bias, sigmoid)
    assert tiny_forward(params, [x])[0] == pytest.approx(output)


def test_steep_or_nand_and_weights_are_xor():
    # The gates by hand, 20 times as steep: each sigmoid is then almost a step.
    params = 20 * np.array([1, 1, -1, -1, -0.5, 1.5, 1, 1, -1.5])
    X, targets = truth_table("xor")
    np.testing.assert_allclose(tiny_forward(params, X), targets, atol=1e-4)


def test_mean_squared_loss_by_hand():
    # (0.5² + 0² + 1²) / 3 = 1.25 / 3
    assert mean_squared_loss([0.5, 1, 0], [0, 1, 1]) == pytest.approx(1.25 / 3)


def test_slopes_by_hand():
    # C = p0² p1:  ∂C/∂p0 = 2 p0 p1 = 12,  ∂C/∂p1 = p0² = 4
    slopes = slopes_by_nudging(lambda p: p[0] ** 2 * p[1], [2, 3])
    np.testing.assert_allclose(slopes, [12, 4], rtol=1e-8)


@given(params=some)
def test_the_slopes_of_a_sum_of_squares(params):
    slopes = slopes_by_nudging(lambda p: float(p @ p), params)
    np.testing.assert_allclose(slopes, 2 * params, atol=1e-7)


def test_both_sides_are_nudged():
    # One side alone would be off by h · C''/2 = 0.1; for a square the two sides are exact.
    assert slopes_by_nudging(lambda p: p[0] ** 2, [1.0], nudge=0.1) == pytest.approx([2])


def test_float32_parameters_are_nudged_in_float64():
    params = np.array([1000], dtype=np.float32)  # 1000 + 1e-5 is 1000 in float32
    assert slopes_by_nudging(lambda p: p[0] ** 2, params) == pytest.approx([2000], rel=1e-5)


def test_nudging_leaves_the_parameters_alone():
    params = np.ones(3)
    slopes_by_nudging(lambda p: float(p.sum()), params)
    descend(params, [1, 1, 1], 0.5)
    np.testing.assert_array_equal(params, [1, 1, 1])


def test_descending_goes_against_the_slope():
    # 1 - 0.1 · 5 = 0.5;  2 - 0.1 · (-5) = 2.5
    np.testing.assert_allclose(descend([1, 2], [5, -5], 0.1), [0.5, 2.5])


def test_a_small_step_downhill_lowers_the_loss():
    X, targets = truth_table("xor")
    _, losses = train_tiny(
        X, targets, learning_rate=0.1, num_steps=20, rng=np.random.default_rng(0)
    )
    assert (np.diff(losses) < 0).all()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_network_learns_xor_by_itself(seed):
    X, targets = truth_table("xor")
    rng = np.random.default_rng(seed)
    params, losses = train_tiny(X, targets, learning_rate=5.0, num_steps=600, rng=rng)
    np.testing.assert_array_equal(tiny_forward(params, X) > 0.5, targets)
    assert losses[-1] < 0.01 < losses[0]


def test_from_an_unlucky_start_it_stays_at_three_of_four():
    X, targets = truth_table("xor")
    rng = np.random.default_rng(0)
    _, losses = train_tiny(X, targets, learning_rate=5.0, num_steps=600, rng=rng)
    # Two outputs of 0.5 for targets 0 and 1: (0.5² + 0.5²) / 4 = 0.125
    assert losses[-1] == pytest.approx(0.125, abs=0.005)


def test_the_losses_begin_at_the_start_and_end_at_the_result():
    X, targets = truth_table("xor")
    params, losses = train_tiny(
        X, targets, learning_rate=1.0, num_steps=7, rng=np.random.default_rng(0)
    )
    start = tiny_network(np.random.default_rng(0))
    assert losses.shape == (8,)
    assert losses[0] == mean_squared_loss(tiny_forward(start, X), targets)
    assert losses[-1] == mean_squared_loss(tiny_forward(params, X), targets)


def test_hidden_neurons_that_start_alike_stay_alike():
    X, targets = truth_table("xor")
    params = np.array([1, -1, 1, -1, 0.5, 0.5, 2, 2, 0])
    slopes = TinyNetwork.of(
        slopes_by_nudging(lambda p: mean_squared_loss(tiny_forward(p, X), targets), params)
    )
    np.testing.assert_allclose(slopes.hidden_weight[0], slopes.hidden_weight[1], atol=1e-10)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: tiny_forward([1, 2], [[1, 2]]), r"params must have the shape \(9,\); \(2,\) came"),
        (lambda: tiny_forward([0] * 9, [1, 2]), r"X must have the shape \(m, 2\); \(2,\) came"),
        (lambda: mean_squared_loss([1], [1, 2]), r"targets must have the shape \(1,\); \(2,\)"),
        (lambda: descend([1], [1, 2], 1), r"slopes must have the shape \(1,\); \(2,\) came"),
        (lambda: descend([1], [1], 0), "learning_rate must be above 0; 0 came"),
        (lambda: slopes_by_nudging(sum, [1], nudge=0), "nudge must be above 0; 0 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
