import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.chain_rule import saturated_share, slow_weights

numbers = st.lists(st.floats(-8, 8), min_size=1, max_size=5)


def test_slow_weights_by_hand():
    # row 1: 0.5, 0.005, 0.4: one; row 2: 0.001, 0.00001, 0.0008: all three
    assert slow_weights([0.5, -0.001], [1, 0.01, 0.8], 0.01) == 4


@given(numbers, numbers)
def test_signs_do_not_matter_and_a_higher_limit_never_counts_fewer(error, inputs):
    count = slow_weights(error, inputs, 1.0)
    assert count == slow_weights(-np.array(error), inputs, 1.0)
    assert 0 <= count <= slow_weights(error, inputs, 2.0) <= len(error) * len(inputs)


def test_all_weights_from_a_silent_neuron_are_slow():
    assert slow_weights([5, -7, 9], [0, 3], 0.01) == 3


def test_saturated_share_by_hand():
    # σ′(±9) ≈ 0.0001, σ′(0) = 0.25, σ′(1) ≈ 0.197
    assert saturated_share([-9, 0, 1, 9], 0.01) == 0.5


def test_a_slope_at_the_limit_is_not_smaller():
    assert saturated_share([0, 1], 0.25) == 0.5


@given(numbers)
def test_both_sides_saturate_alike(z):
    assert saturated_share(z, 0.05) == saturated_share(-np.array(z), 0.05)


def test_a_limit_of_0_is_refused():
    with pytest.raises(ValueError, match="limit must be above 0"):
        saturated_share([1], 0)
