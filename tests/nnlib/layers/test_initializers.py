"""First weights: their shape, their width, and why they differ."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.layers.initializers import (
    he_normal,
    he_uniform,
    normal,
    xavier_normal,
    xavier_uniform,
    zeros,
)

ALL = [zeros, normal, xavier_uniform, xavier_normal, he_uniform, he_normal]
every_initializer = pytest.mark.parametrize("initializer", ALL)


@every_initializer
@given(outputs=st.integers(1, 9), inputs=st.integers(1, 9))
def test_the_shape_is_neurons_by_inputs(initializer, outputs, inputs):
    weight = initializer(outputs, inputs, rng=np.random.default_rng(0))
    assert weight.shape == (outputs, inputs)


# 200 neurons with 300 inputs: 2 / (200 + 300) for Glorot, 2 / 300 for He.
@pytest.mark.parametrize(
    ("initializer", "variance"),
    [
        (zeros, 0),
        (normal, 0.01**2),
        (xavier_uniform, 2 / 500),
        (xavier_normal, 2 / 500),
        (he_uniform, 2 / 300),
        (he_normal, 2 / 300),
    ],
)
def test_the_variance_is_the_one_of_the_paper(initializer, variance):
    weight = initializer(200, 300, rng=np.random.default_rng(0))
    # Of 60,000 numbers the variance is known to √(2 / 60000) = 0.6 %; five of those.
    assert weight.var() == pytest.approx(variance, rel=0.03)
    assert weight.mean() == pytest.approx(0, abs=5 * sqrt(variance / 60_000) + 1e-15)


@pytest.mark.parametrize(
    ("initializer", "limit"), [(xavier_uniform, sqrt(6 / 500)), (he_uniform, sqrt(6 / 300))]
)
def test_a_uniform_draw_fills_its_interval_and_stays_in_it(initializer, limit):
    weight = initializer(200, 300, rng=np.random.default_rng(0))
    assert 0.99 * limit < np.abs(weight).max() <= limit


@pytest.mark.parametrize("initializer", ALL[1:])
def test_the_same_seed_draws_the_same_and_another_other_weights(initializer):
    first, again, other = (initializer(2, 3, rng=np.random.default_rng(s)) for s in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert (first != other).all()


def test_the_deviation_of_normal_may_be_chosen():
    weight = normal(200, 300, rng=np.random.default_rng(0), deviation=2.0)
    assert weight.std() == pytest.approx(2, rel=0.03)


@every_initializer
@pytest.mark.parametrize(("sizes", "name"), [((0, 1), "out_features"), ((1, 0), "in_features")])
def test_a_size_of_nothing_is_refused(initializer, sizes, name):
    with pytest.raises(ValueError, match=f"{name} must be a whole number of at least 1; 0 came"):
        initializer(*sizes, rng=np.random.default_rng(0))
