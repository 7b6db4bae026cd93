"""Every number that the text of lesson 07 works out is right."""

import numpy as np
import pytest

from nnlib.by_hand.chain_rule import chain_gradient
from nnlib.by_hand.layers import (
    batch_norm_backward,
    batch_norm_forward,
    dropout_backward,
    dropout_forward,
    running_statistics,
)
from nnlib.by_hand.regularization import fit_errors, he_weights, l2_step, xavier_weights
from nnlib.layers import batch_norm_eval
from nnlib.regularizers import l1_gradient, l2_penalty
from nnlib.training import stopping_epoch


def test_the_line_through_two_points_is_wrong_by_two_and_a_half_about_two_others():
    assert fit_errors([0, 1], [1, 3], [2, 3], [4, 9], 1) == pytest.approx((0, 2.5))


def test_the_penalty_of_3_and_minus_4():
    assert l2_penalty([3, -4], 0.2) == pytest.approx(2.5)


def test_the_step_with_weight_decay_and_the_question_about_one():
    weight, bias = l2_step([[2]], [2], [[0.3]], [0.3], 0.1, 0.5)
    assert (weight.item(), bias.item()) == pytest.approx((1.87, 1.97))
    assert l2_step([[-3]], [0], [[0.4]], [0], 0.1, 0.2)[0].item() == pytest.approx(-2.98)


def test_the_gradient_of_l1():
    assert l1_gradient([3, -4, 0], 0.5).tolist() == [0.5, -0.5, 0]


def test_the_table_of_dropout_and_the_question_about_it():
    a, u = [4, 8, 1, 2], [0.9, 0.1, 0.3, 0.6]
    assert dropout_forward(a, u, 0.2, True) == pytest.approx([5, 0, 1.25, 2.5])
    assert dropout_forward(a, u, 0.2, False).tolist() == a
    assert dropout_forward([6], [0.5], 0.25, True) == pytest.approx([8])
    assert dropout_backward([3, -1], [1.25, 0]) == pytest.approx([3.75, 0])


def test_the_table_of_early_stopping_and_the_question_about_it():
    assert stopping_epoch([0.80, 0.62, 0.65, 0.60, 0.61, 0.63, 0.59], 2) == (6, 4)
    assert stopping_epoch([0.70, 0.50, 0.55, 0.45, 0.50, 0.47, 0.46, 0.40], 3) == (7, 4)


def test_the_deviations_of_first_weights():
    assert xavier_weights(np.ones((2, 6))) == pytest.approx(0.5)
    assert he_weights(np.ones((2, 6))) == pytest.approx(0.577, abs=1e-3)
    assert he_weights(np.ones((3, 8))) == pytest.approx(0.5)
    assert he_weights(np.ones((20, 50))) == pytest.approx(0.2)


def test_what_is_left_of_a_gradient():
    assert [0.25**n for n in (1, 2, 5, 10)] == pytest.approx([0.25, 0.0625, 0.00098, 9.5e-7], 0.01)
    assert chain_gradient([2, 3], 0) == pytest.approx(0.224, abs=1e-3)


def test_batch_norm_in_training():
    Y, mean, var = batch_norm_forward([[1], [3], [5], [7]], [2], [1], 1e-12)
    assert Y[:, 0] == pytest.approx([-1.683, 0.106, 1.894, 3.683], abs=1e-3)
    assert (mean.item(), var.item()) == (4, 5)


def test_the_running_mean_after_two_batches():
    mean, var = running_statistics([0], [1], [[4], [4]], [[1], [1]], 0.1)
    assert (mean.item(), var.item()) == pytest.approx((0.76, 1))


def test_batch_norm_in_evaluation_and_the_question_about_it():
    assert batch_norm_eval([[5]], [2], [1], [3], [4], 1e-12).item() == pytest.approx(3)
    assert batch_norm_eval([[9]], [3], [-1], [5], [16], 1e-12).item() == pytest.approx(2)


def test_the_way_back_through_batch_norm():
    by_x, by_gamma, by_beta = batch_norm_backward([[1], [4]], [[2], [6]], [6], 5)
    assert by_x[:, 0] == pytest.approx([-5 / 3, 5 / 3])
    assert (by_gamma.item(), by_beta.item()) == pytest.approx((2, 5))
