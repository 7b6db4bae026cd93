"""Dropout by hand, with its random numbers given."""

import numpy as np
import pytest

from nnlib.by_hand.layers import dropout_backward, dropout_forward
from nnlib.layers import dropout_mask


def test_training_silences_whoever_drew_less_than_p_and_scales_the_rest():
    # 6 / (1 - 0.25) = 8
    np.testing.assert_allclose(dropout_forward([6, 6], [0.2, 0.7], 0.25, True), [0, 8])


def test_evaluation_changes_nothing_and_gives_an_array_of_its_own():
    activations = np.array([6.0, -1.0])
    given = dropout_forward(activations, [0.2, 0.7], 0.25, False)
    assert given.tolist() == [6, -1]
    assert given is not activations


def test_on_average_nothing_is_lost():
    u = np.random.default_rng(0).random(100_000)
    assert dropout_forward(np.full(100_000, 3.0), u, 0.2, True).mean() == pytest.approx(3, rel=0.01)


def test_the_way_back_has_the_mask_of_the_way_forward():
    mask = dropout_mask((4, 3), 0.5, float, rng=np.random.default_rng(1))
    gradient = np.arange(12.0).reshape(4, 3)
    np.testing.assert_allclose(dropout_backward(gradient, mask), gradient * mask)


def test_one_random_number_for_all_is_refused():
    with pytest.raises(ValueError, match=r"u must have the shape \(2,\); \(1,\) came"):
        dropout_forward([1, 2], [0.5], 0.2, True)
