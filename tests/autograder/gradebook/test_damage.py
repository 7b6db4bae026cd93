"""A gradebook that cannot be trusted: every command names the copies, and nothing is lost."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import CourseError
from autograder.gradebook.backup import back_up
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.nbgrader import gradebook_path, open_gradebook
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission, read_results

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 0.5, 1, False, "value")
RESULT = SubmissionResult("ann", LESSON, GRADED, (RELU,))
COMMANDS = {
    "grade": ["grade"],
    "feedback": ["feedback"],
    "export": ["export", "--format", "csv"],
    "status": ["course", "status"],
}


@pytest.fixture
def course(short_course, hand_in):
    """A course in which ann's work is graded, and one copy of its gradebook holds her points."""
    hand_in("ann")
    with open_ledger(short_course, [LESSON]) as ledger:
        ledger.add(GradedSubmission(RESULT), "f")
    back_up(short_course, datetime(2030, 1, 1))
    return short_course


def emptied(path):
    path.write_bytes(b"")


def cut_off(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def no_database(path):
    path.write_text("Dear diary, this is no database at all.", encoding="utf-8")


def without_tables(path):
    path.unlink()
    change(path, "CREATE TABLE notes (text)")


def without_lessons(path):
    change(path, "DELETE FROM assignment")


def change(path, sql):
    with closing(sqlite3.connect(path)) as book:
        book.execute(sql)
        book.commit()


def missing(path):
    path.unlink()


FAULTS = {
    emptied: "is empty (0 bytes)",
    cut_off: "is damaged (database disk image is malformed)",
    no_database: "is damaged (file is not a database)",
    without_tables: "holds no gradebook",
    without_lessons: "holds no lesson any more, though results are kept",
    missing: "is missing",
}


def points(course):
    with open_gradebook(course) as book:
        return book.find_submission(LESSON, "ann").score


@pytest.mark.parametrize("damage", FAULTS)
def test_every_command_names_the_copy_and_how_it_is_put_back(course, damage):
    path = course.folder / "gradebook.db"
    damage(path)
    before = path.read_bytes() if path.exists() else None
    for words in COMMANDS.values():
        run = CliRunner().invoke(main, [*words, str(course.folder)])
        assert run.exit_code == 1, words
        assert f"gradebook.db {FAULTS[damage]}. The newest sound copy" in run.output, words
        assert f"  cp {course.folder}/backups/gradebook-2030-01-01-" in run.output, words
        assert "Points and comments given by hand" in run.output
    assert (path.read_bytes() if path.exists() else None) == before
    copies = sorted((course.folder / "backups").glob("*.db"))
    assert copies[-1].name.startswith("gradebook-2030-")  # the damaged one is no copy
    shutil.copy(copies[-1], path)
    assert points(course) == 0.5


def test_a_copy_that_is_damaged_too_is_passed_over(course):
    newest = course.folder / "backups" / "gradebook-2031-01-01-000000-000000.db"
    newest.write_bytes(b"")
    emptied(course.folder / "gradebook.db")
    with pytest.raises(CourseError, match=r"copy of it, .* is gradebook-2030-.* one of 3"):
        gradebook_path(course)


def test_damage_in_the_middle_is_found_before_the_gradebook_is_copied(course):
    path = course.folder / "gradebook.db"
    text = bytearray(path.read_bytes())
    text[8 * 4096 : 12 * 4096] = b"\xff" * (4 * 4096)
    path.write_bytes(text)
    copies = list((course.folder / "backups").glob("*.db"))
    with (
        pytest.raises(CourseError, match=r"is damaged \(.*The newest sound copy"),
        open_ledger(course, [LESSON]),
    ):
        pass
    assert list((course.folder / "backups").glob("*.db")) == copies


def test_another_versions_gradebook_is_upgraded_by_nbgrader(course):
    change(course.folder / "gradebook.db", "ALTER TABLE student DROP COLUMN lms_user_id")
    with pytest.raises(CourseError, match=r"no student\.lms_user_id\)\. Run `nbgrader db upgrade`"):
        gradebook_path(course)


def test_without_any_copy_grading_makes_it_anew_from_lessons_and_results(course):
    release = course.release(LESSON).read_bytes()
    shutil.rmtree(course.folder / "backups")
    missing(course.folder / "gradebook.db")
    run = CliRunner().invoke(main, ["course", "status", str(course.folder)])
    assert "There is no sound copy" in run.output
    assert "it makes a new gradebook from the lessons and enters the points" in run.output
    with open_ledger(course, [LESSON]) as ledger:
        ledger.catch_up(LESSON, list(read_results(course)))
    assert points(course) == 0.5
    assert course.release(LESSON).read_bytes() == release
