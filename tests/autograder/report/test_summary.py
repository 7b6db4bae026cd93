"""The numbers of the class report, worked out by hand on four students."""

import pytest

from autograder.exercises import load
from autograder.grading.result import GRADED, UNREADABLE, ExerciseResult, SubmissionResult
from autograder.report.summary import histogram, summarize_assignment


def answer(points, passed, kind="value", misconception=None, **more):
    return ExerciseResult(
        id="neuron.net_input",
        cell="neuron-net_input-check",
        points=points,
        max_points=2,
        passed=passed,
        kind=kind,
        misconception=misconception,
        **more,
    )


def submission(student, *answers, status=GRADED, notes=()):
    return SubmissionResult(student, "01_neuron", status, answers, notes)


@pytest.fixture
def summary():
    results = [
        submission("ann", answer(2, True, "right")),
        submission("bob", answer(0, False, misconception="forgot_bias")),
        submission("cem", answer(0.5, False, misconception="forgot_bias")),
        submission("dia", answer(0, False, "not_started")),
        submission("eva", status=UNREADABLE, notes=("The file is not JSON.",)),
    ]
    return summarize_assignment("01_neuron", results, load())


def test_every_student_is_counted_once_in_an_exercise(summary):
    (row,) = summary.exercises
    assert (row.right, row.believers, row.other, row.not_done) == (1, 2, 0, 1)
    assert row.total == 4


def test_a_belief_knows_its_sentence_and_its_holders(summary):
    (belief,) = summary.exercises[0].beliefs
    assert belief.id == "forgot_bias"
    assert belief.students == ("bob", "cem")
    assert "bias" in belief.sentence


def test_mean_and_median_are_of_shares_of_points(summary):
    # shares 1, 0, 0.25, 0: mean 1.25 / 4, median of 0 and 0.25
    assert summary.mean_share == pytest.approx(0.3125)
    assert summary.median_share == pytest.approx(0.125)


def test_students_below_half_need_help_and_the_neediest_come_first(summary):
    assert [row.student for row in summary.need_help] == ["bob", "dia", "cem"]
    assert summary.need_help[0].stuck_in == ("neuron.net_input",)


def test_an_unreadable_notebook_is_listed_with_its_reason_and_not_counted(summary):
    assert summary.unread == (("eva", "The file is not JSON."),)
    assert len(summary.students) == 4


def test_written_answers_wait_and_count_neither_for_nor_against():
    written = answer(0, None, "by_hand", by_hand=True, needs_manual_points=True)
    summary = summarize_assignment(
        "01_neuron", [submission("ann", answer(2, True, "right"), written)], load()
    )
    assert summary.waiting == 1
    assert summary.mean_share == 1


def test_full_points_fall_into_the_last_tenth():
    assert histogram([0, 0.05, 0.1, 0.95, 1]) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2)


def test_the_hardest_exercises_leave_out_what_everybody_has_right():
    summary = summarize_assignment("01_neuron", [submission("ann", answer(2, True, "right"))], {})
    assert summary.hardest == ()
