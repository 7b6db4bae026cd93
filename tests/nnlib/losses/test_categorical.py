"""Categorical cross-entropy by hand, at its edges, and in both of its forms."""

from math import inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.activations import softmax
from nnlib.losses import (
    binary_cross_entropy_from_logits,
    cross_entropy_from_logits,
    cross_entropy_from_logits_gradient,
    cross_entropy_from_probs,
    cross_entropy_from_probs_gradient,
)
from nnlib.losses.targets import as_one_hot

logits = arrays(float, (4, 3), elements=st.floats(-15, 15))
classes = arrays(int, 4, elements=st.integers(0, 2))
PROBS = [[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]]


def test_the_loss_by_hand():
    # -log 1/4 = log 4, -log 4/5 = log 5/4; their mean is (log 5) / 2
    assert cross_entropy_from_probs(PROBS, [2, 1]) == pytest.approx(log(5) / 2)


def test_the_gradient_by_hand():
    # -(1/2) / 0.25 and -(1/2) / 0.8, in the columns of the right classes
    gradient = cross_entropy_from_probs_gradient(PROBS, [2, 1])
    np.testing.assert_allclose(gradient, [[0, 0, -2], [0, -0.625, 0]])


def test_from_logits_by_hand():
    # e^z = 1, 2, 5 of 8: -log 2/8 = log 4, and the gradient is p - y
    z = [[0, log(2), log(5)]]
    assert cross_entropy_from_logits(z, [1]) == pytest.approx(log(4))
    gradient = cross_entropy_from_logits_gradient(z, [1])
    np.testing.assert_allclose(gradient, [[1 / 8, 2 / 8 - 1, 5 / 8]])


def test_the_gradient_is_the_mean_over_the_batch():
    z = np.log([[1.0, 3.0], [1.0, 3.0]])
    gradient = cross_entropy_from_logits_gradient(z, [0, 1])
    np.testing.assert_allclose(gradient, [[-3 / 8, 3 / 8], [1 / 8, -1 / 8]])


def test_one_sample_is_a_batch_of_one():
    assert cross_entropy_from_probs([0.5, 0.25, 0.25], 0) == pytest.approx(log(2))
    assert cross_entropy_from_probs([0.5, 0.25, 0.25], [1, 0, 0]) == pytest.approx(log(2))
    np.testing.assert_allclose(cross_entropy_from_probs_gradient([0.5, 0.25, 0.25], 0), [-2, 0, 0])
    np.testing.assert_allclose(cross_entropy_from_logits_gradient([0, 0], 1), [0.5, -0.5])


def test_zero_times_log_zero_is_zero():
    assert cross_entropy_from_probs([[1, 0, 0]], [0]) == 0
    np.testing.assert_array_equal(cross_entropy_from_probs_gradient([[1, 0, 0]], [0]), [[-1, 0, 0]])


def test_what_was_held_impossible_is_infinitely_surprising():
    assert cross_entropy_from_probs([[1, 0, 0]], [2]) == inf


def test_large_logits_stay_finite():
    assert cross_entropy_from_logits([[1000, 0, -1000]], [2]) == 2000
    np.testing.assert_array_equal(
        cross_entropy_from_logits_gradient([[1000, 0, -1000]], [2]), [[1, 0, -1]]
    )


@given(z=logits, c=classes)
def test_class_indices_and_one_hot_rows_are_the_same_targets(z, c):
    assert cross_entropy_from_logits(z, c) == cross_entropy_from_logits(z, as_one_hot(c, 3))


@given(z=logits, c=classes)
def test_both_forms_agree(z, c):
    from_probs = cross_entropy_from_probs(softmax(z), c)
    assert cross_entropy_from_logits(z, c) == pytest.approx(from_probs, rel=1e-9)


@given(z=logits, c=classes)
def test_what_one_score_gains_the_others_lose(z, c):
    gradient = cross_entropy_from_logits_gradient(z, c)
    np.testing.assert_allclose(gradient.sum(axis=1), 0, atol=1e-15)


@given(z=st.floats(-15, 15), c=st.integers(0, 1))
def test_two_classes_are_a_yes_or_no(z, c):
    binary = binary_cross_entropy_from_logits([z], [c])
    assert cross_entropy_from_logits([[0, z]], [c]) == pytest.approx(binary)


def test_targets_may_be_probabilities():
    # 1/2 log 2 + 1/2 log 4
    assert cross_entropy_from_probs([[0.5, 0.25, 0.25]], [[0.5, 0.5, 0]]) == pytest.approx(
        1.5 * log(2)
    )


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (
            lambda: cross_entropy_from_probs(PROBS, [0, 3]),
            "whole class indices from 0 to 2; 3 came",
        ),
        (
            lambda: cross_entropy_from_probs(PROBS, [0, -1]),
            "whole class indices from 0 to 2; -1 came",
        ),
        (
            lambda: cross_entropy_from_probs(PROBS, [0, 0.5]),
            "whole class indices from 0 to 2; 0.5 came",
        ),
        (
            lambda: cross_entropy_from_probs(PROBS, [0]),
            "targets must have one row a sample, 2; 1 came",
        ),
        (lambda: cross_entropy_from_probs(PROBS, [[1, 0]] * 2), r"shape \(m, 3\); \(2, 2\) came"),
        (
            lambda: cross_entropy_from_probs(PROBS, [[1, 1, 0]] * 2),
            "row of targets must sum to 1; .* to 2",
        ),
        (
            lambda: cross_entropy_from_probs([[0.5, 0.6]], [0]),
            "row of probs must sum to 1; .* 1.1. For scores, use cross_entropy_from_logits",
        ),
        (
            lambda: cross_entropy_from_probs([[-1, 2]], [0]),
            "probs must lie between 0 and 1; -1 came",
        ),
        (lambda: as_one_hot([3], 3), "whole class indices from 0 to 2; 3 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
