"""What the formgrader counts: the lessons of which somebody has handed something in."""

import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from autograder.course.roster import Student, write_roster
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission

FIRST, SECOND = "01_neuron", "02_perceptron"
WORTH = {FIRST: 6.0, SECOND: 3.0}
CHECK = ExerciseResult("neuron.relu", "neuron-relu-check", 1, 1, True, "right")
SECOND_CHECK = ExerciseResult("perceptron.step", "perceptron-step-check", 3, 3, True, "right")


@pytest.fixture
def course(short_course):
    """A course with a second lesson in its gradebook, worth 3 points."""
    write_roster(short_course, [Student("ada", "Ada Lovelace")])
    with book(short_course) as gradebook:
        enter_second(gradebook)
    return short_course


def book(course):
    return Gradebook(f"sqlite:///{course.folder}/gradebook.db", course.name)


def enter_second(gradebook):
    gradebook.update_or_create_assignment(SECOND)
    gradebook.update_or_create_notebook(SECOND, SECOND)
    gradebook.update_or_create_grade_cell(
        "perceptron-step-check", SECOND, SECOND, cell_type="code", max_score=3
    )


def grade(course, *assignments):
    """Record a result of ada's in each of these assignments, as a run does."""
    checks = {FIRST: CHECK, SECOND: SECOND_CHECK}
    for name in assignments:
        course.submitted("ada", name).mkdir(parents=True, exist_ok=True)
    with open_ledger(course, assignments or [FIRST]) as ledger:
        for name in assignments:
            result = SubmissionResult("ada", name, GRADED, (checks[name],))
            ledger.add(GradedSubmission(result), "f")


def most(course):
    """Return the most that a student can have, as the page of students shows it."""
    with book(course) as gradebook:
        return {one["id"]: one["max_score"] for one in gradebook.student_dicts()}


def test_a_lesson_counts_once_somebody_has_handed_it_in(course):
    grade(course, FIRST)
    assert most(course) == {"ada": WORTH[FIRST]}
    grade(course, SECOND)
    assert most(course) == {"ada": WORTH[FIRST] + WORTH[SECOND]}
    with book(course) as gradebook:
        assert gradebook.find_submission(SECOND, "ada").score == 3


def test_a_folder_that_is_not_graded_yet_counts_too(course):
    course.submitted("ada", SECOND).mkdir(parents=True)
    grade(course, FIRST)
    assert most(course) == {"ada": WORTH[FIRST] + WORTH[SECOND]}


def test_nothing_is_lost_of_a_lesson_that_stands_aside(course):
    course.submitted("ada", SECOND).mkdir(parents=True)
    grade(course, FIRST)
    before = dump(course)
    course.submitted("ada", SECOND).rmdir()
    grade(course, FIRST)
    assert dump(course)[SECOND] == []
    course.submitted("ada", SECOND).mkdir()
    grade(course, FIRST)
    assert dump(course) == before


def dump(course):
    """Return the cells of each notebook, with the lesson that it belongs to."""
    with book(course) as gradebook:
        return {
            assignment.name: sorted(
                (notebook.name, cell.name, cell.id)
                for notebook in assignment.notebooks
                for cell in [
                    *notebook.grade_cells,
                    *notebook.solution_cells,
                    *notebook.source_cells,
                ]
            )
            for assignment in gradebook.assignments
        }


def test_the_due_date_that_the_formgrader_gave_stays(course):
    with book(course) as gradebook:
        gradebook.update_or_create_assignment(SECOND, duedate="2026-10-01 12:00:00 UTC")
    grade(course, FIRST)
    with book(course) as gradebook:
        assert gradebook.find_assignment(SECOND).duedate.isoformat() == "2026-10-01T12:00:00"


def test_a_lesson_that_is_generated_again_in_the_meantime_stands_once(course):
    grade(course, FIRST)
    with book(course) as gradebook:
        enter_second(gradebook)
    grade(course, SECOND)
    with book(course) as gradebook:
        assert [one.name for one in gradebook.find_assignment(SECOND).notebooks] == [SECOND]
        assert gradebook.find_submission(SECOND, "ada").score == 3


def test_nbgrader_itself_says_that_a_lesson_stands_aside_and_we_go_on_after_it(course):
    grade(course, FIRST)
    work = course.submitted("ada", SECOND) / f"{SECOND}.ipynb"
    work.parent.mkdir(parents=True)
    work.write_bytes(course.release(FIRST).read_bytes())
    command = [sys.executable, "-m", "nbgrader", "autograde", SECOND]
    run = subprocess.run(command, cwd=course.folder, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "did you forget to run 'nbgrader generate_assignment'?" in run.stderr
    grade(course, SECOND)
    with book(course) as gradebook:
        assert gradebook.find_submission(SECOND, "ada").score == 3
