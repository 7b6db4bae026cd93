"""The whole simulated class, graded by the command, against the truth about each student."""

import shutil

import pytest
from nbgrader.api import Gradebook

from autograder.course.looks_file import LOOKS
from autograder.exercises import load
from autograder.gradebook.result import UNREADABLE
from autograder.gradebook.result_files import read_results
from autograder.simulation.classroom import read_truth
from autograder.simulation.damage import DAMAGES, NOT_JSON
from tests.autograder.classroom.conftest import nbgrader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def results(graded):
    course, _ = graded
    return {(one.student, one.assignment): one for one in read_results(course)}


@pytest.fixture(scope="module")
def truths(graded):
    course, _ = graded
    return read_truth(course.folder)


def machine_points(result):
    return {one.cell: one.points for one in result.exercises if not one.by_hand}


def test_the_class_has_thirty_students_or_more_and_every_kind_of_damage(truths):
    assert len({truth.student for truth in truths}) >= 30
    assert {truth.damage for truth in truths} == {*DAMAGES, NOT_JSON}


def test_every_score_equals_the_true_one(results, truths):
    wrong = {
        (truth.student, truth.assignment, truth.damage): (truth.points, points)
        for truth in truths
        if (points := machine_points(results[truth.student, truth.assignment])) != truth.points
    }
    assert wrong == {}


def test_every_misconception_of_the_course_is_held_by_somebody_and_named(results):
    held = {
        (one.id, one.misconception)
        for result in results.values()
        for one in result.exercises
        if one.misconception
    }
    wanted = {(one.id, m.id) for one in load().values() for m in one.misconceptions}
    assert wanted - held == set()


def test_only_what_is_no_notebook_is_unreadable(results, truths):
    unreadable = {key for key, result in results.items() if result.status == UNREADABLE}
    cut_off = {(t.student, t.assignment) for t in truths if t.damage == "not valid JSON"}
    assert unreadable == cut_off


def test_every_notebook_that_had_to_be_repaired_is_named_in_the_file_of_notes(graded, truths):
    course, printed = graded
    noted = (course.folder / LOOKS).read_text(encoding="utf-8")
    assert LOOKS in printed.replace("\n", "")
    harmless = ("", "endless loop in a function", "checks moved")  # graded as they are
    for truth in truths:
        if truth.damage not in harmless:
            assert f"{truth.student}, {truth.assignment}:" in noted


def test_the_gradebook_of_nbgrader_holds_the_same_points(graded, results):
    course, _ = graded
    with Gradebook(f"sqlite:///{course.folder}/gradebook.db") as gradebook:
        for assignment in course.assignments:
            for submission in gradebook.assignment_submissions(assignment):
                scores = {grade.name: grade.auto_score for grade in submission.notebooks[0].grades}
                result = results[submission.student.id, assignment]
                for cell, points in machine_points(result).items():
                    assert scores[cell] == points


def test_written_answers_wait_for_a_person(graded):
    course, _ = graded
    with Gradebook(f"sqlite:///{course.folder}/gradebook.db") as gradebook:
        submission = gradebook.find_submission("01_neuron", "aigerim")
        waiting = [one.name for one in submission.notebooks[0].grades if one.needs_manual_grade]
    assert waiting == ["neuron-compare"]


def test_feedback_and_export_work_on_what_we_graded(graded, tmp_path):
    course, _ = graded
    folder = tmp_path / "course"
    shutil.copytree(course.folder, folder)
    feedback = nbgrader(folder, "generate_feedback", "01_neuron", "--student", "seoyeon")
    assert feedback.returncode == 0, feedback.stderr[-2000:]
    page = (folder / "feedback/seoyeon/01_neuron/01_neuron.html").read_text(encoding="utf-8")
    assert "What this answer seems to do" in page
    export = nbgrader(folder, "export", "--to", "grades.csv")
    assert export.returncode == 0, export.stderr[-2000:]
    assert "seoyeon" in (folder / "grades.csv").read_text(encoding="utf-8")
