"""Whatever lies under `submitted`: the right notebook is found, and the rest is told of."""

import json
import os

import pytest

from autograder.course.folder import new_course
from autograder.course.handed_in.submitted import (
    assignments_handed_in,
    find_submission,
    find_submissions,
    out_of_place,
)


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "autumn", seed=5)
    for name in ("01_neuron", "02_perceptron"):
        course.release(name).parent.mkdir(parents=True)
        course.release(name).write_text("{}", encoding="utf-8")
    return course


def hand_in(course, student, *names, assignment="01_neuron"):
    folder = course.submitted(student, assignment)
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("{}", encoding="utf-8")


def test_the_submission_is_the_notebook_with_the_lessons_name(course):
    hand_in(course, "ann", "01_neuron.ipynb", "copy.ipynb")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook == course.submitted("ann", "01_neuron") / "01_neuron.ipynb"
    assert found.note == "Beside it lies another notebook, not graded: copy.ipynb."


def test_one_notebook_with_the_right_name_needs_no_note(course):
    hand_in(course, "ann", "01_neuron.ipynb", "figure.png", "notes.txt", "data.json")
    assert find_submission(course, "ann", "01_neuron").note == ""


@pytest.mark.parametrize(
    "name",
    [
        "01_neuron (1).ipynb",
        "Copy of 01_neuron.ipynb",
        "01_NEURON.IPYNB",
        "01_neuron.ipynb.txt",
        "01_neuron.ipynb.json",
        "01_neuron.json",
        "нейрон.ipynb",
        "뉴런 최종.ipynb",
    ],
)
def test_a_renamed_notebook_is_taken_and_noted(course, name):
    hand_in(course, "ann", name, "figure.png")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook.name == name
    assert found.note == f"The file was named {name}; it was graded as 01_neuron.ipynb."


def test_a_notebook_is_preferred_to_a_file_that_only_looks_like_one(course):
    hand_in(course, "ann", "mine.ipynb", "data.json", "01_neuron.ipynb.txt")
    assert find_submission(course, "ann", "01_neuron").notebook.name == "mine.ipynb"


def write(course, name, *sources):
    cells = [{"cell_type": "code", "source": source} for source in sources]
    folder = course.submitted("ann", "01_neuron")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps({"cells": cells}), encoding="utf-8")


def test_a_notebook_without_work_never_beats_one_with_work(course):
    course.release("01_neuron").write_text(
        json.dumps({"cells": [{"cell_type": "code", "source": "..."}]}), encoding="utf-8"
    )
    write(course, "01_neuron.ipynb", "...")
    write(course, "01_neuron (1).ipynb", "x = 1")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook.name == "01_neuron (1).ipynb"
    assert "beside it lies what holds no work: 01_neuron.ipynb" in found.note
    write(course, "01_neuron (2).ipynb", "x = 2")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook is None
    assert "keep one of them" in found.note


def test_a_file_that_holds_cells_is_a_notebook_whatever_its_name(course):
    write(course, "neuron.txt", "x = 1")
    assert find_submission(course, "ann", "01_neuron").notebook.name == "neuron.txt"


def test_between_two_files_with_hung_on_endings_nobody_guesses(course):
    hand_in(course, "ann", "01_neuron.ipynb.txt", "01_neuron (1).ipynb.txt")
    found = find_submission(course, "ann", "01_neuron")
    assert found.notebook is None
    assert "rename one" in found.note


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


def test_a_file_name_that_is_no_text_can_be_shown(course):
    hand_in(course, "ann", os.fsdecode(b"\xcd\xe5.ipynb"))
    note = find_submission(course, "ann", "01_neuron").note
    assert note.encode("utf-8").startswith("The file was named \ufffd\ufffd.ipynb".encode())


def test_a_hidden_file_beside_the_notebook_is_no_second_notebook(course):
    hand_in(course, "ann", "neuron.ipynb", "._neuron.ipynb")
    assert find_submission(course, "ann", "01_neuron").notebook.name == "neuron.ipynb"


def test_a_file_that_is_no_notebook_is_not_called_nothing(course):
    hand_in(course, "ann", "work.zip", "timestamp.txt")
    assert find_submission(course, "ann", "01_neuron").note == (
        "There is no notebook, only work.zip."
    )


def test_a_lesson_that_nobody_has_handed_in_is_not_graded(course):
    hand_in(course, "ann", "02_perceptron.ipynb", assignment="02_perceptron")
    assert assignments_handed_in(course) == ("02_perceptron",)


def test_a_folder_with_another_name_than_the_assignments_is_told_of(course):
    hand_in(course, "ann", "01_neuron.ipynb", assignment="01-neuron")
    assert list(out_of_place(course)) == [
        "submitted/ann/01-neuron: this is no assignment's folder; "
        "those are: 01_neuron, 02_perceptron."
    ]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("ann [b]", "nbgrader finds no feedback"),
        (os.fsdecode(b"\xcd\xe5"), "is not in UTF-8"),
    ],
)
def test_a_folder_whose_name_makes_trouble_is_told_of(course, name, complaint):
    hand_in(course, name, "01_neuron.ipynb")
    (note,) = out_of_place(course)
    assert complaint in note
    assert note.encode("utf-8")


def test_a_notebook_outside_a_students_folder_is_told_of(course):
    for name in ("ann.ipynb", ".DS_Store"):
        (course.folder / "submitted" / name).write_text("{}", encoding="utf-8")
    (note,) = out_of_place(course)
    assert note.startswith("submitted/ann.ipynb: this is no student's folder")


def test_a_link_to_another_students_notebook_is_not_followed(course):
    hand_in(course, "ann", "01_neuron.ipynb")
    hand_in(course, "bob")
    theirs = course.submitted("ann", "01_neuron") / "01_neuron.ipynb"
    for name in ("01_neuron.ipynb", "mine.ipynb"):
        link = course.submitted("bob", "01_neuron") / name
        link.symlink_to(theirs)
        found = find_submission(course, "bob", "01_neuron")
        assert found.notebook is None
        assert f"{name} is one: put the files themselves there" in found.note
        link.unlink()


@pytest.mark.parametrize("link", ["bob", "bob/01_neuron"])
def test_a_folder_that_is_a_link_is_not_followed(course, link):
    hand_in(course, "ann", "01_neuron.ipynb")
    path = course.folder / "submitted" / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(course.folder / "submitted" / link.replace("bob", "ann"))
    found = find_submission(course, "bob", "01_neuron")
    assert found.notebook is None
    assert "Links are not followed" in found.note


def test_a_name_that_would_run_in_the_formgraders_page_is_not_graded_but_told_of(course):
    hand_in(course, "<img src=x onerror=alert(1)>", "01_neuron.ipynb")
    assert find_submissions(course, ["01_neuron"]) == []
    (told,) = out_of_place(course)
    assert "rename it and grade again" in told


def test_signs_that_hide_in_a_file_name_are_shown(course):
    hand_in(course, "ann", "x\u202e\x1b[31m.ipynb")
    note = find_submission(course, "ann", "01_neuron").note
    assert "x<U+202E><U+001B>[31m.ipynb" in note
