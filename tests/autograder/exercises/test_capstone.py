"""Lesson C's exercises: digits judged by the share that is right, and the tour."""

from dataclasses import replace
from math import log

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.capstone.classify import THRESHOLDS
from autograder.exercises.capstone.samples import NUM_COPIES, one_of_each, unseen_digits
from autograder.judging.exam import judge
from autograder.lint.exercise_data import case_failures
from nnlib.architectures.attention import attention
from nnlib.by_hand.digit_classifier import capstone_digits, classify
from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.metrics import predicted_classes
from nnlib.network import multilayer_perceptron
from nnlib.optimizers import Adam
from nnlib.training import Trainer

EXERCISES = {key: one for key, one in load().items() if key.startswith("capstone.")}
SEEDS = range(10)


def rng(seed=0):
    return np.random.default_rng(seed)


def score(exercise_id, belief, seed=0):
    exercise = EXERCISES[exercise_id]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge(exercise, answer, seed=seed).score


def wrong_on(share):
    """Return a classifier that knows the labels of seed 1 and has a share of them wrong."""
    _, labels = unseen_digits(rng(1))
    known, known_labels = one_of_each()
    spoiled = labels.copy()
    spoiled[: round(share * len(labels))] += 1

    def answer(asked):
        return known_labels if len(asked) == len(known) else spoiled

    return answer


@pytest.mark.parametrize(
    ("share_wrong", "expected"), [(0.0, 1), (0.04, 1), (0.06, 2 / 3), (0.12, 1 / 3), (0.25, 0)]
)
def test_each_threshold_reached_earns_a_third(share_wrong, expected):
    verdict = judge(EXERCISES["capstone.classify"], wrong_on(share_wrong), seed=1)
    assert verdict.score == pytest.approx(expected)
    assert verdict.passed == (expected == 1)


def test_the_next_threshold_is_named_in_percent():
    verdict = judge(EXERCISES["capstone.classify"], wrong_on(0.06), seed=1)
    assert "94.0% of the answers are right, and 95% are asked for" in verdict.message


def test_the_judge_shows_digits_that_are_in_no_part_of_the_data():
    digits = capstone_digits()
    rows = {
        row.tobytes() for part in (digits.train, digits.validation, digits.test) for row in part.X
    }
    images, labels = unseen_digits(rng())
    assert (images.shape, images.dtype) == ((NUM_COPIES * 300, 64), np.float32)
    assert not any(image.tobytes() in rows for image in images)
    assert set(labels) == set(range(10))


def test_another_seed_shows_other_images_in_another_order():
    images, labels = unseen_digits(rng(0))
    others, other_labels = unseen_digits(rng(1))
    assert np.mean(labels == other_labels) < 0.2
    assert not np.array_equal(images, others)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plain_network_reaches_the_top_and_a_linear_one_does_not(seed):
    images, labels = unseen_digits(rng(seed))
    train = capstone_digits().train
    linear = multilayer_perceptron([64, 10], rng=rng())
    trainer = Trainer(linear, CROSS_ENTROPY_FROM_LOGITS, Adam(0.005))
    trainer.fit(train.X, train.targets, num_epochs=30, rng=rng(), progress=False)
    share = np.mean(predicted_classes(linear.predict(images)) == labels)
    assert THRESHOLDS[0] < share < THRESHOLDS[-1]
    assert np.mean(classify(images) == labels) > THRESHOLDS[-1] + 0.01


def test_lint_asks_data_of_which_a_share_must_be_right_for_no_other_kind_of_number():
    exercise = EXERCISES["capstone.classify"]
    cases = exercise.cases(rng())
    assert [*case_failures(exercise, cases)] == []
    exact = [replace(case, right=None, agreement=1.0) for case in cases]
    assert any("integer" in one.rule for one in case_failures(exercise, exact))


def test_one_known_image_of_each_digit_comes_in_order():
    images, labels = one_of_each()
    assert (images.shape, labels.tolist()) == ((10, 64), list(range(10)))


@pytest.mark.parametrize(
    ("exercise_id", "belief", "expected"),
    [
        ("capstone.convolve2d", "flipped", 0),
        ("capstone.max_pool", "not_below_zero", 0),
        ("capstone.rnn_step", "no_memory", 0),
        ("capstone.rnn_step", "state_weights_transposed", 1 / 7),  # one unit alone
        ("capstone.attention", "overflows", 6 / 7),  # all but the large values
        ("capstone.attention", "not_scaled", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, expected):
    for seed in SEEDS:
        assert score(exercise_id, belief, seed) == pytest.approx(expected)


def test_the_attention_worked_out_in_the_text_is_right():
    # 2 ln 3 = 2.197; / √4 = 1.099; e^1.099 = 3: weights 3/4 and 1/4, 3/4 · 4 + 1/4 · 8 = 5
    assert 2 * log(3) == pytest.approx(2.197, abs=5e-4)
    keys = [[1, 0, 0, 0], [0, 1, 0, 0]]
    assert attention([[2 * log(3), 0, 0, 0]], keys, [[4], [8]]).item() == pytest.approx(5)
