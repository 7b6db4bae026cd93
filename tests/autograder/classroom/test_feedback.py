"""What the students of the simulated class read: no number that is made from the secret seed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from bs4 import BeautifulSoup

from autograder.cli.demo import SEED
from autograder.course.folder import new_course
from autograder.course.lessons import lessons_of, texts_of
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from autograder.gradebook.result import GRADED
from autograder.gradebook.result_files import read_results
from autograder.grading.assignment import prepare_assignment
from autograder.judging.exam import prepare
from autograder.simulation.classroom import hand_in
from autograder.simulation.students import make_students
from autograder.simulation.submission import lay_out
from autograder.student.checking import PUBLIC_SEED
from tests.autograder.classroom.conftest import run
from tests.autograder.judging.hidden_numbers import numbers_in, numbers_of

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
LESSONS = ("01_neuron", "02_perceptron")
STUDENTS = 8


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which the first of the simulated students are graded."""
    course = new_course(tmp_path_factory.mktemp("feedback") / "course", seed=SEED)
    lessons = [lesson for lesson in lessons_of(None) if lesson.slug in LESSONS]
    assert list(install_lessons(course, lessons)) == list(LESSONS)
    exercises = tuple(load().values())
    students = make_students(exercises, np.random.default_rng(SEED))[:STUDENTS]
    desk = lay_out(exercises, texts_of(None) / "alternatives")
    assert list(hand_in(course, lessons, students, desk))
    run("grade", course.folder, "--workers", 1)
    return course


@pytest.fixture(scope="module")
def secrets(course):
    """The numbers of each exercise's hidden cases that no public case has."""
    exams = {
        id: exam
        for lesson in LESSONS
        for id, exam in prepare_assignment(course, lesson).key.exams.items()
    }
    return {
        id: numbers_of(exam) - numbers_of(prepare(exam.exercise, PUBLIC_SEED))
        for id, exam in exams.items()
    }


@pytest.fixture(scope="module")
def results(course):
    return [result for result in read_results(course) if result.status == GRADED]


def test_no_card_of_the_class_holds_a_number_of_a_hidden_case(course, results, secrets):
    hidden = 0
    for result in results:
        path = course.autograded(result.student, result.assignment)
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        outputs = {cell["id"]: json.dumps(cell.get("outputs")) for cell in cells}
        for one in result.exercises:
            if one.id in secrets:
                hidden += bool(numbers_in(one.message) & secrets[one.id])  # the instructor's
                told = BeautifulSoup(outputs[one.cell[:64]], "html.parser").get_text()
                assert not numbers_in(told) & secrets[one.id], (result.student, one.id)
    assert hidden


def test_nbgraders_feedback_holds_no_number_of_a_hidden_case(course, results, secrets):
    weakest = min(results, key=lambda one: one.points / one.max_points if one.max_points else 1)
    run = subprocess.run(
        [BIN / "nbgrader", "generate_feedback", weakest.assignment, "--student", weakest.student],
        cwd=course.folder,
        env={**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    folder = course.folder / "feedback" / weakest.student / weakest.assignment
    page = BeautifulSoup((folder / f"{weakest.assignment}.html").read_text("utf-8"), "html.parser")
    told = " ".join(output.get_text(" ") for output in page.select(".output_subarea"))
    assert told
    for one in weakest.exercises:
        assert not numbers_in(told) & secrets.get(one.id, set()), one.id
