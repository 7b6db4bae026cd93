import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.regularization.samples import batch, hundreds, quarters, who_drops, whole
from autograder.judging.exam import judge
from nnlib import layers
from nnlib.by_hand.regularization import he_weights
from nnlib.regularizers import l1_gradient, l2_gradient

EXERCISES = {key: one for key, one in load().items() if key.startswith("regularization.")}
SEEDS = range(20)


def rng(seed=0):
    return np.random.default_rng(seed)


def verdict_on_belief(name, belief, seed=0):
    exercise = EXERCISES[f"regularization.{name}"]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge(exercise, answer, seed=seed)


@pytest.mark.parametrize(
    ("name", "belief", "score"),
    [
        ("dropout_forward", "keep_and_drop_swapped", 1 / 8),  # evaluation alone
        ("dropout_forward", "not_scaled", 2 / 8),  # evaluation, and p = 0
        ("dropout_forward", "dropped_in_evaluation", 7 / 8),
        ("dropout_forward", "scaled_in_both", 7 / 8),
        ("dropout_backward", "passed_on_whole", 0),
        ("l1_gradient", "zero_counts_as_positive", 6 / 7),  # all but weights of 0
        ("l2_step", "bias_decays_too", 1 / 8),  # right without a penalty
        ("l2_step", "factor_2", 1 / 8),
        ("batch_norm_eval", "batch_statistics", 0),
        ("batch_norm_eval", "only_normalized", 0),
        ("batch_norm_forward", "divided_by_one_less", 0),
        ("batch_norm_forward", "over_the_features", 0),
        ("batch_norm_backward", "statistics_as_constants", 0),
        ("running_statistics", "each_from_the_start", 1 / 6),  # one batch
        ("he_weights", "all_weights", 1 / 7),  # one output
        ("chain_gradient", "sum_for_product", 1 / 8),  # one layer
        ("stopping_epoch", "equal_is_better", 8 / 9),
        ("stopping_epoch", "counted_from_0", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(name, belief, score):
    assert verdict_on_belief(name, belief).score == pytest.approx(score)


def test_right_values_with_the_weights_changed_in_place_earn_less_than_half():
    verdict = verdict_on_belief("l2_step", "changed_in_place")
    assert verdict.misconception == "changed_in_place"
    assert 0 < verdict.score < 0.5


def test_weights_drawn_anew_are_refused_since_the_numbers_are_given():
    def answer(n):
        return he_weights(rng(5).standard_normal(n.shape))

    assert judge(EXERCISES["regularization.he_weights"], answer, seed=1).score == 0


def test_dropout_with_random_numbers_of_its_own_earns_only_what_needs_none():
    def answer(activations, u, p, training):
        return layers.dropout(activations, p, rng=rng(3)) if training else activations

    verdict = judge(EXERCISES["regularization.dropout_forward"], answer, seed=1)
    assert verdict.score == pytest.approx(2 / 8)  # evaluation, and p = 0


def test_a_step_with_l1_in_place_of_l2_is_named():
    def answer(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
        gradient = weight_gradient + l1_gradient(weight, weight_decay)
        return weight - learning_rate * gradient, bias - learning_rate * bias_gradient

    verdict = judge(EXERCISES["regularization.l2_step"], answer, seed=1)
    assert verdict.misconception == "signs_for_weights"


def test_a_bias_that_decays_is_named_in_another_style_too():
    def answer(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
        shrink = 1 - learning_rate * weight_decay
        new_bias = bias - learning_rate * (bias_gradient + l2_gradient(bias, weight_decay))
        return shrink * weight - learning_rate * weight_gradient, new_bias

    verdict = judge(EXERCISES["regularization.l2_step"], answer, seed=4)
    assert verdict.misconception == "bias_decays_too"


@pytest.mark.parametrize("draw", [hundreds, quarters, whole])
def test_features_of_a_batch_have_a_mean_and_a_variance_that_show(draw):
    for seed in SEEDS:
        X = batch(rng(seed), 4, 3, draw)
        assert X.shape == (4, 3)
        assert np.abs(X.mean(axis=0)).min() > 0.05
        assert np.abs(X.var(axis=0) - 1).min() > 0.05


@pytest.mark.parametrize("shape", [(4,), (5, 1), (2, 3), (3, 4)])
def test_some_drop_and_some_stay_and_nobody_is_near_p(shape):
    for seed in SEEDS:
        for p in (0.2, 0.5, 0.9):
            u = who_drops(rng(seed), p, *shape)
            assert 0 < np.mean(u < p) < 1
            assert np.abs(u - p).min() > 0.005
            assert (u > 0).all()
            assert (u < 1).all()


def test_with_p_of_0_nobody_drops():
    assert (who_drops(rng(), 0.0, 3, 4) > 0).all()
