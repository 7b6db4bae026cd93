"""A split loses no sample, doubles none, and keeps each beside its target."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.data import train_validation_split

seeds = st.integers(0, 2**32 - 1)


def rng(seed=0):
    return np.random.default_rng(seed)


@given(m=st.integers(2, 60), part=st.floats(0.01, 0.99), seed=seeds)
def test_each_sample_is_on_one_side_beside_its_target(m, part, seed):
    X, targets = np.arange(m)[:, np.newaxis] * [1, 10], np.arange(m)
    sides = train_validation_split(X, targets, rng=rng(seed), validation_fraction=part)
    assert sorted(np.concatenate([side.targets for side in sides])) == list(range(m))
    for side in sides:
        np.testing.assert_array_equal(side.X, side.targets[:, np.newaxis] * [1, 10])


@pytest.mark.parametrize(
    ("m", "part", "held_back"), [(100, 0.2, 20), (10, 0.5, 5), (2, 0.01, 1), (2, 0.99, 1)]
)
def test_as_much_is_held_back_as_asked_and_one_stays_on_each_side(m, part, held_back):
    train, validation = train_validation_split(
        np.zeros((m, 3)), np.zeros(m), rng=rng(), validation_fraction=part
    )
    assert (len(train), len(validation)) == (m - held_back, held_back)


def test_the_order_comes_from_the_seed():
    first, again, other = (
        train_validation_split(np.eye(20), np.arange(20), rng=rng(seed))[0].targets
        for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_types_are_kept_and_nothing_is_shared():
    X, targets = np.ones((4, 2), np.float32), np.arange(4)
    train, _ = train_validation_split(X, targets, rng=rng())
    assert (train.X.dtype, train.targets.dtype) == (np.float32, targets.dtype)
    assert not np.shares_memory(train.X, X)


@pytest.mark.parametrize(
    ("X", "targets", "part", "complaint"),
    [
        ([[1], [2]], [0], 0.5, "one row a sample; 2 and 1 came"),
        ([[1]], [0], 0.5, "at least 2 samples to divide; 1 came"),
        ([[1], [2]], [0, 1], 0, "validation_fraction must be above 0"),
        ([[1], [2]], [0, 1], 1, "validation_fraction must be .* below 1; 1 came"),
    ],
)
def test_what_cannot_be_divided_is_refused(X, targets, part, complaint):
    with pytest.raises(ValueError, match=complaint):
        train_validation_split(X, targets, rng=rng(), validation_fraction=part)
