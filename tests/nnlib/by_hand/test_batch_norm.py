"""Batch normalization's pure functions, by hand and against the layer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.layers import batch_norm_backward, batch_norm_forward, running_statistics
from nnlib.layers import BatchNorm

seeds = st.integers(0, 2**32 - 1)


def test_a_batch_by_hand():
    # Mean 2, variance ((-1)² + 1²) / 2 = 1, so x̂ = -1, 1; y = 3 x̂ + 5
    Y, mean, var = batch_norm_forward([[1], [3]], [3], [5], 1e-12)
    np.testing.assert_allclose(Y, [[2], [8]])
    assert (mean.tolist(), var.tolist()) == ([2], [1])


@given(seed=seeds)
def test_forward_and_backward_are_those_of_the_layer(seed):
    rng = np.random.default_rng(seed)
    X, gradient = rng.normal(2, 3, (6, 4)), rng.normal(size=(6, 4))
    layer = BatchNorm(4, eps=0.01)
    layer.gamma[:], layer.beta[:] = rng.normal(size=(2, 4))
    Y, mean, var = batch_norm_forward(X, layer.gamma, layer.beta, 0.01)
    by_x, by_gamma, by_beta = batch_norm_backward(gradient, X, layer.gamma, 0.01)
    np.testing.assert_allclose(Y, layer.forward(X))
    np.testing.assert_allclose(by_x, layer.backward(gradient), atol=1e-12)
    np.testing.assert_allclose(by_gamma, layer.gamma_gradient, atol=1e-12)
    np.testing.assert_allclose(by_beta, layer.beta_gradient, atol=1e-12)
    np.testing.assert_allclose((mean, var), (X.mean(axis=0), X.var(axis=0)))


def test_running_statistics_by_hand():
    # 0.9·2 + 0.1·12 = 3, 0.9·3 + 0.1·3 = 3; 0.9·10 + 0.1·0 = 9, 0.9·9 + 0.1·19 = 10
    mean, var = running_statistics([2], [10], [[12], [3]], [[0], [19]], 0.1)
    np.testing.assert_allclose((mean, var), ([3], [10]))


def test_a_gradient_with_other_rows_is_refused():
    with pytest.raises(ValueError, match=r"gradient must have the shape of X, \(2, 1\)"):
        batch_norm_backward([[1]], [[1], [2]], [1], 0.1)


def test_a_variance_for_each_mean_is_wanted():
    with pytest.raises(ValueError, match="variances must have 2 rows, as many as means; 1 came"):
        running_statistics([0], [1], [[1], [2]], [[1]], 0.1)
