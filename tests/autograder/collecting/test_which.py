"""Which assignment a notebook is of: its cells tell, its name only where they do not."""

import json

import pytest

from autograder.collecting.which import read_assignments
from autograder.submissions.reading import MAX_BYTES


@pytest.fixture
def of(desk, tmp_path):
    """Tell the assignment of a notebook with this content and name."""
    assignments = read_assignments(desk.course)

    def of(content, name="homework.ipynb", wanted=""):
        file = tmp_path / "1"
        file.write_bytes(content)
        return assignments.of(file, name, wanted)

    return of


def without_ids(content):
    """Return a notebook as an editor saves it that keeps no ids and no marks."""
    data = json.loads(content)
    for cell in data["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {}
    return json.dumps(data).encode()


def test_the_ids_of_the_cells_tell(desk, of):
    assert of(desk.notebook(assignment="02_perceptron")).assignment == "02_perceptron"


def test_without_ids_the_exercises_that_are_checked_tell(desk, of):
    assert of(without_ids(desk.notebook())).assignment == "01_neuron"


def test_the_cells_come_before_the_name_and_it_is_noted(desk, of):
    verdict = of(desk.notebook(), "02_perceptron.ipynb")
    assert verdict.assignment == "01_neuron"
    assert "It was named 02_perceptron.ipynb" in verdict.note


@pytest.mark.parametrize(
    "name",
    [
        "01_neuron.ipynb",
        "01-Neuron (2).ipynb",
        "Copy of 01_neuron.ipynb",
        "01_neuron-1.ipynb",
        "01 neuron final.ipynb",
    ],
)
def test_where_the_cells_tell_nothing_the_name_does(of, name):
    assert of(b'{"cells": []}', name).assignment == "01_neuron"


@pytest.mark.parametrize("name", ["neuron.ipynb", "01_neurons.ipynb", "Untitled.ipynb"])
def test_another_name_tells_nothing(of, name):
    assert "neither its cells nor its name" in of(b'{"cells": []}', name).why_not


def test_as_many_cells_of_two_assignments_are_not_guessed(desk, of):
    first, second = (json.loads(desk.notebook("x", a)) for a in desk.course.assignments)
    both = {**first, "cells": first["cells"] + second["cells"]}
    assert "name the --assignment" in of(json.dumps(both).encode()).why_not


def test_the_named_assignment_is_held_to_the_cells(desk, of):
    assert of(desk.notebook(), wanted="01_neuron").assignment == "01_neuron"
    assert "not of 02_perceptron" in of(desk.notebook(), wanted="02_perceptron").why_not
    assert of(b'{"cells": []}', wanted="02_perceptron").assignment == "02_perceptron"


def test_a_translated_notebook_is_taken_and_noted(desk, of):
    data = json.loads(desk.notebook())
    for cell in data["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = "Нейрон складывает."
    verdict = of(json.dumps(data).encode())
    assert verdict.assignment == "01_neuron"
    assert "another language" in verdict.note
    assert of(desk.notebook()).note == ""


def test_a_notebook_that_is_too_large_says_how_to_clear_its_outputs(of):
    verdict = of(b"{" + b" " * MAX_BYTES, "01_neuron.ipynb")
    assert verdict.assignment == "01_neuron"
    assert "Edit > Clear Outputs of All Cells" in verdict.note
    assert "Clear Outputs" in of(b"{" + b" " * MAX_BYTES).why_not
