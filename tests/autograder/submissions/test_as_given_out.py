"""A notebook in which nothing was done is told from one in which something was."""

import json

import pytest

from autograder.notes import Cause
from autograder.simulation import damage
from autograder.submissions.as_given_out import note_as_given_out
from autograder.submissions.reading import read_cells
from autograder.submissions.repair import repair

COLAB = (
    '<a href="https://colab.research.google.com/github/x/y/blob/main/01.ipynb" '
    'target="_parent"><img src="https://colab.research.google.com/assets/colab-badge.svg"/></a>'
)


def notes(assignment, notebook):
    cells, _ = repair(read_cells(json.dumps(notebook))[0], assignment.template)
    return note_as_given_out(cells, assignment.template)


def with_cell(assignment, kind, source):
    cell = {"cell_type": kind, "id": "own", "metadata": {}, "source": source}
    return {**assignment.given, "cells": [cell, *assignment.given["cells"]]}


def test_a_copy_as_it_was_given_out_needs_a_look(assignment):
    (note,) = notes(assignment, assignment.given)
    assert (note.cause, note.needs_a_look) == (Cause.UNTOUCHED_COPY, True)


@pytest.mark.parametrize("saved", [damage.saved_by_colab, damage.saved_by_vs_code])
def test_so_does_one_that_another_program_saved(assignment, saved):
    assert len(notes(assignment, saved(assignment.given))) == 1


def test_the_link_of_colab_is_no_work(assignment):
    assert len(notes(assignment, with_cell(assignment, "markdown", COLAB))) == 1


@pytest.mark.parametrize(
    ("kind", "source"),
    [("code", "x = 1"), ("markdown", "I could not open the lesson."), ("code", f"# {COLAB}")],
)
def test_a_cell_of_the_students_own_is_work(assignment, kind, source):
    assert notes(assignment, with_cell(assignment, kind, source)) == []


def test_one_answer_is_work_right_or_wrong(assignment):
    wrong = [
        {**cell, "source": "def relu(z): pass"} if cell["id"] == "neuron-relu" else cell
        for cell in assignment.given["cells"]
    ]
    assert notes(assignment, {**assignment.given, "cells": wrong}) == []
    assert notes(assignment, assignment.solved()) == []


def test_a_notebook_without_any_answer_cell_is_another_matter(assignment):
    assert notes(assignment, {**assignment.given, "cells": []}) == []


def test_the_grade_says_so(assignment):
    graded = assignment.grade(assignment.given)
    assert [note.cause for note in graded.notes] == [Cause.UNTOUCHED_COPY]
