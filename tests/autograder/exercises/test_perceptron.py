import re
from pathlib import Path

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.perceptron.samples import (
    float32_samples,
    mirrored,
    samples_with_net_input,
    targets_missed_on_the_way,
    targets_with_mistakes,
    turned,
    whole_samples,
)
from autograder.judging.exam import judge
from nnlib import gates, perceptron

TEXT = Path(__file__).parents[3] / "solutions" / "02_perceptron.py"
EXERCISES = {key: one for key, one in load().items() if key.startswith("perceptron.")}
SEEDS = range(20)


def rng(seed=0):
    return np.random.default_rng(seed)


def verdict_on_belief(exercise_id, belief, seed=0):
    exercise = EXERCISES[exercise_id]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge(exercise, answer, seed=seed)


def rows_of_epoch(number):
    """Read one table of the text: x, t, z, y, e, new weights, new bias."""
    table = TEXT.read_text(encoding="utf-8").split(f"| epoch {number}: x |")[1].split("# %%")[0]
    rows = [line.split("|")[1:-1] for line in table.splitlines() if line.startswith("# | (")]
    return [[numbers(cell) for cell in row] for row in rows]


def numbers(cell):
    return [float(one) for one in re.findall(r"-?\d+\.?\d*", cell)]


@pytest.mark.parametrize("epoch", [1, 2])
def test_every_number_in_the_epoch_tables_of_the_text_is_right(epoch):
    X, targets = gates.truth_table("or")
    weights, bias, _ = perceptron.train(X, targets, 1.0, epoch - 1) if epoch > 1 else ([0, 0], 0, 0)
    rows = rows_of_epoch(epoch)
    assert len(rows) == 4
    for (x, t, z, y, e, new_weights, new_bias), sample, target in zip(
        rows, X, targets, strict=True
    ):
        w1, x1, w2, x2, b, total = z
        assert (x, t) == (sample.tolist(), [target])
        assert ([w1, w2], b, [x1, x2]) == (list(weights), bias, x)
        assert total == w1 * x1 + w2 * x2 + b
        assert y == [perceptron.predict(sample, weights, bias)]
        assert e == [target - y[0]]
        weights, bias = perceptron.update_weights(weights, bias, sample, target, 1.0)
        assert (new_weights, new_bias) == (list(weights), [bias])


def test_the_third_epoch_that_the_text_asks_for_ends_with_bias_0():
    # 00: z = 1, y = 1, t = 0, e = -1, b = 1 - 1 = 0; 01 and 10: z = 1; 11: z = 2; all right
    X, targets = gates.truth_table("or")
    weights, bias, mistakes = perceptron.train_epoch(X, targets, [1, 1], 1, 1.0)
    assert (weights.tolist(), bias, mistakes) == ([1, 1], 0, 1)


def test_the_update_worked_out_in_the_text_is_right():
    # z = 0.2·1 - 0.4·2 + 0.1 = -0.5, e = 1; w = [0.2 + 0.5, -0.4 + 1], b = 0.1 + 0.5
    weights, bias = perceptron.update_weights([0.2, -0.4], 0.1, [1, 2], 1, 0.5)
    assert weights == pytest.approx([0.7, 0.6])
    assert bias == pytest.approx(0.6)


def test_the_update_that_two_questions_of_the_text_ask_for_is_right():
    # z = 0.5 - 0.4 + 0.1 = 0.2, e = -1; w2 = -0.2 - 0.5·2 = -1.2, b = 0.1 - 0.5 = -0.4
    weights, bias = perceptron.update_weights([0.5, -0.2], 0.1, [1, 2], 0, 0.5)
    assert weights == pytest.approx([0.0, -1.2])
    assert bias == pytest.approx(-0.4)


def test_one_of_the_four_inputs_gets_a_1_in_the_question_about_ties():
    # z = x1 + x2 - 1 = -1, 0, 0, 1
    assert perceptron.predict(gates.logic_inputs(), [1, 1], -1).tolist() == [0, 0, 0, 1]


def test_halving_the_learning_rate_halves_the_weights_and_changes_no_mistake():
    X, targets = gates.truth_table("or")
    weights, bias, mistakes = perceptron.train(X, targets, 1.0, 20)
    halves, half, same = perceptron.train(X, targets, 0.5, 20)
    assert (halves * 2).tolist() == weights.tolist()
    assert (half * 2, same) == (bias, mistakes)


def test_every_gate_of_the_lesson_is_learnt_within_six_epochs():
    for gate in ("and", "or", "nand", "not"):
        *_, mistakes = perceptron.train(*gates.truth_table(gate), 1.0, 50)
        assert mistakes[-1] == 0
        assert len(mistakes) <= 6


def test_samples_have_the_net_inputs_that_were_asked_for():
    weights = np.array([0.5, -2.0, 1.0])
    X = samples_with_net_input(rng(), (-1.0, 0.25, 700.0), weights, 0.3)
    assert X @ weights + 0.3 == pytest.approx([-1.0, 0.25, 700.0])


@pytest.mark.parametrize("make", [whole_samples, float32_samples])
def test_the_first_sample_fires_and_the_last_does_not(make):
    for seed in SEEDS:
        X, weights, bias = make(rng(seed), 4, 2)
        predictions = perceptron.predict(X, weights, bias)
        assert (predictions[0], predictions[-1]) == (1, 0)


def test_targets_are_wrong_exactly_where_they_were_asked_to_be():
    # z > 0 is [0, 1, 1]; turned over at the places 0 and 2
    assert targets_with_mistakes((-1.0, 2.0, 3.0), (0, 2)).tolist() == [1, 1, 0]


def test_an_epoch_has_as_many_mistakes_as_its_pattern():
    X, weights = rng().normal(size=(6, 3)), np.ones(3)
    targets = targets_missed_on_the_way(X, ".xx.xx", weights, 0.5, 0.25)
    assert perceptron.train_epoch(X, targets, weights, 0.5, 0.25)[2] == 4


@pytest.mark.parametrize(
    ("exercise_id", "belief", "score"),
    [
        ("perceptron.predict", "zero_counts_as_one", 6 / 7),  # all but the ties
        ("perceptron.update_weights", "zero_counts_as_one", 6 / 7),
        ("perceptron.update_weights", "only_when_target_is_1", 2 / 7),  # target 1, and one tie
        ("perceptron.gate_output", "nand_is_nor", 3 / 4),  # three gates of four
        ("perceptron.gate_output", "no_bias_anywhere", 1 / 4),  # OR alone needs no bias
        ("perceptron.update_weights", "sign_turned", 0),
        ("perceptron.boundary_line", "intercept_first", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, score):
    assert verdict_on_belief(exercise_id, belief).score == pytest.approx(score)


def test_right_values_with_the_weights_changed_in_place_earn_less_than_half():
    verdict = verdict_on_belief("perceptron.update_weights", "changed_in_place")
    assert verdict.misconception == "changed_in_place"
    assert 0 < verdict.score < 0.5


def test_any_weights_that_make_the_gates_are_right():
    def answer(gate, X):
        factor = 7.5
        weights, bias = gates.gate_weights(gate)
        return perceptron.predict(X, factor * weights, factor * bias)

    assert judge(EXERCISES["perceptron.gate_output"], answer, seed=1).passed


def test_a_table_of_answers_in_the_order_of_the_text_earns_nothing_for_the_gates():
    def answer(gate, X):
        return gates.truth_table(gate)[1]

    assert judge(EXERCISES["perceptron.gate_output"], answer, seed=1).score == 0


def test_an_update_that_changes_nothing_earns_nothing():
    def answer(weights, bias, x, target, learning_rate):
        return weights, bias

    assert judge(EXERCISES["perceptron.update_weights"], answer, seed=1).score == 0


@pytest.mark.parametrize("turn", [turned, mirrored])
def test_turning_samples_and_weights_together_changes_no_net_input(turn):
    for seed in SEEDS:
        X, weights, _ = whole_samples(rng(seed), 5, 3)
        other_X, other_weights = turn(rng(seed), X, weights)
        assert other_X @ other_weights == pytest.approx(X @ weights)
        assert other_X.shape == X.shape
