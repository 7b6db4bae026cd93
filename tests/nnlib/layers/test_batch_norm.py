"""Batch normalization by hand, in training and in evaluation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.layers import BatchNorm, batch_norm, batch_norm_eval

# Mean 2, deviations -1, 1, variance (1 + 1) / 2 = 1; and mean 20, variance 100.
X = np.array([[1.0, 10.0], [3.0, 30.0]])
seeds = st.integers(0, 2**32 - 1)


def test_a_batch_by_hand():
    # x̂ = ±1; y = 2 · ±1 + 5 and 3 · ±1 - 1
    y = batch_norm(X, [2, 3], [5, -1], eps=1e-12)
    np.testing.assert_allclose(y, [[3, -4], [7, 2]])


def test_evaluation_by_hand():
    # (7 - 3) / √(4 + 0) = 2; 10 · 2 + 1
    np.testing.assert_allclose(batch_norm_eval([[7]], [10], [1], [3], [4], eps=1e-12), [[21]])


@given(seed=seeds)
def test_a_normalized_feature_has_mean_zero_and_deviation_one(seed):
    rng = np.random.default_rng(seed)
    y = batch_norm(rng.normal(rng.normal(), 3, (8, 3)), np.ones(3), np.zeros(3))
    np.testing.assert_allclose(y.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=0), 1, atol=1e-2)


def test_the_layer_learns_scale_and_centre_and_starts_at_one_and_zero():
    layer = BatchNorm(2, eps=1e-12)
    np.testing.assert_allclose(layer.forward(X), [[-1, -1], [1, 1]])
    layer.gamma[:], layer.beta[:] = [2, 3], [5, -1]
    np.testing.assert_allclose(layer.forward(X), [[3, -4], [7, 2]])


def test_the_running_statistics_move_by_the_momentum():
    layer = BatchNorm(2, momentum=0.5)
    layer.forward(X)
    # mean: 0.5 · 0 + 0.5 · 2; variance, divided by m - 1: 0.5 · 1 + 0.5 · 2 and 0.5 + 0.5 · 200
    np.testing.assert_allclose(layer.running_mean, [1, 10])
    np.testing.assert_allclose(layer.running_var, [1.5, 100.5])


def test_evaluation_goes_by_the_running_statistics_and_leaves_them_alone():
    layer = BatchNorm(1, eps=1e-12)
    layer.running_mean[:], layer.running_var[:] = 3, 4
    layer.gamma[:], layer.beta[:], layer.training = 10, 1, False
    np.testing.assert_allclose(layer.forward(np.array([[7.0]])), [[21]])
    assert (layer.running_mean, layer.running_var) == (3, 4)
    # Nothing of the batch is in it: the slope is γ / √(σ² + ε) = 10 / 2
    np.testing.assert_allclose(layer.backward(np.array([[1.0]])), [[5]])


@given(seed=seeds)
def test_shifting_or_stretching_a_feature_changes_nothing_so_no_gradient_points_there(seed):
    rng = np.random.default_rng(seed)
    layer, x = BatchNorm(3, eps=1e-12), rng.standard_normal((6, 3))
    layer.forward(x)
    gradient = layer.backward(rng.standard_normal((6, 3)))
    np.testing.assert_allclose(gradient.sum(axis=0), 0, atol=1e-8)
    np.testing.assert_allclose((gradient * x).sum(axis=0), 0, atol=1e-8)


def test_a_feature_that_never_changes_is_not_divided_by_zero():
    np.testing.assert_array_equal(BatchNorm(1).forward(np.full((3, 1), 7.0)), np.zeros((3, 1)))


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: BatchNorm(2).forward(X[:1]), "needs at least 2 samples .* batch_size"),
        (lambda: batch_norm(X[:1], [1, 1], [0, 0]), "needs at least 2 samples"),
        (lambda: batch_norm(X, [1], [0, 0]), r"gamma must have the shape \(2,\); \(1,\) came"),
        (lambda: batch_norm(X, [1, 1], [0, 0], eps=0), "eps must be above 0"),
        (lambda: BatchNorm(0), "num_features must be a whole number"),
        (lambda: BatchNorm(2, momentum=1.5), "momentum must be at least 0 and below 1"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
