"""The small steps of lesson 07 by hand, and against the parts that networks use."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.chain_rule import chain_gradient
from nnlib.by_hand.regularization import fit_errors, he_weights, l2_step, xavier_weights
from nnlib.layers.initializers import he_normal, xavier_normal

seeds = st.integers(0, 2**32 - 1)


def test_a_constant_fitted_to_two_points_by_hand():
    # f = 2; training ((2-1)² + (2-3)²) / 2 = 1; validation (2-5)² = 9
    assert fit_errors([0, 1], [1, 3], [7], [5], 0) == pytest.approx((1, 9))


def test_a_line_through_two_points_has_no_training_error():
    training, validation = fit_errors([0, 2], [1, 5], [1], [4], 1)
    assert (training, validation) == pytest.approx((0, 1))


def test_a_higher_degree_never_has_a_higher_training_error():
    rng = np.random.default_rng(0)
    x, targets = rng.uniform(0, 1, 8), rng.normal(size=8)
    errors = [fit_errors(x, targets, x, targets, degree)[0] for degree in range(6)]
    assert (np.diff(errors) < 1e-12).all()


def test_as_many_coefficients_as_points_are_the_most():
    with pytest.raises(ValueError, match="below the number of training points, 2; 2 came"):
        fit_errors([0, 1], [1, 3], [0], [0], 2)


def test_a_step_with_weight_decay_by_hand():
    # 3 - 0.1 (1 + 0.5·3) = 2.75 and -2 - 0.1 (0 - 1) = -1.9; 4 - 0.1·2
    weight, bias = l2_step([[3, -2]], [4], [[1, 0]], [2], 0.1, 0.5)
    np.testing.assert_allclose(weight, [[2.75, -1.9]])
    np.testing.assert_allclose(bias, [3.8])


def test_a_gradient_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"weight_gradient must have the shape of weight"):
        l2_step([[1, 2]], [0], [[1]], [0], 0.1, 0.5)


@given(seed=seeds)
def test_scaled_normal_numbers_are_what_the_initializers_draw(seed):
    n = np.random.default_rng(seed).standard_normal((3, 5))
    he = he_normal(3, 5, rng=np.random.default_rng(seed))
    xavier = xavier_normal(3, 5, rng=np.random.default_rng(seed))
    np.testing.assert_allclose(he_weights(n), he)
    np.testing.assert_allclose(xavier_weights(n), xavier)


def test_a_chain_of_one_neuron_by_hand():
    # w σ'(0) = 8 · 0.25
    assert chain_gradient([8], 0.0) == pytest.approx(2.0)


@given(seed=seeds)
def test_the_gradient_of_a_chain_is_its_slope(seed):
    rng = np.random.default_rng(seed)
    weights, x = rng.uniform(-4, 4, 3), rng.normal()

    def output(a):
        for weight in weights:
            a = 1 / (1 + np.exp(-weight * a))
        return a

    slope = (output(x + 1e-5) - output(x - 1e-5)) / 2e-5
    assert chain_gradient(weights, x) == pytest.approx(slope, rel=1e-4, abs=1e-9)


def test_a_chain_of_ten_layers_with_weights_of_one_lets_next_to_nothing_through():
    # Each factor is at most 1/4.
    assert 0 < chain_gradient(np.ones(10), 0.0) < 0.25**10
