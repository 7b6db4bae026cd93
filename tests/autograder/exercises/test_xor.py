"""What is special in the exercises of lesson 03: hand-worked numbers and partial scores."""

import numpy as np
import pytest

from autograder.exercises import EXAMPLE, load
from autograder.judging.exam import judge
from autograder.judging.verdict import CHANGED
from tests.autograder.exercises.trusted import judge_trusted

EXERCISES = {exercise.name: exercise for exercise in load().values() if exercise.id[:4] == "xor."}
SEEDS = range(5)


def examples(name):
    cases = EXERCISES[name].cases(np.random.default_rng(0))
    return [case for case in cases if case.part == EXAMPLE]


def answers_to_examples(name):
    return [EXERCISES[name].reference(*case.arguments) for case in examples(name)]


def scores(name, misconception):
    exercise = EXERCISES[name]
    (belief,) = (m for m in exercise.misconceptions if m.id == misconception)
    return {round(judge_trusted(exercise, belief, seed=seed).score, 3) for seed in SEEDS}


def test_the_worked_lines_get_three_and_one_of_four_right():
    # OR against XOR: 0,1,1,1 / 0,1,1,0, 3 of 4; AND against XOR: 0,0,0,1 / 0,1,1,0, 1 of 4.
    assert answers_to_examples("line_accuracy") == [0.75, 0.25]


def test_the_worked_searches_give_the_first_of_the_best_lines():
    # (-1, -1, b) and (-1, 0, b) say 0 to (1, 1); (-1, 1, b) has z = b there, so b = 1.
    one_sample, on_xor = answers_to_examples("best_line")
    np.testing.assert_array_equal(one_sample[0], [-1, 1])
    assert one_sample[1:] == (1.0, 1)
    # z = -x1 + 0.5 x2 = 0, 0.5, -1, -0.5 says 0, 1, 0, 0: all but (1, 0).
    np.testing.assert_array_equal(on_xor[0], [-1, 0.5])
    assert on_xor[1:] == (0.0, 3)


def test_the_worked_walks_repeat_row_1_in_row_3_and_never():
    assert answers_to_examples("first_repeat") == [(1, 3), None]


def test_the_worked_networks_say_one_half_and_sigmoid_of_1():
    half, by_hand = answers_to_examples("tiny_forward")
    np.testing.assert_allclose(half, [0.5])
    np.testing.assert_allclose(by_hand, [1 / (1 + np.exp(-1))])  # z = 2·0.5 - 2·0.5 + 1 = 1


def test_the_worked_losses_are_a_quarter_and_a_half():
    # Errors of 0.5 squared are 0.25 each; errors 1 and 0 give (1 + 0) / 2.
    assert answers_to_examples("mean_squared_loss") == [0.25, 0.5]


def test_the_worked_steps_go_against_the_slope_and_stay_where_it_is_flat():
    downhill, flat = answers_to_examples("descend")
    np.testing.assert_allclose(downhill, [1 - 0.5 * 10, 2 + 0.5 * 10])
    np.testing.assert_allclose(flat, [3])


@pytest.mark.parametrize(
    ("name", "misconception", "parts_right", "parts"),
    [
        ("line_accuracy", "fires_on_the_line", 5, 6),  # wrong only for points on the line
        ("first_repeat", "minus_one_for_none", 7, 8),  # wrong only where nothing repeats
        ("first_repeat", "earliest_row", 6, 8),  # wrong only where two pairs overlap
        ("first_repeat", "bias_ignored", 6, 8),  # wrong where the bias differs or is all there is
        ("mean_squared_loss", "summed", 1, 6),  # right for one sample
        ("descend", "mean_slope_for_all", 1, 7),  # right for one parameter
        ("xor_by_hand", "or_alone", 0, 5),  # each part holds all four inputs
        ("xor_by_hand", "fixed_answers", 0, 5),
    ],
)
def test_a_belief_earns_the_parts_that_it_gets_right(name, misconception, parts_right, parts):
    assert scores(name, misconception) == {round(parts_right / parts, 3)}


def test_an_answer_for_one_sample_alone_earns_that_part_alone():
    def only_one_sample(X):
        x1, x2 = X[0]
        return np.array([float(x1 != x2)])

    verdict = judge(EXERCISES["xor_by_hand"], only_one_sample, seed=1)
    assert verdict.passed is False
    assert dict(verdict.parts)["one sample"] is True
    assert verdict.score == pytest.approx(1 / 5)


def test_columns_of_the_hidden_layer_must_stand_in_the_order_or_nand():
    verdict = judge(
        EXERCISES["hidden_features"], lambda X: np.column_stack([1 - X.min(1), X.max(1)]), seed=2
    )
    assert verdict.misconception == "columns_swapped"
    assert "first column is OR" in verdict.message


def test_a_step_in_place_has_right_numbers_but_loses_half():
    def descend(params, slopes, learning_rate):
        params -= (learning_rate * slopes).astype(params.dtype)
        return params

    verdict = judge(EXERCISES["descend"], descend, seed=3)
    assert verdict.passed is False
    assert 0 < verdict.score <= 0.5
    assert verdict.kind == CHANGED
