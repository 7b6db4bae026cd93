"""The names by which platforms know submissions again are kept and read back."""

import pytest

from autograder.grading.course import CourseError, new_course
from autograder.grading.returns import Return, read_returns, write_returns

NAMES = (
    Return("01_neuron", "aigul", "moodle", 'Айгүл "Ая" Нұрлан_17_assignsubmission_file_'),
    Return("01_neuron", "kim", "canvas", "김지우_5_2001_01_neuron, 2.ipynb"),
)


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn", seed=1)


def test_without_a_file_no_name_is_known(course):
    assert read_returns(course) == ()


def test_names_are_read_back_as_they_were_written(course):
    write_returns(course, reversed(NAMES))
    assert read_returns(course) == NAMES


def test_of_one_submission_the_last_name_counts(course):
    later = Return("01_neuron", "kim", "canvas", "김지우_5_2002_01_neuron-1.ipynb")
    write_returns(course, (*NAMES, later))
    assert read_returns(course) == (NAMES[0], later)


@pytest.mark.parametrize(
    "text", ["assignment,student\na,b\n", "assignment,student,platform,name\na\n"]
)
def test_a_damaged_file_is_named_with_what_to_do(course, text):
    path = course.folder / "collected" / "returns.csv"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=r"returns\.csv can't be read.*autograder collect"):
        read_returns(course)
