"""Early stopping by hand, and the best weights that come back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.network import multilayer_perceptron
from nnlib.training import EarlyStopping, stopping_epoch

losses = st.lists(st.floats(0, 10), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("losses", "patience", "expected"),
    [
        ([3, 2, 1], 1, (3, 3)),  # it falls to the end
        ([3, 2, 2.5, 1], 1, (3, 2)),  # one worse epoch is enough
        ([3, 2, 2.5, 1], 2, (4, 4)),  # two in a row are wanted
        ([3, 2, 2.5, 2.4, 1], 2, (4, 2)),  # better than the last, but not than the best
        ([1, 1, 1], 2, (3, 1)),  # as good is not better
        ([1], 5, (1, 1)),
    ],
)
def test_the_patience_by_hand(losses, patience, expected):
    assert stopping_epoch(losses, patience) == expected


def test_a_small_improvement_may_be_too_small():
    assert stopping_epoch([1, 0.95, 0.9, 0.85], 2, min_improvement=0.2) == (3, 1)
    assert stopping_epoch([1, 0.95, 0.75], 2, min_improvement=0.2) == (3, 3)


@given(losses=losses, patience=st.integers(1, 5))
def test_the_best_epoch_is_the_first_of_the_lowest_loss_seen(losses, patience):
    last, best = stopping_epoch(losses, patience)
    assert best == int(np.argmin(losses[:last])) + 1
    assert last == min(len(losses), best + patience)


def test_the_best_weights_come_back():
    network = multilayer_perceptron([2, 1], rng=np.random.default_rng(0))
    watch = EarlyStopping(patience=2)
    over = []
    for value, loss in [(1, 0.9), (2, 0.3), (3, 0.5), (4, 0.4)]:
        network.params[:] = value
        over.append(watch.is_over(loss, network))
    assert over == [False, False, False, True]
    watch.restore(network)
    np.testing.assert_array_equal(network.params, 2)


def test_a_loss_that_is_not_a_number_is_not_better():
    watch = EarlyStopping(patience=1)
    assert not watch.is_over(1.0)
    assert watch.is_over(float("nan"))


def test_without_a_best_epoch_nothing_is_restored():
    network = multilayer_perceptron([2, 1], rng=np.random.default_rng(0))
    before = network.params.copy()
    EarlyStopping().restore(network)
    np.testing.assert_array_equal(network.params, before)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: EarlyStopping(patience=0), "patience must be a whole number of at least 1; 0"),
        (lambda: EarlyStopping(1, -0.1), "min_improvement must be at least 0; -0.1 came"),
        (lambda: stopping_epoch([], 1), "losses is empty"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
