"""The command, run again and again over one course: what it grades, keeps and applies."""

import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook

from autograder.cli.main import main
from autograder.course.folder import open_course
from autograder.gradebook.result_files import read_results
from autograder.sandbox.scratch import PREFIX

LESSON = "01_neuron"
NBGRADER = Path(sys.executable).with_name("nbgrader")
DUE = datetime(2026, 9, 1, 18)

pytestmark = pytest.mark.slow


@pytest.fixture
def grade(short_course):
    """Grade the course by the command and return its words."""

    def grade(*options):
        words = ["grade", str(short_course.folder), "--workers", "1", *options]
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return " ".join(result.output.split())

    return grade


def opened(course):
    return Gradebook(f"sqlite:///{course.folder}/gradebook.db", course.name)


def seconds(course):
    """Return how long each grading took, which tells one from another."""
    return {
        one.student: course.result(one.student, LESSON).stat().st_mtime_ns
        for one in read_results(course)
    }


def test_only_what_changed_is_graded_again(short_course, grade, hand_in):
    for student in ("ann", "bob", "eve"):
        hand_in(student)
    assert "have not changed" not in grade()
    before = seconds(short_course)
    hand_in("bob", relu="relu = abs")
    short_course.result("eve", LESSON).write_text("{", encoding="utf-8")
    assert "1 of 3 submissions have not changed" in grade()
    after = seconds(short_course)
    assert {name for name in after if after[name] != before[name]} == {"bob", "eve"}
    assert "3 of 3 submissions have not changed" in grade()
    assert "have not changed" not in grade("--force")


def test_a_run_with_nothing_to_do_clears_what_a_killed_one_left(
    grade, hand_in, tmp_path, monkeypatch
):
    hand_in("ann")
    grade()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / f"{PREFIX}of-a-killed-run"
    left.mkdir()
    grade()
    assert not left.exists()


def test_one_student_is_graded_and_the_others_wait(short_course, grade, hand_in):
    hand_in("ann")
    hand_in("bob")
    grade("--student", "bob")
    assert [one.student for one in read_results(short_course)] == ["bob"]


def test_points_by_hand_survive_forced_runs_and_changed_answers(short_course, grade, hand_in):
    hand_in("ann")
    grade()
    with opened(short_course) as book:
        written = book.find_grade("neuron-compare", LESSON, LESSON, "ann")
        written.manual_score, written.extra_credit = 1.5, 0.25
        written.needs_manual_grade = False
        book.find_comment("neuron-compare", LESSON, LESSON, "ann").manual_comment = "Well said."
        book.db.commit()
    for change, look in (({}, False), ({"relu": "relu = abs"}, False), ({"compare": "New."}, True)):
        hand_in("ann", **change)
        grade("--force")
        with opened(short_course) as book:
            written = book.find_grade("neuron-compare", LESSON, LESSON, "ann")
            assert (written.score, written.needs_manual_grade) == (1.75, look)
            comment = book.find_comment("neuron-compare", LESSON, LESSON, "ann")
            assert comment.comment == "Well said."


def test_the_late_rule_takes_what_nbgrader_would_take(short_course, grade, hand_in):
    for student, hour in (("ann", 17), ("bob", 19)):
        hand_in(student, relu="relu = abs").with_name("timestamp.txt").write_text(
            f"2026-09-01 {hour}:00:00 UTC", encoding="utf-8"
        )
    with (short_course.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    with opened(short_course) as book:
        book.find_assignment(LESSON).duedate = DUE
        book.db.commit()
    other = Path(shutil.copytree(short_course.folder, short_course.folder.with_name("other")))
    done = subprocess.run(
        [NBGRADER, "autograde", LESSON], cwd=other, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    grade()
    ours, theirs = (penalties(course) for course in (short_course, open_course(other)))
    assert ours == theirs
    assert (ours["ann"], ours["bob"] > 0) == (None, True)


def penalties(course):
    with opened(course) as book:
        return {
            one.student.id: one.notebooks[0].late_submission_penalty
            for one in book.assignment_submissions(LESSON)
        }


def test_another_due_date_is_applied_without_running_any_code(short_course, grade, hand_in):
    hand_in("ann").with_name("timestamp.txt").write_text("2026-09-01 19:00:00 UTC")
    with (short_course.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    grade()
    assert penalties(short_course) == {"ann": None}
    with opened(short_course) as book:
        book.find_assignment(LESSON).duedate = DUE
        book.db.commit()
    assert "1 of 1 submissions have not changed" in grade()
    assert penalties(short_course)["ann"] > 0
