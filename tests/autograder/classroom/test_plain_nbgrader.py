"""The same notebooks under plain nbgrader: its commands, with no word of ours."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.simulation.classroom import read_truth
from tests.autograder.classroom.conftest import nbgrader

pytestmark = pytest.mark.slow

# Plain nbgrader takes seconds a notebook: every sixth student unless the whole class is asked for.
STRIDE = 1 if os.environ.get("WHOLE_CLASS") else 6


@pytest.fixture(scope="module")
def honest(handed_in):
    """The truth about submissions that nobody spoiled."""
    truths = [truth for truth in read_truth(handed_in) if not truth.damage]
    students = sorted({truth.student for truth in truths})[::STRIDE]
    return [truth for truth in truths if truth.student in students]


@pytest.fixture(scope="module")
def autograded(handed_in, honest, tmp_path_factory):
    """Each lesson autograded by nbgrader in a copy of the course, two at a time."""
    students = {truth.student for truth in honest}
    lessons = sorted({truth.assignment for truth in honest})
    folders = {lesson: tmp_path_factory.mktemp("plain") / "course" for lesson in lessons}
    for folder in folders.values():
        shutil.copytree(handed_in, folder)
        for student in (folder / "submitted").iterdir():
            if student.name not in students:
                shutil.rmtree(student)
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda one: nbgrader(folders[one], "autograde", one), lessons))
    for run in runs:
        assert run.returncode == 0, run.stderr[-2000:]
    return folders


def scores(folder, lesson, student):
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        submission = gradebook.find_submission(lesson, student)
        return {grade.name: grade.auto_score for grade in submission.notebooks[0].grades}


def test_plain_autograde_gives_every_honest_student_the_true_score(autograded, honest):
    wrong = {}
    for truth in honest:
        given = scores(autograded[truth.assignment], truth.assignment, truth.student)
        given = {cell: points for cell, points in given.items() if cell in truth.points}
        if given != truth.points:
            wrong[truth.student, truth.assignment] = (truth.points, given)
    assert wrong == {}


def points(check):
    """Return what nbgrader reads as a check cell's points."""
    return float(check.outputs[1].data["text/plain"])


def test_a_wrong_answer_gets_partial_credit_and_the_message_both(autograded):
    notebooks = (autograded["01_neuron"] / "autograded").glob("*/01_neuron/01_neuron.ipynb")
    cells = [cell for path in notebooks for cell in nbformat.read(path, as_version=4).cells]
    checks = [cell for cell in cells if cell.source.startswith("check(")]
    partly = [cell for cell in checks if 0 < points(cell) < cell.metadata.nbgrader.points]
    assert partly
    assert all(
        "What this answer seems to do" in cell.outputs[0].data["text/plain"] for cell in partly
    )


def test_validate_accepts_a_right_notebook_and_names_an_unsolved_one(handed_in, tmp_path):
    right = handed_in / "submitted/aigerim/01_neuron/01_neuron.ipynb"
    assert "Success" in nbgrader(handed_in, "validate", right).stdout
    unsolved = handed_in / "release/01_neuron/01_neuron.ipynb"
    assert nbgrader(handed_in, "validate", unsolved).returncode == 0
