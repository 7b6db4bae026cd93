"""What the exercises of lesson 05 accept, reject and give points for."""

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.backprop.samples import (
    batch_targets,
    network,
    quarters,
    reals,
    targets_of,
    whole,
)
from autograder.judging.exam import judge
from nnlib import activations, backprop
from nnlib.by_hand import gradient_proof, landscapes
from tests.autograder.exercises.trusted import judge_trusted

EXERCISES = {key: one for key, one in load().items() if key.startswith("backprop.")}
SEEDS = range(20)


def rng(seed=0):
    return np.random.default_rng(seed)


def verdict_on_belief(exercise_id, belief, seed=0):
    exercise = EXERCISES[exercise_id]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge_trusted(exercise, answer, seed=seed)


@pytest.mark.parametrize(
    ("exercise_id", "belief", "score"),
    [
        ("backprop.batch_gradients", "sum_for_mean", 1 / 8),  # a batch of one shows nothing
        ("backprop.batch_gradients", "first_sample_only", 1 / 8),
        ("backprop.minibatch_update", "sum_for_mean", 1 / 7),
        ("backprop.minibatch_update", "one_sample_after_the_other", 1 / 7),
        ("backprop.train_epoch", "last_batch_dropped", 3 / 7),  # even, of one, and of all
        ("backprop.train_epoch", "all_at_once", 2 / 7),  # one batch of all, and a larger one
        ("backprop.hidden_error", "mean_over_the_next_layer", 1 / 8),  # one neuron after it
        ("backprop.output_error", "mean_over_outputs", 1 / 6),  # one output
        ("backprop.slow_weights", "limit_included", 7 / 9),  # ties, one of them of integers
        ("backprop.squared_line_slope", "inside_forgotten", 0),
        ("backprop.output_error", "sign_turned", 0),
        ("backprop.weight_gradient", "turned_round", 0),
        ("backprop.backprop_sample", "hidden_slope_forgotten", 0),
        ("backprop.minibatch_update", "uphill", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, score):
    for seed in SEEDS[:3]:
        assert verdict_on_belief(exercise_id, belief, seed).score == pytest.approx(score)


def test_right_values_with_the_parameters_changed_in_place_earn_less_than_half():
    verdict = verdict_on_belief("backprop.minibatch_update", "changed_in_place")
    assert verdict.misconception == "changed_in_place"
    assert 0 < verdict.score < 0.5


@pytest.mark.parametrize("always", [True, False])
def test_a_check_that_cannot_fail_or_cannot_pass_earns_nothing(always):
    def answer(f, gradient, point, nudge, tolerance):
        return always

    assert judge(EXERCISES["backprop.gradient_check"], answer, seed=1).score == 0


@pytest.mark.parametrize("candidate", ["a thousandth more", "zeros"])
def test_the_gradient_check_is_asked_about_a_gradient_wrong_by_a_thousandth_and_about_0(candidate):
    gradients = {
        landscapes.bowl: landscapes.bowl_gradient,
        landscapes.trough: landscapes.trough_gradient,
        landscapes.saddle: landscapes.saddle_gradient,
    }
    factor = 1.001 if candidate == "a thousandth more" else 0.0
    cases = EXERCISES["backprop.gradient_check"].cases(rng())
    found = [
        (f, gradient, point, nudge, tolerance)
        for f, gradient, point, nudge, tolerance in (case.arguments for case in cases)
        if gradients[f](point).any() and np.array_equal(gradient, factor * gradients[f](point))
    ]
    refused = [not gradient_proof.gradient_check(*arguments) for arguments in found]
    assert sum(refused) >= 3
    assert all(one or arguments[-1] > 0.001 for one, arguments in zip(refused, found, strict=True))


def test_the_output_of_each_output_layer_belongs_to_its_net_input():
    for seed in SEEDS:
        for case in EXERCISES["backprop.output_error"].cases(rng(seed)):
            output, _, z = case.arguments
            np.testing.assert_array_equal(output, activations.sigmoid(z))


def test_no_network_of_the_cases_is_saturated_so_that_every_gradient_is_seen():
    for seed in SEEDS:
        for case in EXERCISES["backprop.backprop_sample"].cases(rng(seed)):
            x, target, (W2, b2, W3, b3) = case.arguments
            trace = backprop.backprop(x, target, [W2, W3], [b2, b3])
            assert all(np.abs(error).max() > 1e-4 for error in trace.errors)


def test_an_update_that_changes_nothing_earns_nothing():
    def answer(X, targets, parameters, learning_rate):
        return parameters

    assert judge(EXERCISES["backprop.minibatch_update"], answer, seed=1).score == 0


@pytest.mark.parametrize("draw", [reals, whole, quarters])
def test_numbers_are_drawn_on_both_sides_of_0_and_never_0(draw):
    values = draw(rng(), 200)
    assert (values > 0).any()
    assert (values < 0).any()
    assert (values != 0).all()


def test_networks_have_the_shapes_that_were_asked_for():
    shapes = [array.shape for array in network(rng(), (4, 3, 2))]
    assert shapes == [(3, 4), (3,), (2, 3), (2,)]


def test_targets_hold_zeros_and_ones():
    for seed in SEEDS:
        assert set(targets_of(rng(seed), 2)) == {0, 1}
        assert all(set(column) == {0, 1} for column in batch_targets(rng(seed), 2, 3).T)
