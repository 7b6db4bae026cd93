"""Cross-entropy by its formula gives what the library gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.activations import sigmoid, softmax
from nnlib.by_hand.losses import binary_cross_entropy, cross_entropy, one_hot
from nnlib.losses import binary_cross_entropy_from_probs, cross_entropy_from_probs
from nnlib.losses.targets import as_one_hot

SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.tuples(st.integers(1, 6), st.integers(1, 6))


@given(SEEDS, st.integers(1, 8))
def test_binary_cross_entropy_is_that_of_the_library(seed, m):
    rng = np.random.default_rng(seed)
    probs, targets = sigmoid(rng.normal(size=m)), rng.integers(0, 2, m)
    expected = binary_cross_entropy_from_probs(probs, targets)
    assert binary_cross_entropy(probs, targets) == pytest.approx(expected)


@given(SEEDS, SIZES)
def test_cross_entropy_and_its_targets_are_those_of_the_library(seed, sizes):
    m, k = sizes
    rng = np.random.default_rng(seed)
    probs, classes = softmax(rng.normal(size=(m, k))), rng.integers(0, k, m)
    hot = one_hot(classes, k)
    np.testing.assert_array_equal(hot, as_one_hot(classes, k))
    assert cross_entropy(probs, hot) == pytest.approx(cross_entropy_from_probs(probs, classes))


def test_what_is_certain_and_right_costs_nothing():
    # -log 1 = 0 for the first, -log 0.5 = 0.693 for the second
    assert binary_cross_entropy([1, 0.5], [1, 0]) == pytest.approx(np.log(2) / 2)
    assert cross_entropy([[0, 1], [0.5, 0.5]], [[0, 1], [1, 0]]) == pytest.approx(np.log(2) / 2)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match=r"targets must have the shape \(m, 2\)"):
        cross_entropy([[0.5, 0.5]], [[1]])
    with pytest.raises(ValueError, match=r"targets must have the shape \(2,\)"):
        binary_cross_entropy([0.1, 0.2], [1])
