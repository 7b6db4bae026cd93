"""Binary cross-entropy by hand, at its edges, and in both of its forms."""

from math import exp, inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.activations import sigmoid
from nnlib.losses import (
    binary_cross_entropy_from_logits,
    binary_cross_entropy_from_logits_gradient,
    binary_cross_entropy_from_probs,
    binary_cross_entropy_from_probs_gradient,
)

logits = arrays(float, (4, 2), elements=st.floats(-15, 15))
answers = arrays(float, (4, 2), elements=st.sampled_from([0.0, 1.0]))


def test_the_loss_by_hand():
    # -log(1 - 1/2) = log 2, -log(4/5) = log 5/4; their mean
    expected = (log(2) + log(5 / 4)) / 2
    assert binary_cross_entropy_from_probs([0.5, 0.8], [0, 1]) == pytest.approx(expected)


def test_the_gradient_by_hand():
    # (1/2) · 1 / (1 - 0.5) = 1 and (1/2) · -1 / 0.8 = -0.625
    gradient = binary_cross_entropy_from_probs_gradient([0.5, 0.8], [0, 1])
    np.testing.assert_allclose(gradient, [1, -0.625])


def test_zero_times_log_zero_is_zero():
    assert binary_cross_entropy_from_probs([0, 1], [0, 1]) == 0
    # 1 / (1 - 0) / 2 and -1 / 1 / 2: being surer is no longer possible, but still pays
    np.testing.assert_array_equal(
        binary_cross_entropy_from_probs_gradient([0, 1], [0, 1]), [0.5, -0.5]
    )


def test_what_was_held_impossible_is_infinitely_surprising():
    assert binary_cross_entropy_from_probs([0.0], [1]) == inf
    assert binary_cross_entropy_from_probs([1.0], [0]) == inf


def test_from_logits_by_hand():
    # σ(log 3) = 3/4: -log 3/4 = log 4/3 for a yes, -log 1/4 = log 4 for a no
    assert binary_cross_entropy_from_logits([log(3)], [1]) == pytest.approx(log(4 / 3))
    assert binary_cross_entropy_from_logits([log(3)], [0]) == pytest.approx(log(4))
    gradient = binary_cross_entropy_from_logits_gradient([log(3), log(3)], [1, 0])
    np.testing.assert_allclose(gradient, [-1 / 8, 3 / 8])  # (3/4 - 1) / 2, 3/4 / 2


def test_large_logits_stay_finite_and_still_teach():
    assert binary_cross_entropy_from_logits([1000], [0]) == 1000
    assert binary_cross_entropy_from_logits([-1000], [0]) == 0
    assert binary_cross_entropy_from_logits([-40], [0]) == pytest.approx(exp(-40))
    np.testing.assert_array_equal(binary_cross_entropy_from_logits_gradient([1000], [0]), [1])


@given(z=logits, y=answers)
def test_both_forms_agree(z, y):
    from_probs = binary_cross_entropy_from_probs(sigmoid(z), y)
    assert binary_cross_entropy_from_logits(z, y) == pytest.approx(from_probs, rel=1e-6)


@given(z=logits, y=answers)
def test_a_no_of_z_costs_what_a_yes_of_minus_z_costs(z, y):
    mirrored = binary_cross_entropy_from_logits(-z, 1 - y)
    assert binary_cross_entropy_from_logits(z, y) == pytest.approx(mirrored)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (
            lambda: binary_cross_entropy_from_probs([1.5], [1]),
            r"probs must lie between 0 and 1; 1.5 came. For net inputs, use .*_from_logits",
        ),
        (
            lambda: binary_cross_entropy_from_probs([0.5], [2]),
            "targets must lie between 0 and 1; 2 came",
        ),
        (
            lambda: binary_cross_entropy_from_logits([0.5], [-1]),
            "targets must lie between 0 and 1; -1 came",
        ),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
