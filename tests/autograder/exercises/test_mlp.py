"""The exercises of lesson 04: their cases, and what wrong answers earn."""

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.draws import reals
from autograder.exercises.mlp.samples import layer, network, quarters, shown, whole
from autograder.judging.exam import judge
from autograder.judging.verdict import BORROWED
from nnlib import activations, losses
from nnlib.by_hand import forward
from nnlib.losses.targets import as_one_hot
from tests.autograder.exercises.trusted import judge_trusted

EXERCISES = {key: one for key, one in load().items() if key.startswith("mlp.")}
SEEDS = range(20)


def rng(seed=0):
    return np.random.default_rng(seed)


def judged(exercise_id, answer, seed=3):
    return judge(EXERCISES[exercise_id], answer, seed=seed)


def on_belief(exercise_id, belief):
    beliefs = {one.id: one for one in EXERCISES[exercise_id].misconceptions}
    return judged(exercise_id, beliefs[belief])


@pytest.mark.parametrize("draw", [reals, whole, quarters])
def test_no_two_biases_of_a_layer_are_alike_and_none_is_their_sum_or_0(draw):
    for seed in SEEDS:
        weight, bias = layer(rng(seed), 3, 4, draw)
        assert weight.shape == (4, 3)
        assert len({*bias.tolist(), float(bias.sum()), 0.0}) == 6


def test_a_network_has_the_sizes_that_were_asked_for():
    shapes = [(weight.shape, bias.shape) for weight, bias in network(rng(), (2, 5, 3))]
    assert shapes == [((5, 2), (5,)), ((3, 5), (3,))]


def test_a_case_is_drawn_until_the_belief_is_wrong_on_it():
    draws = iter([(2.0,), (2.0,), (3.0,)])  # 2² = 2·2, but 3² is not 2·3
    case = shown("part", lambda: next(draws), lambda x: x * x, [lambda x: 2 * x])
    assert case.arguments == (3.0,)


def test_a_belief_that_raises_is_wrong():
    def raises(x):
        raise ValueError

    assert shown("part", lambda: (1.0,), lambda x: x, [raises]).arguments == (1.0,)


@pytest.mark.parametrize(
    ("exercise_id", "belief", "score"),
    [
        ("mlp.layer_net_input", "first_bias_for_all", 1 / 9),  # right for one neuron only
        ("mlp.layer_net_input", "forgot_bias", 0),
        ("mlp.batch_forward", "first_bias_for_all", 1 / 9),  # right for one neuron only
        ("mlp.forward", "output_activated_too", 0),
        ("mlp.count_parameters", "biases_not_counted", 0),
        ("mlp.mean_squared_error", "summed", 1 / 8),  # the mean of one number is its sum
        ("mlp.mean_squared_error", "divided_by_samples", 2 / 8),  # right for one output
        ("mlp.binary_cross_entropy", "summed", 1 / 8),  # right for a batch of one
        ("mlp.binary_cross_entropy", "log_of_zero", 7 / 8),  # all but the certain ones
        ("mlp.binary_cross_entropy", "first_term_only", 1 / 8),  # yes only
        ("mlp.cross_entropy", "summed_over_batch", 1 / 8),
        ("mlp.cross_entropy", "softmax_again", 0),
        ("mlp.predicted_classes", "last_of_equals", 8 / 9),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, score):
    assert on_belief(exercise_id, belief).score == pytest.approx(score)


def test_an_answer_for_square_layers_alone_is_not_enough():
    def answer(A_prev, weight, bias, activation):
        Z = A_prev @ weight + bias
        return Z, activation(Z)

    verdict = judged("mlp.batch_forward", answer)
    assert (verdict.score, verdict.misconception) == (0, "weight_not_transposed")


def test_the_textbook_formula_is_told_why_nan_comes_out():
    def answer(probs, targets):
        return -(targets * np.log(probs) + (1 - targets) * np.log(1 - probs)).mean()

    verdict = judged("mlp.binary_cross_entropy", answer)
    assert verdict.misconception == "log_of_zero"
    assert "0 · log 0" in verdict.message


@pytest.mark.parametrize("tiny", [1e-6, 1e-7, 1e-9, 1e-12, 1e-15])
def test_clipping_by_something_tiny_is_right(tiny):
    def binary(probs, targets):
        p = np.clip(probs.astype(float), tiny, 1 - tiny)
        return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

    def categorical(probs, targets):
        return -np.mean(np.sum(targets * np.log(np.clip(probs, tiny, 1)), axis=1))

    for seed in SEEDS:
        assert judged("mlp.binary_cross_entropy", binary, seed).passed
        assert judged("mlp.cross_entropy", categorical, seed).passed


def test_the_functions_of_the_library_that_check_more_are_right_too():
    for name, ours in {
        "mean_squared_error": losses.mean_squared_error,
        "binary_cross_entropy": losses.binary_cross_entropy_from_probs,
        "cross_entropy": losses.cross_entropy_from_probs,
        "one_hot": as_one_hot,
    }.items():
        exercise = EXERCISES[f"mlp.{name}"]
        assert judge_trusted(exercise, ours, seed=3).passed
        assert judge(exercise, ours, seed=3).kind == BORROWED


def test_the_machine_for_a_list_does_not_pass_as_the_forward_pass_with_relu_alone():
    def answer(x, parameters, activation):
        return forward.forward(x, parameters, activations.relu)

    verdict = judged("mlp.forward", answer)
    assert verdict.passed is False
    assert verdict.score < 0.5
