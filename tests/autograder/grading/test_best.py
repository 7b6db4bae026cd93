"""The best attempt counts where the course says so; each attempt is graded once."""

import json
from dataclasses import replace

import pytest

from autograder.course.files import file_digest
from autograder.course.handed_in.attempts import Attempt, keep_attempt, read_attempts
from autograder.course.settings.declared import BEST
from autograder.grading.best import place_best_attempts
from autograder.grading.run import run_grading
from autograder.grading.selection import grading_options

LESSON = "01_neuron"
WRONG = "def relu(z):\n    return z"


@pytest.fixture
def attempt(short_course, hand_in):
    """Keep one attempt of a student, with some answers changed."""

    def attempt(student, **changes):
        path = hand_in(student, **changes)
        number = len(read_attempts(short_course, student, LESSON)) + 1
        keep_attempt(short_course, student, LESSON, path, Attempt(number, file_digest(path)))
        return path.read_bytes()

    return attempt


def place_best(course):
    place_best_attempts(course, grading_options(course, workers=1))


def counts(course, student):
    return (course.submitted(student, LESSON) / f"{LESSON}.ipynb").read_bytes()


def test_the_attempt_with_most_points_counts(short_course, attempt):
    right = attempt("ann")
    attempt("ann", relu=WRONG)
    place_best(short_course)
    assert counts(short_course, "ann") == right


def test_of_equal_attempts_the_last_counts(short_course, attempt):
    attempt("ann", relu=f"{WRONG} * 1")
    later = attempt("ann", relu=f"{WRONG} * 1.0")
    place_best(short_course)
    assert counts(short_course, "ann") == later


def test_of_equal_attempts_one_without_work_does_not_count(short_course, hand_in, attempt):
    worked = attempt("ann", relu=WRONG)
    path = short_course.submitted("ann", LESSON) / f"{LESSON}.ipynb"
    path.write_bytes(short_course.release(LESSON).read_bytes())
    empty = Attempt(2, file_digest(path), without_work=True)
    keep_attempt(short_course, "ann", LESSON, path, empty)
    place_best(short_course)
    assert counts(short_course, "ann") == worked


def test_a_single_attempt_is_not_graded_for_comparing(short_course, attempt):
    attempt("ann", relu=WRONG)
    place_best(short_course)
    assert not list(short_course.folder.glob("attempts/**/points.json"))


def test_points_are_kept_and_used_until_what_they_rest_on_changes(short_course, attempt):
    attempt("ann")
    wrong = attempt("ann", relu=WRONG)
    place_best(short_course)
    kept = short_course.folder / "attempts" / "ann" / LESSON / "2" / "points.json"
    told = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps({**told, "points": 99}), encoding="utf-8")
    place_best(short_course)
    assert counts(short_course, "ann") == wrong
    place_best(replace(short_course, seed=short_course.seed + 1))
    assert counts(short_course, "ann") != wrong


def test_grading_takes_the_best_only_where_the_course_says_so(short_course, attempt):
    right = attempt("ann")
    wrong = attempt("ann", relu=WRONG)
    (last,) = run_grading(short_course, grading_options(short_course, workers=1)).results
    assert counts(short_course, "ann") == wrong
    course = replace(short_course, attempts=BEST)
    (best,) = run_grading(course, grading_options(course, workers=1)).results
    assert counts(short_course, "ann") == right
    assert best.points > last.points
