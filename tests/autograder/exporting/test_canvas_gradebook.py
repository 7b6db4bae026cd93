"""Canvas's own gradebook, collected: its headings, its columns, its scale and its scores."""

import pytest

from autograder.collecting.sheets.kept_sheets import canvas_path
from autograder.course.folder import Course
from autograder.exporting.canvas import canvas_csv
from autograder.exporting.canvas_gradebook import names_of, read_canvas_gradebook
from autograder.exporting.cells import Dialect
from autograder.exporting.scale import Scale
from tests.autograder.exporting.conftest import ONE, TWO
from tests.autograder.exporting.readers import canvas_reads

GRADEBOOK = """\
Student,ID,SIS User ID,SIS Login ID,Section,01 Neuron (12345),Essay (12346),Current Score
    Points Possible,,,,,100.00,10,(read only)
"Нұрлан, Айгүл",51,s-1,anurlan,Group A,50.00,9,88
"Иванов-Петров, Иван",52,s-2,ivan,"A; B",12.50,EX,88
"""


@pytest.fixture
def gradebook(tmp_path):
    course = Course("Осень", 1, folder=tmp_path)
    assert read_canvas_gradebook(course) is None
    canvas_path(course).parent.mkdir(parents=True)
    canvas_path(course).write_text(GRADEBOOK, encoding="utf-8")
    return read_canvas_gradebook(course)


@pytest.mark.parametrize(
    ("assignment", "title", "headings"),
    [
        ("01_neuron", "One neuron", ["01 Neuron (12345)"]),
        ("02_essay", "A text", ["Essay (12346)"]),
        ("03_xor", "Essay", ["Essay (12346)"]),
        ("03_xor", "XOR", []),
    ],
)
def test_a_lesson_is_known_by_its_name_with_or_without_number_or_its_title(
    gradebook, assignment, title, headings
):
    assert gradebook.headings_like(names_of(assignment, title)) == headings


def test_canvas_gets_back_what_it_gave_about_students_and_assignments(book, gradebook):
    scale = Scale({ONE: 100.0})
    read = canvas_reads(canvas_csv(book, Dialect(), {ONE: "01 Neuron (12345)"}, gradebook, scale))
    assert read.ids == {"01 Neuron (12345)": 12345, TWO: None}
    assert read.worth == {"01 Neuron (12345)": 100, TWO: 10}
    assert read.students["Нұрлан, Айгүл"] == {
        "Student": "Нұрлан, Айгүл",
        "ID": "51",
        "SIS User ID": "s-1",
        "SIS Login ID": "anurlan",
        "Section": "Group A",
    }
    assert read.grades["Нұрлан, Айгүл"] == {"01 Neuron (12345)": 8.25, TWO: 2.5}


def test_where_nothing_was_handed_in_canvas_keeps_what_it_had(book, gradebook):
    text = canvas_csv(book, Dialect(), {TWO: "01 Neuron (12345)"}, gradebook)
    assert canvas_reads(text).grades["Иванов-Петров, Иван"]["01 Neuron (12345)"] == 12.5
    excused = canvas_csv(book, Dialect(), {TWO: "Essay (12346)"}, gradebook)
    assert ",EX\n" in excused


def test_points_come_on_the_scale_of_canvas(book, gradebook):
    columns = {ONE: "01 Neuron (12345)"}
    scale = Scale({ONE: 100.0, TWO: 10.0}, applied=True)
    read = canvas_reads(canvas_csv(book, Dialect(), columns, gradebook, scale))
    assert read.grades["Нұрлан, Айгүл"] == {"01 Neuron (12345)": 82.5, TWO: 2.5}
