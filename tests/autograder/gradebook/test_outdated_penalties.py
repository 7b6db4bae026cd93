"""A late penalty that is not the one that holds now: export says so before anybody is told it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.api.exporting import export
from autograder.cli.export_looks import needing_a_look
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.read_grades import outdated_penalties
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 1, 1, True, "right")
ALL_POINTS = "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"


@pytest.fixture
def course(short_course, hand_in):
    """ann handed in at midnight, in time by what the gradebook knows; being late takes all."""
    hand_in("ann")
    stamp = short_course.submitted("ann", LESSON) / "timestamp.txt"
    stamp.write_text("2026-10-02 00:00:00 UTC", encoding="utf-8")
    config = short_course.folder / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8") + ALL_POINTS, encoding="utf-8")
    grade(short_course, GradedSubmission(SubmissionResult("ann", LESSON, GRADED, (RELU,))))
    return short_course


def grade(course, *new):
    with open_ledger(course, [LESSON]) as ledger:
        for graded in new:
            ledger.add(graded, "f")


def due(course, hour):
    with open_gradebook(course) as book:
        book.update_or_create_assignment(LESSON, duedate=f"2026-10-01 {hour}:00:00 UTC")


def test_nothing_is_said_where_the_penalty_is_the_right_one(course):
    due(course, 12)
    grade(course)
    assert outdated_penalties(course, [LESSON]) == {}


@pytest.mark.parametrize("where", ["formgrader", "course.toml"])
def test_another_due_date_is_told_until_it_is_graded(course, where):
    if where == "formgrader":
        due(course, 12)
    else:
        course = replace(course, deadlines={LESSON: datetime(2026, 10, 1, 12, tzinfo=UTC)})
    exported = export(course, "csv")
    assert exported.outdated == {LESSON: ("ann",)}
    (line,) = [one for one in needing_a_look(exported, "csv") if "late penalty" in one]
    assert line.startswith("01_neuron: the late penalty in this file is not the one that holds now")
    assert line.endswith("ann. Run `autograder grade`, then export again.")
    grade(course)
    assert export(course, "csv").outdated == {}
    assert export(course, "csv").book.rows[0].points == 0


def test_an_extension_is_told_too(course):
    due(course, 12)
    grade(course)
    with open_gradebook(course) as book:
        book.grant_extension(LESSON, "ann", hours=13)
    assert outdated_penalties(course, [LESSON]) == {LESSON: ("ann",)}


def test_a_rule_that_fails_is_left_to_grade(course):
    config = course.folder / "nbgrader_config.py"
    config.write_text("raise RuntimeError('broken')", encoding="utf-8")
    assert outdated_penalties(course, [LESSON]) == {}
