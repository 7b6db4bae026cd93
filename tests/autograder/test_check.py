"""`check` holds a notebook against its lesson as that was given out, whatever the file's name."""

import json

import pytest

from autograder import texts
from autograder.api.checking import UNREADABLE, check, lesson_of
from autograder.course.folder import CourseError
from autograder.submissions.template import CHECK, QUESTION
from autograder.texts import checkout

RELU = "def relu(z):\n    return np.maximum(z, 0)"


@pytest.fixture
def notebook():
    """Lesson 01 with one exercise, one question and the written answer done."""
    text = (checkout() / "lessons" / "en" / "01_neuron.ipynb").read_text(encoding="utf-8")
    data = json.loads(text)
    cell(data, "neuron-relu")["source"] = RELU
    cell(data, "neuron-synapse_role")["source"] = 'synapse_role = "b"'
    cell(data, "neuron-compare")["source"] += "\n\nBoth learn."
    return data


@pytest.fixture
def save(tmp_path):
    def save(data, name):
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
        return tmp_path / name

    return save


def cell(data, cell_id):
    return next(cell for cell in data["cells"] if cell["id"] == cell_id)


def without(data, *ids):
    return {**data, "cells": [cell for cell in data["cells"] if cell["id"] not in ids]}


def without_ids(data):
    cells = [{**cell, "metadata": {}} for cell in data["cells"]]
    return {**data, "cells": [{k: v for k, v in cell.items() if k != "id"} for cell in cells]}


def most(template):
    return sum(cell.points for cell in template.of_kind(CHECK))


def test_a_renamed_copy_is_judged_as_under_its_own_name(notebook, save):
    usual = check(save(notebook, "01_neuron.ipynb"))
    renamed = check(save(notebook, "01_neuron (1).ipynb"))
    assert renamed.exercises == usual.exercises
    assert renamed.notes == usual.notes == ()
    earned = {one.id: one.points for one in usual.exercises if one.points}
    assert earned == {"neuron.relu": 1, "neuron.synapse_role": 1}
    written = next(one for one in usual.exercises if one.id == "neuron.compare")
    assert written.needs_manual_points


def test_without_ids_and_with_cells_lost_nothing_less_is_asked_for(notebook, save):
    whole = sum(one.max_points for one in check(save(notebook, "01_neuron.ipynb")).exercises)
    gone = without(notebook, "neuron-sigmoid", "neuron-sigmoid-check", "neuron-relu-check")
    graded = check(save(without_ids(gone), "Copy of homework.ipynb"))
    assert sum(one.max_points for one in graded.exercises) == whole
    earned = {one.id: one.points for one in graded.exercises if one.points}
    assert earned == {"neuron.relu": 1, "neuron.synapse_role": 1}
    assert any("neuron-sigmoid was deleted" in note for note in graded.notes)


def test_another_lessons_name_is_noted_and_the_cells_count(notebook, save):
    template, notes = lesson_of(save(notebook, "02_perceptron.ipynb"))
    assert {cell.item.partition(".")[0] for cell in template.of_kind(QUESTION)} == {"neuron"}
    assert "named 02_perceptron.ipynb, but is a notebook of 01_neuron" in notes[0]


def test_the_lesson_in_which_somebody_works_is_not_its_own_measure(notebook, save, monkeypatch):
    folder = save(notebook, "01_neuron.ipynb").parent
    (folder / "solutions").symlink_to(checkout() / "solutions")
    (folder / "lessons").mkdir()
    (folder / "01_neuron.ipynb").rename(folder / "lessons" / "01_neuron.ipynb")
    monkeypatch.setattr(texts, "packages", lambda: folder)
    template, _ = lesson_of(folder / "lessons" / "01_neuron.ipynb")
    assert all("Both learn." not in cell.source for cell in template.cells)


@pytest.mark.parametrize("cells", [[], [{"cell_type": "code", "metadata": {}, "source": "x = 1"}]])
def test_a_notebook_of_no_lesson_is_refused_with_the_lessons_there_are(save, cells):
    file = save({"cells": cells, "nbformat": 4}, "diary.ipynb")
    with pytest.raises(CourseError, match=r"neither its cells nor its name .* 01_neuron"):
        check(file)
    with pytest.raises(CourseError, match="no lesson 99_none here"):
        check(file, assignment="99_none")
    with pytest.raises(CourseError, match="not of 02_perceptron"):
        check(checkout() / "lessons" / "en" / "01_neuron.ipynb", assignment="02_perceptron")


def test_what_is_no_notebook_is_said(tmp_path):
    (tmp_path / "a.ipynb").write_bytes(b"%PDF-1.7")
    graded = check(tmp_path / "a.ipynb")
    assert graded.status == UNREADABLE
    assert "a PDF document" in graded.notes[0]


def test_without_the_lessons_texts_the_notes_say_what_is_not_in_the_file(
    notebook, save, monkeypatch, tmp_path
):
    monkeypatch.setattr(texts, "packages", lambda: tmp_path)
    file = save(without(notebook, "neuron-relu", "neuron-relu-check"), "mine.ipynb")
    template, notes = lesson_of(file)
    assert most(template) > 30
    assert "not here" in notes[0]
    assert notes[1] == "These are not in the file and not counted: neuron.relu."
    with pytest.raises(CourseError, match="holds no exercise of the course"):
        lesson_of(
            save({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}, "b.ipynb")
        )
