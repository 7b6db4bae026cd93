"""The trend and its drawing."""

import pytest

from autograder.exercises import load
from autograder.gradebook.result import UNREADABLE
from autograder.report.drawing import trend_lines
from autograder.report.summary import summarize
from autograder.report.trend import trend
from tests.autograder.report.conftest import answer, submission


def test_a_step_has_the_quartiles_of_the_class():
    given = [submission(str(n), answer(n / 2, False)) for n in range(5)]  # shares 0, 1/4, … 1
    (step,) = trend(summarize(given, load(), people=["0", "x", "y"]))
    assert (step.lower, step.median, step.upper) == pytest.approx((0.25, 0.5, 0.75))
    assert (step.graded, step.absent) == (5, 2)


def test_one_student_is_a_trend_too_and_unreadable_work_is_none():
    one = submission("ann", answer(1, False))
    torn = submission("ann", status=UNREADABLE, assignment="02_perceptron")
    (step,) = trend(summarize([one, torn], load()))
    assert step.lower == step.median == step.upper == 0.5


def test_the_line_goes_from_left_to_right_and_up_with_the_median():
    given = [
        submission("ann", answer(points, False), assignment=name)
        for name, points in (("01_neuron", 0.5), ("02_perceptron", 2))
    ]
    (x1, y1, _), (x2, y2, _) = trend_lines(trend(summarize(given, load()))).dots
    assert x1 < x2
    assert y2 == 14 < y1
