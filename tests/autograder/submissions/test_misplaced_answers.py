"""Answers that stand where they were not expected still earn what they are worth, and are noted."""

import copy

import pytest

CODE_ANSWERS = ("neuron-net_input", "neuron-relu", "neuron-leaky_relu", "neuron-output_activation")


def machine_points(graded):
    return sum(exercise.points for exercise in graded.exercises if not exercise.by_hand)


@pytest.fixture
def notebook(assignment):
    """A solved notebook that can be taken apart."""
    return Taken(assignment)


class Taken:
    """A solved notebook, its cells by id, and what the cells were given out as."""

    def __init__(self, assignment):
        self.assignment = assignment
        self.data = assignment.solved()
        self.cells = self.data["cells"]
        self.given = {cell["id"]: cell["source"] for cell in assignment.given["cells"]}
        self.full = sum(
            cell["metadata"]["nbgrader"]["points"]
            for cell in self.cells
            if cell["id"].endswith("-check")
        )

    def __getitem__(self, cell_id):
        return next(cell for cell in self.cells if cell["id"] == cell_id)

    def empty(self, cell_id):
        """Leave an answer as it was given out, and return what it was."""
        source, self[cell_id]["source"] = self[cell_id]["source"], self.given[cell_id]
        return source

    def insert(self, place, source, cell_type="code"):
        cell = {"cell_type": cell_type, "id": f"own-{len(self.cells)}", "metadata": {}}
        self.cells.insert(place, {**cell, "source": source})

    def strip(self):
        for cell in self.cells:
            cell["metadata"] = {}
            del cell["id"]

    def graded(self):
        return self.assignment.grade(self.data)

    def assert_full(self, *notes):
        graded = self.graded()
        assert machine_points(graded) == self.full
        for note in notes:
            assert any(note in text for text in graded.notes), graded.notes


def test_an_answer_typed_into_its_check_cell_counts(notebook):
    answer = notebook.empty("neuron-relu")
    notebook["neuron-relu-check"]["source"] = f'{answer}\ncheck("neuron.relu")'
    notebook.assert_full(
        "The locked cell neuron-relu-check was changed; it is restored.",
        "What was added to the locked cell neuron-relu-check counts as a cell beside it.",
        "neuron-relu holds no answer; it is taken from another cell.",
    )


def test_an_answer_merged_into_its_check_cell_counts(notebook):
    answer = notebook["neuron-relu"]
    notebook["neuron-relu-check"]["source"] = f'{answer["source"]}\ncheck("neuron.relu")'
    notebook.cells.remove(answer)
    notebook.assert_full("neuron-relu was deleted; relu is taken from another cell")


def test_what_was_added_to_the_imports_is_not_lost(notebook):
    notebook["provided-imports"]["source"] += "\nimport numpy as numeric"
    notebook["neuron-relu"]["source"] = "def relu(z):\n    return numeric.maximum(0, z)"
    notebook.assert_full("What was added to the locked cell provided-imports")


def test_a_score_written_into_a_check_earns_nothing(notebook):
    notebook.empty("neuron-relu")
    notebook["neuron-relu-check"]["source"] = "score = 1\nscore"
    by_id = {exercise.id: exercise for exercise in notebook.graded().exercises}
    assert by_id["neuron.relu"].points == 0
    assert by_id["neuron.net_input"].points > 0


@pytest.mark.parametrize("place", [3, 8, None])
def test_all_answers_in_one_cell_of_the_students_own_count(notebook, place):
    source = "\n\n".join(notebook.empty(answer) for answer in CODE_ANSWERS)
    notebook.insert(len(notebook.cells) if place is None else place, source)
    notebook.assert_full("hold no answers; they are taken from other cells")


def test_two_answers_in_the_cell_of_the_first_count(notebook):
    notebook["neuron-net_input"]["source"] += "\n\n" + notebook.empty("neuron-relu")
    notebook.assert_full("holds no answer; it is taken from another cell")


def test_all_answers_in_one_cell_count_without_any_ids(notebook):
    source = "\n\n".join(notebook.empty(answer) for answer in CODE_ANSWERS)
    notebook.insert(3, source)
    notebook.strip()
    notebook.assert_full("recognized by what they hold")


@pytest.mark.parametrize("above", [True, False])
def test_the_empty_answer_beside_the_finished_one_in_a_cell_does_not_undo_it(notebook, above):
    cell = notebook["neuron-relu"]
    parts = [notebook.given["neuron-relu"], cell["source"]]
    cell["source"] = "\n\n".join(parts if above else reversed(parts))
    notebook.assert_full("neuron-relu still held the empty answer beside the finished one")


def test_an_empty_answer_copied_to_the_end_does_not_undo_the_finished_one(notebook):
    notebook.insert(len(notebook.cells), notebook.given["neuron-relu"])
    notebook.assert_full()


def test_of_two_different_answers_the_later_counts(notebook):
    notebook.insert(len(notebook.cells), "def relu(z):\n    return 5")
    notebook.cells.append({**copy.deepcopy(notebook["neuron-relu"]), "source": "def relu(z): pass"})
    assert machine_points(notebook.graded()) < notebook.full


def test_answers_in_each_others_cells_count(notebook):
    net_input, relu = notebook["neuron-net_input"], notebook["neuron-relu"]
    net_input["source"], relu["source"] = relu["source"], net_input["source"]
    notebook.assert_full()


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_code_that_was_turned_to_text_and_lost_its_ids_counts(notebook, kind):
    for cell in notebook.cells:
        cell["cell_type"] = kind
    notebook.strip()
    notebook.assert_full("The types of these cells had been changed; they are put right")


@pytest.mark.parametrize(
    "source", ["relu = lambda z: np.maximum(0, z)", "def f(z): return np.maximum(0, z)\nrelu = f"]
)
def test_a_function_that_is_set_and_not_defined_is_recognized(notebook, source):
    notebook["neuron-relu"]["source"] = source
    notebook.strip()
    notebook.assert_full()


def test_an_answer_with_a_type_is_recognized(notebook):
    notebook["neuron-output_activation"]["source"] = 'output_activation: str = "b"'
    notebook.strip()
    notebook.assert_full()


def test_spaces_at_the_ends_of_lines_change_nothing(notebook):
    for cell in notebook.cells:
        cell["source"] = cell["source"].replace("\n", "  \n") + "  \n\n"
    graded = notebook.graded()
    assert machine_points(graded) == notebook.full
    assert graded.notes == ()


def test_a_function_of_another_name_is_told_to_the_instructor(notebook):
    notebook["neuron-relu"]["source"] = "def rectify(z):\n    return np.maximum(0, z)"
    graded = notebook.graded()
    by_id = {exercise.id: exercise for exercise in graded.exercises}
    assert "no function called `relu`" in by_id["neuron.relu"].message
    assert graded.notes == (
        "What was written into the cell neuron-relu (relu) "
        "does not define the name in parentheses.",
    )


def test_a_whole_notebook_pasted_below_makes_one_note_and_its_answers_count(notebook):
    pasted = copy.deepcopy(notebook.cells)
    for cell in pasted:
        if cell["id"] == "neuron-relu":
            cell["source"] = "def relu(z):\n    return 5"
    notebook.cells.extend(pasted)
    graded = notebook.graded()
    assert machine_points(graded) < notebook.full
    assert len(graded.notes) == 1
    assert "the later one if more were changed" in graded.notes[0]


@pytest.mark.parametrize("first", [True, False])
def test_the_empty_notebook_pasted_above_or_below_costs_nothing(notebook, assignment, first):
    pasted = copy.deepcopy(assignment.given["cells"])
    place = 0 if first else len(notebook.cells)
    notebook.cells[place:place] = pasted
    notebook.assert_full()


def test_the_notebook_of_another_assignment_is_said_to_be_one(assignment):
    imports = copy.deepcopy(assignment.given["cells"][1])
    text = {"cell_type": "markdown", "id": "t", "metadata": {}, "source": "Another lesson."}
    graded = assignment.grade({"cells": [imports, text], "metadata": {}})
    assert graded.notes == (
        "No answer and no check of this assignment was found: is it another notebook?",
    )
    assert machine_points(graded) == 0
