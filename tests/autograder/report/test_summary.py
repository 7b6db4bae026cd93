"""The numbers of the class report, worked out by hand on four students."""

import pytest

from autograder.exercises import load
from autograder.feedback.sections import Section
from autograder.gradebook.result import MISSING, UNREADABLE
from autograder.notes import Cause, Note
from autograder.report.summary import histogram, summarize, summarize_assignment
from tests.autograder.report.conftest import answer, submission


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


def test_an_answer_that_the_machine_could_not_judge_counts_for_nothing():
    unjudged = answer(0, None, "could_not_judge", id="neuron.relu", needs_manual_points=True)
    given = submission("ann", answer(2, True, "right"), unjudged)
    summary = summarize_assignment("01_neuron", [given], load())
    assert summary.mean_share == 1
    assert [row.id for row in summary.exercises] == ["neuron.net_input"]


def test_an_exercise_knows_its_section():
    given = submission("ann", answer(2, True, "right"))
    bias = Section("4. The bias", "4.-The-bias")
    (summary,) = summarize([given], load(), sections={"01_neuron": {"neuron.net_input": bias}})
    assert summary.exercises[0].section == bias


def test_who_takes_part_and_handed_nothing_in_is_named():
    given = [
        submission("ann", answer(2, True, "right")),
        submission("bob", status=MISSING, notes=("Nothing was handed in.",)),
        submission("cem", status=MISSING, notes=("There is no notebook, only cat.png.",)),
    ]
    (summary,) = summarize(given, load(), people=["ann", "bob", "cem", "dia"])
    assert summary.absent == (("bob", ""), ("cem", given[2].notes[0]), ("dia", ""))
    assert len(summary.students) == 1


def test_an_assignment_that_nobody_handed_in_is_not_reported():
    assert summarize([submission("ann", status=MISSING)], load()) == ()


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


def test_notes_are_gathered_by_cause_the_gravest_first():
    ended = [Note(Cause.ENDED, f"The cell {number} ended it.") for number in range(1600)]
    given = [
        submission("ann", answer(2, True, "right"), notes=(Note(Cause.IDS_LOST, "Ids."),)),
        submission("bob", answer(2, True, "right"), notes=tuple(ended)),
        submission("cem", status=MISSING, notes=(Note(Cause.NO_NOTEBOOK, "Only a.pdf."),)),
        submission("eva", status=UNREADABLE, notes=("The file is not JSON.",)),
    ]
    looks = summarize_assignment("01_neuron", given, load()).looks
    assert [(group.cause.value, group.count) for group in looks] == [
        ("unreadable", 1),
        ("no_notebook", 1),
        ("ended", 1),
        ("ids_lost", 1),
    ]
