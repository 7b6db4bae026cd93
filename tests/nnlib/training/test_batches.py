"""Mini-batches: every sample once an epoch, with its target."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.training import mini_batches


@given(m=st.integers(1, 30), size=st.integers(1, 35), seed=st.integers(0, 2**32 - 1))
def test_every_sample_comes_once_with_its_target(m, size, seed):
    X, targets = np.arange(2.0 * m).reshape(m, 2), 2 * np.arange(m)
    batches = list(mini_batches(X, targets, size, rng=np.random.default_rng(seed)))
    seen = np.concatenate([t for _, t in batches])
    assert sorted(seen) == sorted(targets)
    np.testing.assert_array_equal(np.concatenate([x for x, _ in batches])[:, 0], seen)
    assert [len(x) for x, _ in batches[:-1]] == [size] * (len(batches) - 1)


def test_the_rows_themselves_are_shuffled_anew_each_time():
    X, rng = np.arange(40.0), np.random.default_rng(0)
    first, second = (np.concatenate([x for x, _ in mini_batches(X, X, 8, rng=rng)]) for _ in "ab")
    assert (first != X).any()
    assert (first != second).any()
    # Not only the order of the batches: neighbours are parted.
    assert (np.diff(first) != 1).mean() > 0.8


def test_a_full_batch_is_the_data_themselves():
    X = np.arange(6.0).reshape(3, 2)
    ((x, _),) = mini_batches(X, X, 3, rng=np.random.default_rng(0))
    assert x is X


@pytest.mark.parametrize(
    ("targets", "size", "complaint"),
    [
        (np.ones(2), 1, "targets must be 3, as many as the rows of X; 2 came"),
        (np.ones(3), 0, "batch_size must be a whole number of at least 1; 0 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(targets, size, complaint):
    with pytest.raises(ValueError, match=complaint):
        next(mini_batches(np.ones((3, 2)), targets, size, rng=np.random.default_rng(0)))
