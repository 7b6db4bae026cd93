"""Results on their way into the gradebook: kept first, recorded in groups, never lost."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from autograder.course.folder import CourseError
from autograder.gradebook import nbgrader as gradebook_module
from autograder.gradebook.ledger import MOST_WAITING, open_ledger
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission, read_results

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 1.5, 2, False, "value")
SCORES = (
    "SELECT student_id, auto_score FROM grade JOIN base_cell ON base_cell.id = grade.cell_id"
    " JOIN submitted_notebook s ON s.id = grade.notebook_id"
    " JOIN submitted_assignment a ON a.id = s.assignment_id WHERE base_cell.name = ?"
)


def graded(student):
    return GradedSubmission(SubmissionResult(student, LESSON, GRADED, (RELU,)), "{}")


def in_gradebook(course):
    with closing(sqlite3.connect(course.folder / "gradebook.db")) as database:
        return sorted(database.execute(SCORES, [RELU.cell]))


def in_results(course):
    return [result.student for result in read_results(course)]


def test_what_waits_is_recorded_when_the_run_ends(short_course):
    with open_ledger(short_course, [LESSON]) as ledger:
        result = ledger.add(graded("ann"), "f")
        assert (in_results(short_course), in_gradebook(short_course)) == (["ann"], [])
    assert result.fingerprint == "f"
    assert in_gradebook(short_course) == [("ann", 1.5)]


def test_results_are_recorded_in_groups(short_course):
    with open_ledger(short_course, [LESSON]) as ledger:
        for number in range(MOST_WAITING):
            ledger.add(graded(f"s{number}"), "f")
        assert len(in_gradebook(short_course)) == MOST_WAITING


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_a_run_that_is_stopped_records_what_it_kept(short_course, error):
    def run():
        with open_ledger(short_course, [LESSON]) as ledger:
            ledger.add(graded("ann"), "f")
            raise error

    with pytest.raises(error):
        run()
    assert in_gradebook(short_course) == [("ann", 1.5)]


def test_what_an_earlier_run_kept_and_did_not_record_is_caught_up_with(short_course):
    with open_ledger(short_course, [LESSON]) as ledger:
        ledger.add(graded("ann"), "f")
        ledger.waiting.clear()  # as if the run had been killed here
    assert in_gradebook(short_course) == []
    with open_ledger(short_course, [LESSON]) as ledger:
        ledger.catch_up(LESSON, list(read_results(short_course)))
    assert in_gradebook(short_course) == [("ann", 1.5)]


def test_a_disk_that_is_full_ends_the_run_and_loses_nothing(short_course, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    def run():
        with open_ledger(short_course, [LESSON]) as ledger:
            ledger.add(graded("ann"), "f")
            monkeypatch.setattr(os, "fsync", full)
            ledger.add(graded("bob"), "f")

    with pytest.raises(OSError, match="No space"):
        run()
    assert in_results(short_course) == ["ann"]
    assert in_gradebook(short_course) == [("ann", 1.5)]


HOLD = (
    "import sqlite3, sys\n"
    "database = sqlite3.connect(sys.argv[1])\n"
    "database.execute('BEGIN IMMEDIATE')\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def formgrader(short_course):
    """Another process that is writing the gradebook."""
    command = [sys.executable, "-c", HOLD, str(short_course.folder / "gradebook.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_gradebook_that_stays_locked_is_named_before_anything_is_graded(
    short_course, formgrader, monkeypatch
):
    monkeypatch.setattr(gradebook_module.retry_while_locked, "__defaults__", (0.1,))
    with (
        pytest.raises(CourseError, match=r"locked\. Another program holds it: let the formgrader"),
        open_ledger(short_course, [LESSON]),
    ):
        pass


def test_a_gradebook_that_gets_locked_half_way_loses_nothing(short_course, monkeypatch):
    monkeypatch.setattr(gradebook_module.retry_while_locked, "__defaults__", (0.1,))

    def run(other):
        with open_ledger(short_course, [LESSON]) as ledger:
            ledger.add(graded("ann"), "f")
            other.execute("BEGIN IMMEDIATE")
            ledger.flush()

    path = short_course.folder / "gradebook.db"
    with closing(sqlite3.connect(path)) as other, pytest.raises(CourseError, match="locked"):
        run(other)
    assert in_results(short_course) == ["ann"]
    with open_ledger(short_course, [LESSON]) as ledger:
        ledger.catch_up(LESSON, list(read_results(short_course)))
    assert in_gradebook(short_course) == [("ann", 1.5)]
