from pathlib import Path

import numpy as np
import pytest

from autograder.building.reader import read_file
from autograder.exercises import load
from autograder.exercises.start.tables import distinct
from autograder.judging.exam import judge
from nnlib.by_hand import arrays

TEXT = Path(__file__).parents[3] / "solutions" / "00_start.py"
EXERCISES = {key: one for key, one in load().items() if key.startswith("start.")}
LESSON = read_file(TEXT, EXERCISES)


def test_the_course_begins_with_this_lesson():
    assert next(iter(load().values())).lesson == "00_start"


def test_the_wrong_answer_that_the_text_asks_for_is_named_on_its_example():
    verdict = judge(EXERCISES["start.fahrenheit"], lambda celsius: celsius + 32, seed=2026)
    assert verdict.misconception == "only_added"
    assert "212" in verdict.message


def test_the_numbers_of_the_text_are_right():
    X = np.array([[1, 10], [3, 30], [5, 20]])
    assert arrays.totals([[1, 2], [0, 3], [4, 0]], [5, 10]).tolist() == [25, 30, 20]
    assert (X.sum(), X.sum(axis=0).tolist(), X.sum(axis=1).tolist()) == (69, [9, 60], [11, 33, 25])
    assert arrays.column_means(X).tolist() == [3, 20]
    assert arrays.centre_columns(X).tolist() == [[-2, -10], [0, 10], [2, 0]]


def test_the_questions_about_shapes_are_right():
    assert (np.ones((6, 4)) @ np.ones((4, 5))).size == 30
    assert np.ones((100, 8)).mean(axis=1).shape == (100,)
    with pytest.raises(ValueError, match="broadcast"):
        np.ones((4, 3)) + np.ones(4)
    for fitting in (np.ones(3), np.ones((4, 1)), 1.0):
        assert (np.ones((4, 3)) + fitting).shape == (4, 3)


def test_an_integer_array_cuts_as_the_question_says():
    grades = np.array([2, 4, 3])
    grades[1] = 3.9
    assert grades.tolist() == [2, 3, 3]


def test_whole_numbers_are_distinct_and_no_column_has_a_whole_mean():
    for seed in range(20):
        X = distinct(np.random.default_rng(seed), 4, 3)
        assert np.unique(X).size == X.size
        assert (X.mean(axis=0) % 1 > 0).all()


@pytest.mark.parametrize(
    ("exercise_id", "belief", "score"),
    [
        ("start.fahrenheit", "only_added", 0),
        ("start.totals", "all_in_one", 0),
        ("start.totals", "mean_for_sum", 1 / 7),  # one article: mean and sum are the same
        ("start.column_means", "means_of_rows", 0),
        ("start.centre_columns", "cut_to_whole_numbers", 6 / 7),  # all but the integers
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, score):
    exercise = EXERCISES[exercise_id]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    assert judge(exercise, answer, seed=3).score == pytest.approx(score)
