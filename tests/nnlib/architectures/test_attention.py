from math import log

import numpy as np
import pytest

from nnlib.architectures.attention import attention, attention_weights


def test_the_weights_by_hand():
    # scores 2 ln 3 and 0, divided by √4: ln 3 and 0; e^ln 3 = 3, e^0 = 1: weights 3/4 and 1/4
    weights = attention_weights([[2 * log(3), 0, 0, 0]], [[1, 0, 0, 0], [0, 1, 0, 0]])
    np.testing.assert_allclose(weights, [[0.75, 0.25]])


def test_the_values_are_averaged_with_the_weights():
    # 3/4 · 4 + 1/4 · 8 = 5
    keys = [[1, 0, 0, 0], [0, 1, 0, 0]]
    np.testing.assert_allclose(attention([[2 * log(3), 0, 0, 0]], keys, [[4], [8]]), [[5]])


def test_large_scores_take_the_best_value_alone_and_nothing_overflows():
    np.testing.assert_allclose(attention([[1000]], [[1], [-1]], [[4, 5], [8, 9]]), [[4, 5]])


def test_the_order_of_keys_with_their_values_makes_no_difference():
    rng = np.random.default_rng(0)
    queries, keys, values = (
        rng.normal(size=(2, 3)),
        rng.normal(size=(4, 3)),
        rng.normal(size=(4, 2)),
    )
    turned = attention(queries, keys[::-1], values[::-1])
    np.testing.assert_allclose(turned, attention(queries, keys, values))


def test_a_missing_value_is_refused():
    with pytest.raises(ValueError, match="one value a key; 1 came"):
        attention([[1]], [[1], [2]], [[1]])
