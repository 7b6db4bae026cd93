"""Dropout: who is silent, how loud the others speak, and that evaluation is quiet about it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.layers import Dropout, dropout, dropout_mask

seeds = st.integers(0, 2**32 - 1)
probabilities = st.floats(0, 0.95)


@given(seed=seeds, p=probabilities)
def test_an_activation_is_silent_or_scaled(seed, p):
    a = dropout(np.full((20, 5), 3.0), p, rng=np.random.default_rng(seed))
    assert (np.isclose(a, 0) | np.isclose(a, 3 / (1 - p))).all()


@pytest.mark.parametrize("p", [0.2, 0.5, 0.9])
def test_a_share_p_is_silent_and_the_mean_stays(p):
    mask = dropout_mask((200_000,), p, np.float32, rng=np.random.default_rng(0))
    # The standard error of a share is √(p (1 - p) / n), at most 0.0011; five of them.
    assert np.mean(mask == 0) == pytest.approx(p, abs=0.0055)
    assert mask.mean() == pytest.approx(1, abs=0.0055 / (1 - p))


def test_each_neuron_of_each_sample_is_silent_by_itself():
    mask = dropout_mask((50, 40), 0.5, float, rng=np.random.default_rng(0))
    assert len(np.unique(mask, axis=0)) == 50
    assert len(np.unique(mask, axis=1).T) == 40


def test_nobody_is_dropped_with_probability_zero():
    np.testing.assert_array_equal(dropout([1, 2], 0, rng=np.random.default_rng(0)), [1, 2])


def test_the_error_goes_back_through_those_who_spoke():
    layer, x = Dropout(0.5, rng=np.random.default_rng(0)), np.ones((4, 6))
    mask = layer.forward(x)
    np.testing.assert_array_equal(layer.backward(np.full((4, 6), 7.0)), 7 * mask)
    assert {0.0, 2.0} == set(mask.ravel())


def test_each_batch_draws_anew_and_the_same_seed_the_same():
    layer, again = (Dropout(0.5, rng=np.random.default_rng(3)) for _ in range(2))
    first, second = layer.forward(np.ones((5, 8))), layer.forward(np.ones((5, 8)))
    assert (first != second).any()
    np.testing.assert_array_equal(again.forward(np.ones((5, 8))), first)


def test_in_evaluation_all_speak_as_they_are_and_nothing_is_drawn():
    rng = np.random.default_rng(0)
    layer, x = Dropout(0.5, rng=rng), np.arange(6.0).reshape(2, 3)
    layer.training = False
    np.testing.assert_array_equal(layer.forward(x), x)
    np.testing.assert_array_equal(layer.backward(x), x)
    assert rng.random() == np.random.default_rng(0).random()


@pytest.mark.parametrize("p", [-0.1, 1, 2])
def test_somebody_must_speak(p):
    with pytest.raises(ValueError, match="p must be at least 0 and below 1"):
        Dropout(p, rng=np.random.default_rng(0))
