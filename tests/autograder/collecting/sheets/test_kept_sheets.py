"""What a platform gave is kept for the export that fills it in."""

import pytest

from autograder.collecting.sheets.kept_sheets import (
    canvas_path,
    keep_canvas_gradebook,
    keep_worksheets,
    worksheet_path,
)
from autograder.course.folder import Course
from autograder.course.handed_in.attempts import Attempt, keep_attempt

ONE, TWO = "01_neuron", "02_perceptron"


@pytest.fixture
def course(tmp_path):
    """A course whose Moodle knows ann as 4711 in one assignment and as 5822 in the next."""
    course = Course("autumn", 1, folder=tmp_path / "autumn")
    for assignment, number in ((ONE, "4711"), (TWO, "5822")):
        release = course.release(assignment)
        release.parent.mkdir(parents=True)
        release.write_text("{}", encoding="utf-8")
        attempt = Attempt(1, "0", platform="moodle", number=number)
        keep_attempt(course, "ann", assignment, release, attempt)
    return course


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "Grades.csv"
    path.write_text("Identifier,Grade\nParticipant 5822,\n", encoding="utf-8")
    return path


def test_a_worksheet_is_kept_with_the_assignment_whose_numbers_it_has(course, sheet):
    assert list(keep_worksheets(course, {sheet: ("5822", "5823")})) == []
    assert worksheet_path(course, TWO).read_bytes() == sheet.read_bytes()
    assert not worksheet_path(course, ONE).exists()


def test_a_worksheet_of_nobody_is_said_and_goes_with_the_assignment_that_is_named(course, sheet):
    (said,) = keep_worksheets(course, {sheet: ("9",)})
    assert "Grades.csv is not kept" in said
    assert list(keep_worksheets(course, {sheet: ("9",)}, ONE)) == []
    assert worksheet_path(course, ONE).is_file()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Student,ID,SIS User ID,SIS Login ID,Section,One (1)\nPoints Possible,,,,,10\n", True),
        ("Student,ID,Section\nAnn,1,A\n", False),
        ("Full name,Email address\nAnn,a@example.org\n", False),
    ],
)
def test_only_canvass_own_gradebook_is_kept(course, tmp_path, text, kept):
    roster = tmp_path / "roster.csv"
    roster.write_text(text, encoding="utf-8")
    keep_canvas_gradebook(course, roster)
    assert canvas_path(course).is_file() is kept
