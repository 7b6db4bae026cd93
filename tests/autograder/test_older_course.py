"""A course of an earlier version goes on: nothing is lost, and a sentence says what is new.

The folder `older_course` was graded on 29 November 2026, when results had no version number yet.
A person gave points, extra credit and comments; one submission was late, one not readable, one of
the roster has handed nothing in, and `grades.json` is what that version exported. Its locked cell
imports from every module that lessons imported then.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import Course, open_course
from autograder.gradebook.result_files import read_results

OLDER = Path(__file__).with_name("older_course")
SHOWN = {
    "ann": ("7 of 7", "Well compared; which of them learns *faster*?"),
    "bob": ("2 of 7", "You had it right in class: b is missing.", "−2"),
    "cem": ("1 of 7",),
    "eva": ("4 of 7",),
}
FIELDS = ("id", "cell", "points", "max_points", "passed", "kind", "misconception", "answer_digest")
GRADES = """
    SELECT student_id, base_cell.name, auto_score, manual_score, extra_credit, needs_manual_grade,
           late_submission_penalty, flagged, timestamp
    FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment submission ON submission.id = submitted_notebook.assignment_id
"""
MANUAL_COMMENTS = "SELECT id, manual_comment FROM comment"


@pytest.fixture
def course(tmp_path) -> Course:
    """The course as that version left it."""
    return as_it_was(tmp_path / "course")


@pytest.fixture(scope="module")
def graded_anew(tmp_path_factory) -> tuple[Course, str]:
    """The course graded by this version, and what the command printed."""
    course = as_it_was(tmp_path_factory.mktemp("graded_anew") / "course")
    return course, run("grade", course.folder, "--workers", 1)


def as_it_was(folder: Path) -> Course:
    """Make the course as that version left it."""
    shutil.copytree(OLDER, folder)
    (folder / "exchange").mkdir()
    script = folder / "gradebook.sql"
    with closing(sqlite3.connect(folder / "gradebook.db")) as database:
        database.executescript(script.read_text(encoding="utf-8"))
    script.unlink()
    return open_course(folder)


def run(*arguments: object) -> str:
    """Run a command, which must succeed, and return what it printed, each sentence in one line."""
    outcome = CliRunner().invoke(main, [str(word) for word in arguments], catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    return " ".join(outcome.output.split())


def in_gradebook(course: Course) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Return all grades and all comments."""
    with closing(sqlite3.connect(course.folder / "gradebook.db")) as database:
        return set(database.execute(GRADES)), set(database.execute(MANUAL_COMMENTS))


def kept_by_that_version() -> dict[str, tuple[str, list[str], list[list[object]]]]:
    """Return each student's result as its file has it."""
    files = sorted((OLDER / "results" / "01_neuron").glob("*.json"))
    results = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return {
        result["student"]: (
            result["status"],
            result["notes"],
            [[exercise[name] for name in FIELDS] for exercise in result["exercises"]],
        )
        for result in results
    }


def kept_now(course: Course) -> dict[str, tuple[str, list[str], list[list[object]]]]:
    """Return each student's result as it is read now."""
    return {
        result.student: (
            result.status,
            list(result.notes),
            [[getattr(exercise, name) for name in FIELDS] for exercise in result.exercises],
        )
        for result in read_results(course)
    }


def exported(course: Course) -> dict[str, Any]:
    """Return the grades as they are exported, without the fields that version did not have."""
    run("export", course.folder, "--format", "json")
    text = (course.folder / "grades-json.json").read_text(encoding="utf-8")
    grades: dict[str, Any] = json.loads(text)
    for student in grades["students"]:
        assert student.pop("login") == ""
        assert not any(submission.pop("superseded") for submission in student["submissions"])
    return grades


def exported_by_that_version() -> dict[str, Any]:
    """Return the grades as that version exported them."""
    grades: dict[str, Any] = json.loads((OLDER / "grades.json").read_text(encoding="utf-8"))
    return grades


def pages(course: Course) -> dict[str, str]:
    """Write the feedback and return each page by its student."""
    run("feedback", course.folder)
    paths = (course.folder / "feedback").glob("*/01_neuron.html")
    return {path.parent.name: path.read_text(encoding="utf-8") for path in paths}


def not_shown(written: dict[str, str]) -> list[tuple[str, str]]:
    """Return which points, comments and penalties of a person are on no page."""
    return [
        (who, part) for who, parts in SHOWN.items() for part in parts if part not in written[who]
    ]


def test_its_results_are_read_before_they_are_graded_anew(course):
    assert kept_now(course) == kept_by_that_version()
    assert exported(course) == exported_by_that_version()


def test_its_points_are_shown_before_they_are_graded_anew(course):
    printed = run("course", "status", course.folder)
    assert "ann 7 bob 2* cem unreadable dana - eva 4+" in printed


def test_its_pages_want_it_graded_anew_for_no_finding_was_kept(course):
    done = CliRunner().invoke(main, ["feedback", str(course.folder)])
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    assert "An earlier version of the course graded 3 of these submissions" in said
    assert "results/01_neuron/ann.json, for one. Run `autograder grade`" in said
    assert not list((course.folder / "feedback").glob("*/*"))


def test_grading_says_that_it_grades_anew(graded_anew):
    _, printed = graded_anew
    assert "4 of 4 submissions have not changed, but what their grades rest on has" in printed
    assert "they are graded anew. Points and comments given by hand stay." in printed


def test_its_hidden_cases_come_from_a_secret_from_now_on_and_that_is_said(course, graded_anew):
    now, printed = graded_anew
    assert course.secret == b""
    assert len(now.secret) == 32
    assert "This course had no secret and has one of 256 bits now, in secret.txt" in printed
    assert now.secret.hex() not in printed


def test_grading_anew_changes_no_grade_and_keeps_what_a_person_gave(course, graded_anew):
    now, _ = graded_anew
    assert in_gradebook(now) == in_gradebook(course)
    assert kept_now(now) == kept_by_that_version()
    assert exported(now) == exported_by_that_version()


def test_pages_and_report_go_on_after_grading_anew(graded_anew):
    course, _ = graded_anew
    written = pages(course)
    assert not_shown(written) == []
    assert "Your answer is w·x without b. The bias is added once" in written["bob"]
    assert "ann 7 bob 2* cem unreadable dana - eva 4+" in run("course", "status", course.folder)
    run("report", course.folder)
    table = (course.folder / "report-misconceptions.csv").read_text(encoding="utf-8")
    (line,) = (line for line in table.splitlines() if "forgot_bias" in line)
    assert line.startswith("01_neuron,neuron.net_input,forgot_bias")


def test_no_other_file_holds_the_secret(graded_anew):
    course, _ = graded_anew
    for command in ("feedback", "report"):
        run(command, course.folder)
    exported(course)
    secret = course.secret.hex().encode()
    files = [path for path in course.folder.rglob("*") if path.is_file()]
    holding = [path.name for path in files if secret in path.read_bytes()]
    assert holding == ["secret.txt"]
    assert len(files) > 20
    for command in ("grade", "feedback", "report", "export"):
        extra = ("--format", "json") if command == "export" else ("--json",)
        assert (
            secret.decode()
            not in CliRunner().invoke(main, [command, str(course.folder), *extra]).output
        )


def test_the_next_run_keeps_the_new_grades(graded_anew):
    course, _ = graded_anew
    printed = run("grade", course.folder)
    assert "4 of 4 submissions have not changed and keep their grades" in printed
    assert "graded anew" not in printed
    assert "secret" not in printed


def test_an_answer_that_changed_waits_for_a_person_and_keeps_the_points(course):
    path = course.submitted("ann", "01_neuron") / "01_neuron.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Both learn.", "None learns."), encoding="utf-8")
    printed = run("grade", course.folder, "--workers", 1, "--student", "ann")
    assert "what their grades rest on has" not in printed
    grades, _ = in_gradebook(course)
    (written,) = (grade for grade in grades if grade[:2] == ("ann", "neuron-compare"))
    assert written[2:6] == (None, 1.5, 0.5, True)
