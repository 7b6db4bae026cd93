"""A course folder: made once, read back, and every mistake in it told in words."""

import os
from datetime import datetime

import pytest

from autograder.course.folder import Course, CourseError, new_course, open_course


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn", seed=5)


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
        (
            "name = 'a'\nseed = 'five'\n",
            r"line 2: `seed` must be a whole number, 0 or more, but it is \"five\"",
        ),
        ("seed = 5\n", "`name` must be a text in quotes, but it is missing"),
        ("name = 'a'\nseed = -5\n", "`seed` must be a whole number, 0 or more, but it is -5"),
        ("name = 'a'\nseed = 5\nsede = 6\n", "line 3: there is no setting `sede`"),
        ("name = 'a'\nseed == 5\n", "line 2"),
        ("name = 'a'\nseed = 5\nisolation = 'none'\n", 'one of "full", "restricted"'),
        ("name = 'a'\nseed = 5\nshow_hidden_cases = 1\n", "must be true or false, but it is 1"),
        ("name = 'a'\nseed = 5\nlessons_url = 'javascript:x'\n", "must be a web address"),
        (
            "name = 'a'\nseed = 5\n[deadlines]\n01_neuron = 'Friday'\n",
            r"line 4: `01_neuron` in \[deadlines\] must be a date and .* but it is \"Friday\"",
        ),
        (
            "name = 'a'\nseed = 5\n[deadlines]\n'a b' = 2026-10-01\n",
            r"line 4: `a b` in \[deadlines\]",
        ),
        ("name = 'a'\nseed = 5\ndeadlines = 'Friday'\n", "line 3: `deadlines` must be a table"),
        ("name = 'a'\nseed = 5\n[deadline]\n", "line 3: there is no setting `deadline`"),
    ],
)
def test_a_mistake_in_the_settings_is_named(course, settings, complaint):
    (course.folder / "course.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(CourseError, match=complaint):
        open_course(course.folder)


def test_deadlines_are_read_with_their_zone_or_that_of_the_machine(course):
    text = (course.folder / "course.toml").read_text(encoding="utf-8")
    rows = "01_neuron = 2026-10-01T23:59:00+02:00\n02_perceptron = 2026-10-08T23:59:00\n"
    (course.folder / "course.toml").write_text(text + rows, encoding="utf-8")
    deadlines = open_course(course.folder).deadlines
    assert deadlines["01_neuron"].isoformat() == "2026-10-01T23:59:00+02:00"
    assert deadlines["02_perceptron"] == datetime(2026, 10, 8, 23, 59).astimezone()


@pytest.mark.parametrize("name", ['Айгүл\'s "осень"', "back\\slash", "김 2026"])
def test_a_course_may_have_any_name(tmp_path, name):
    assert open_course(new_course(tmp_path / name).folder).name == name


def test_only_a_notebook_that_is_named_like_its_folder_is_an_assignment(course):
    for path in ("01_neuron/01_neuron", "01_neuron/extra", ".ipynb_checkpoints/01_neuron"):
        (course.folder / "release" / path).parent.mkdir(parents=True, exist_ok=True)
        (course.folder / "release" / f"{path}.ipynb").write_text("{}", encoding="utf-8")
    assert course.assignments == ("01_neuron",)


def test_what_systems_leave_among_the_students_is_no_student(course):
    for name in ("ann", ".ipynb_checkpoints", "__MACOSX", os.fsdecode(b"\xcd\xe5")):
        (course.folder / "submitted" / name).mkdir()
    assert course.students == ("ann",)


def test_paths_of_a_course_are_those_of_nbgrader(tmp_path):
    course = Course("autumn", 1, folder=tmp_path)
    assert course.source("01_neuron") == tmp_path / "source/01_neuron/01_neuron.ipynb"
    assert course.autograded("ann", "01_neuron") == tmp_path / (
        "autograded/ann/01_neuron/01_neuron.ipynb"
    )
