"""A written answer that stands beside its cell is shown in it and waits for a person."""

from dataclasses import replace

import pytest

from autograder.gradebook.result import GRADED
from autograder.submissions.prose_in_code import reads_as_text
from autograder.submissions.template import PROSE, TemplateCell

ANSWER = "Both take in signals and add them up."
PROMPT = "Compare both neurons."
SHOWN = "what stands beside it is shown there"


def own(source, kind="markdown", **more):
    return {"cell_type": kind, "id": "mine", "metadata": {}, "source": source, **more}


@pytest.fixture
def notebook(assignment):
    """A solved notebook whose written answer is as it was given out."""
    return Unwritten(assignment)


class Unwritten:
    """The notebook, and how its written answer is graded."""

    def __init__(self, assignment):
        self.assignment = assignment
        self.data = assignment.solved(compare=f"{PROMPT}\n\nYOUR ANSWER HERE")
        self.cells = self.data["cells"]

    @property
    def place(self):
        return next(i for i, cell in enumerate(self.cells) if cell["id"] == "neuron-compare")

    def below(self, *cells):
        self.cells[self.place + 1 : self.place + 1] = cells

    def above(self, *cells):
        self.cells[self.place : self.place] = cells

    def graded(self):
        """Return the result of the written answer, its cell as a grader sees it, and the notes."""
        graded = self.assignment.grade(self.data)
        assert graded.status == GRADED
        result = next(one for one in graded.exercises if one.id == "neuron.compare")
        cell = next(one for one in graded.notebook.cells if one.id == "neuron-compare")
        return result, cell, graded.notes

    def assert_waits_with(self, *texts):
        result, cell, notes = self.graded()
        assert (result.passed, result.needs_manual_points) == (None, True)
        assert cell.source.startswith(PROMPT)
        for text in texts:
            assert text in cell.source
        assert any(SHOWN in note and "neuron-compare" in note for note in notes)

    def assert_empty(self):
        result, _, notes = self.graded()
        assert (result.points, result.needs_manual_points) == (0, False)
        assert not any(SHOWN in note for note in notes)


@pytest.mark.parametrize(
    "cell",
    [
        own(ANSWER),
        own(ANSWER, "raw"),
        own("Both learn."),
        own(f"# {ANSWER}\nanswer = 1", "code"),
        own(f'answer = "{ANSWER}"', "code"),
        own(f'"""\n{ANSWER}\n"""', "code"),
        own(ANSWER, "code"),  # a sentence where Python is expected
    ],
)
@pytest.mark.parametrize("where", ["below", "above"])
def test_a_cell_of_its_own_is_the_answer(notebook, cell, where):
    getattr(notebook, where)(cell)
    notebook.assert_waits_with(cell["source"])


def test_an_answer_two_cells_away_and_one_in_two_cells_are_whole(notebook):
    notebook.below(own(""), own("Both take in signals."), own("x = 1", "code"), own("Both learn."))
    notebook.assert_waits_with("Both take in signals.\n\nBoth learn.")


def test_what_was_added_to_a_given_text_is_the_answer(notebook):
    given = dict(notebook.cells[0], id="text-09-01234567", source="Read on here.")
    notebook.assignment = with_cell_below(notebook.assignment, given)
    notebook.below(dict(given, source=f"Read on here.\n\n{ANSWER}"))
    notebook.assert_waits_with(ANSWER)
    assert "Read on" not in notebook.graded()[1].source


def with_cell_below(assignment, cell):
    """Return the assignment with one more text below the written answer."""
    given = TemplateCell(cell["id"], PROSE, "markdown", cell["source"])
    template = replace(assignment.template, cells=(*assignment.template.cells, given))
    return replace(assignment, template=template)


@pytest.mark.parametrize("left", ["", PROMPT, "  \n"])
def test_an_emptied_cell_counts_as_one_that_was_not_written_into(notebook, left):
    notebook.cells[notebook.place]["source"] = left
    notebook.assert_empty()
    notebook.below(own(ANSWER))
    notebook.assert_waits_with(ANSWER)


@pytest.mark.parametrize("cells", [[own(ANSWER, "raw")], [own("One."), own("Two.")]])
def test_an_answer_whose_cell_was_deleted_is_found(notebook, cells):
    notebook.cells[notebook.place : notebook.place + 1] = cells
    notebook.assert_waits_with(*(cell["source"] for cell in cells))


def test_a_photo_of_a_page_is_an_answer_and_two_of_one_name_stay_two(notebook):
    picture = "![](attachment:image.png)"
    notebook.below(
        own(picture, attachments={"image.png": {"image/png": "QQ=="}}),
        own(picture, attachments={"image.png": {"image/png": "Qg=="}}),
    )
    notebook.assert_waits_with("![](attachment:image.png)\n\n![](attachment:2-image.png)")
    shown = notebook.graded()[1].attachments
    assert shown == {"image.png": {"image/png": "QQ=="}, "2-image.png": {"image/png": "Qg=="}}


def test_private_notes_beside_a_written_answer_stay_private(assignment):
    notebook = Unwritten(assignment)
    notebook.cells[notebook.place]["source"] = f"{PROMPT}\n\n{ANSWER}"
    notebook.below(own("Buy milk."))
    result, cell, notes = notebook.graded()
    assert result.needs_manual_points
    assert cell.source == f"{PROMPT}\n\n{ANSWER}"
    assert notes == ()


@pytest.mark.parametrize(
    "cell",
    [
        own("relu(np.ones(3))\nfor x in range(3):\n    print(x)", "code"),
        own("# try it\nx = relu(1)", "code"),
        own("---"),
        own("", "raw"),
        own('print("shown", net_input(np.ones(2), np.ones(2), 0))', "code"),  # the lesson's own
        {**own("A text of last year's lesson."), "id": "text-04-0123abcd"},
    ],
)
def test_what_is_no_answer_does_not_wait(notebook, cell):
    notebook.below(cell)
    notebook.assert_empty()


def test_a_note_far_away_among_other_exercises_is_no_answer(notebook):
    notebook.cells.insert(2, own(ANSWER))
    notebook.assert_empty()


def test_another_notebook_is_no_answer(assignment):
    graded = assignment.grade({"cells": [own(ANSWER), own("More.")], "nbformat": 4})
    assert not any(one.needs_manual_points for one in graded.exercises)


def test_words_are_told_from_code_in_other_scripts_too():
    assert reads_as_text("# Нейрон складывает входы.")
    assert reads_as_text("# 两者都接收信号并把它们加起来。")
    assert not reads_as_text("from numpy import array as a, ones as b")
