"""From a platform's download to what the platform takes back: collect, grade, feedback, export."""

import json
import zipfile
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.roster import Student
from autograder.exercises import load
from autograder.grading.assignment import prepare_assignment
from autograder.judging.exam import prepare
from autograder.student.checking import PUBLIC_SEED
from tests.autograder.conftest import ANSWERS
from tests.autograder.exporting.readers import canvas_reads, moodle_reads
from tests.autograder.feedback.conftest import LESSON
from tests.autograder.feedback.test_zips import canvas_reads as canvas_finds
from tests.autograder.feedback.test_zips import moodle_reads as moodle_finds
from tests.autograder.judging.hidden_numbers import numbers_in, numbers_of

pytestmark = pytest.mark.slow  # grades two notebooks

NO_BIAS = {"neuron-net_input": "def net_input(x, weights, bias):\n    return weights @ x"}
CLASS = (
    Student("aigul", "Айгүл Нұрлан", "a@example.org", canvas_id="51"),
    Student("jiwoo", "김지우", "j@example.org", canvas_id="52"),
)


@pytest.fixture
def run(classroom):
    def run(command, *options):
        folder = str(classroom.course.folder)
        done = CliRunner().invoke(
            main, [command, folder, *map(str, options)], catch_exceptions=False
        )
        assert done.exit_code == 0, done.output
        return done

    classroom.enroll(*CLASS)
    return run


@pytest.fixture
def download(classroom, tmp_path):
    """Make a platform's zip of notebooks: a right one, and one without the bias."""

    def download(*names: str):
        path = tmp_path / "download.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, changes in zip(names, ({}, NO_BIAS), strict=True):
                archive.writestr(name, json.dumps(handed_in(classroom, changes)))
        return path

    return download


def handed_in(classroom, changes: Mapping[str, str]):
    notebook = json.loads(classroom.course.release(LESSON).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = {**ANSWERS, **changes}.get(cell["id"], cell["source"])
    return notebook


def pages_in(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def said(page):
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def secret_numbers(course):
    """Return the numbers of hidden cases that no case of the notebook's own check has."""
    exercises = [load()[f"neuron.{name}"] for name in ("net_input", "relu", "leaky_relu")]
    hidden = map(numbers_of, prepare_assignment(course, LESSON).key.exams.values())
    public = [numbers_of(prepare(one, PUBLIC_SEED)) for one in exercises]
    return set().union(*hidden) - set().union(*public)


def test_moodles_students_get_their_own_page_and_grade_back(classroom, run, download):
    names = ("Айгүл Нұрлан_901_assignsubmission_file", "김지우_902_assignsubmission_file")
    run("collect", download(*(f"{name}/{LESSON}.ipynb" for name in names)))
    run("grade", "--workers", 1)
    run("feedback", "--zip", "moodle")
    packed = pages_in(classroom.course.folder / "feedback" / f"{LESSON}-moodle.zip")
    pages = {moodle_finds(path)[0]: said(page) for path, page in packed.items()}
    assert "Feedback for Айгүл Нұрлан 4 of 6 points so far" in pages[901]
    assert "Feedback for 김지우 2" in pages[902]
    assert "What this answer seems to do" in pages[902]
    assert not numbers_in(" ".join(pages.values())) & secret_numbers(classroom.course)
    run("export", "--format", "moodle")
    text = (classroom.course.folder / "grades-moodle.csv").read_text(encoding="utf-8")
    grades = moodle_reads(text, "Email address")
    assert grades["a@example.org"][LESSON] == 4
    assert grades["j@example.org"][LESSON] < 4


def test_canvass_students_get_their_own_page_and_grade_back(classroom, run, download):
    run(
        "collect",
        download(f"айгүлнұрлан_51_901_{LESSON}.ipynb", f"김지우_LATE_52_902_{LESSON}.ipynb"),
    )
    run("grade", "--workers", 1)
    run("feedback", "--zip", "canvas")
    packed = pages_in(classroom.course.folder / "feedback" / f"{LESSON}-canvas.zip")
    pages = {canvas_finds(path)[:2]: said(page) for path, page in packed.items()}
    assert "Feedback for Айгүл Нұрлан" in pages[51, 901]
    assert "What this answer seems to do" in pages[52, 902]
    run("export", "--format", "canvas")
    read = canvas_reads((classroom.course.folder / "grades-canvas.csv").read_text(encoding="utf-8"))
    assert read.grades["Айгүл Нұрлан"][LESSON] == 4
    assert read.students["김지우"]["ID"] == "52"
