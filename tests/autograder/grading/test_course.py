"""A course folder: made once, read back, and every mistake in it told in words."""

import pytest

from autograder.grading.course import (
    Course,
    CourseError,
    find_submission,
    find_submissions,
    new_course,
    open_course,
)


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn", seed=5)


def hand_in(course, student, *names, assignment="01_neuron"):
    folder = course.submitted(student, assignment)
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("{}", encoding="utf-8")


def test_a_new_course_is_read_back_as_it_was_made(course):
    assert open_course(course.folder) == course
    assert (course.name, course.seed) == ("autumn", 5)


def test_without_a_seed_each_course_gets_a_secret_one_of_its_own(tmp_path):
    assert new_course(tmp_path / "a").seed != new_course(tmp_path / "b").seed


def test_a_folder_that_holds_something_is_never_overwritten(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(CourseError, match="is not empty"):
        new_course(tmp_path)


def test_a_folder_without_settings_is_no_course(tmp_path):
    with pytest.raises(CourseError, match="autograder course new"):
        open_course(tmp_path)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ("name = 'a'\nseed = 'five'\n", "`seed` must be a whole number, but it is 'five'"),
        ("seed = 5\n", "`name` must be a text in quotes"),
        ("name = 'a'\nseed = 5\nsede = 6\n", "there is no setting `sede`"),
        ("name = 'a'\nseed == 5\n", "line 2"),
    ],
)
def test_a_mistake_in_the_settings_is_named(course, settings, complaint):
    (course.folder / "course.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(CourseError, match=complaint):
        open_course(course.folder)


def test_the_submission_is_the_notebook_with_the_lessons_name(course):
    hand_in(course, "ann", "01_neuron.ipynb", "copy.ipynb")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook == course.submitted("ann", "01_neuron") / "01_neuron.ipynb"
    assert found.note == ""


def test_a_single_notebook_with_another_name_is_taken_and_noted(course):
    hand_in(course, "ann", "01_neuron (2).ipynb")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook.name == "01_neuron (2).ipynb"
    assert "01_neuron (2).ipynb" in found.note


def test_several_notebooks_with_other_names_are_not_guessed_between(course):
    hand_in(course, "ann", "a.ipynb", "b.ipynb")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook is None
    assert "a.ipynb, b.ipynb" in found.note


def test_who_handed_nothing_in_is_listed_too(course):
    hand_in(course, "ann", "01_neuron.ipynb")
    hand_in(course, "bob", assignment="02_perceptron")
    found = find_submissions(course, ["01_neuron"])
    assert [(one.student, one.notebook is None) for one in found] == [("ann", False), ("bob", True)]


def test_paths_of_a_course_are_those_of_nbgrader(tmp_path):
    course = Course(tmp_path, "autumn", 1)
    assert course.source("01_neuron") == tmp_path / "source/01_neuron/01_neuron.ipynb"
    assert course.autograded("ann", "01_neuron") == tmp_path / (
        "autograded/ann/01_neuron/01_neuron.ipynb"
    )
