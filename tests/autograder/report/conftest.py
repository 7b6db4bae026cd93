"""Results made by hand, and a course that holds a short lesson."""

import pytest

from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import write_result
from tests.autograder.conftest import (  # noqa: F401 - fixtures
    hand_in,
    installed_course,
    short_course,
)


def answer(points, passed, kind="value", misconception=None, id="neuron.net_input", **more):
    """Return the result of an exercise of two points."""
    cell = f"{id.replace('.', '-')}-check"
    return ExerciseResult(id, cell, points, 2, passed, kind, misconception, **more)


def submission(student, *answers, status=GRADED, notes=(), assignment="01_neuron"):
    """Return the result of a submission."""
    return SubmissionResult(student, assignment, status, answers, notes)


@pytest.fixture
def graded(short_course, hand_in):  # noqa: F811 - fixtures
    """Return what hands a notebook in and keeps a result of it."""

    def keep_result(student, *answers, **fields):
        hand_in(student)
        write_result(short_course, submission(student, *answers, **fields))

    return keep_result
