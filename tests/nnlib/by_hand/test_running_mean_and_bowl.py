"""Running means with their correction, descent in a bowl, a rate that falls, and batches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.optimizers import (
    batch_indices,
    corrected_mean,
    descend_bowl,
    running_mean,
)
from nnlib.optimizers import decayed_rate, step_decay


def test_a_running_mean_by_hand():
    # 0.5·0 + 0.5·4 = 2, then 0.5·2 + 0.5·8 = 5; 5 / (1 - 0.25)
    assert float(running_mean([4, 8], 0.5)) == 5
    assert float(corrected_mean([4, 8], 0.5)) == pytest.approx(20 / 3)


@given(value=st.floats(-100, 100), beta=st.floats(0, 0.999), k=st.integers(1, 30))
def test_the_corrected_mean_of_equal_values_is_that_value(value, beta, k):
    assert float(corrected_mean([value] * k, beta)) == pytest.approx(value, abs=1e-9)


def test_each_column_has_its_own_mean():
    rows = np.array([[4.0, 1.0], [8.0, 3.0]])
    expected = [float(corrected_mean(column, 0.5)) for column in rows.T]
    assert corrected_mean(rows, 0.5) == pytest.approx(expected)


def test_a_single_number_has_no_running_mean():
    with pytest.raises(ValueError, match="values must be several numbers"):
        running_mean(3.0, 0.5)


@given(rate=st.floats(0.01, 0.9), steps=st.integers(1, 10))
def test_each_step_in_a_bowl_multiplies_by_one_minus_rate_times_curvature(rate, steps):
    path = descend_bowl([4.0, -1.0], [1.0, 3.0], rate, steps)
    factors = (1 - rate * np.array([1.0, 3.0])) ** np.arange(steps + 1)[:, np.newaxis]
    np.testing.assert_allclose(path, [4.0, -1.0] * factors, atol=1e-12)


def test_a_bowl_has_as_many_curvatures_as_weights():
    with pytest.raises(ValueError, match="curvatures must have the shape"):
        descend_bowl([1.0, 2.0], [1.0], 0.1, 3)


@given(epoch=st.integers(1, 50), every=st.integers(1, 12))
def test_the_decayed_rate_is_that_of_the_schedule(epoch, every):
    assert decayed_rate(0.8, epoch, 0.5, every) == step_decay(0.8, factor=0.5, every=every)(epoch)


def test_epochs_count_from_one():
    with pytest.raises(ValueError, match="epoch must be a whole number"):
        decayed_rate(0.8, 0, 0.5, 10)


@given(order=st.lists(st.integers(), min_size=1, max_size=30), size=st.integers(1, 35))
def test_batches_hold_every_sample_in_its_order_and_only_the_last_is_smaller(order, size):
    batches = batch_indices(order, size)
    assert [place for batch in batches for place in batch] == order
    assert all(len(batch) == size for batch in batches[:-1])
    assert 1 <= len(batches[-1]) <= size


def test_a_batch_holds_at_least_one_sample():
    with pytest.raises(ValueError, match="batch_size must be a whole number"):
        batch_indices([1, 2], 0)
