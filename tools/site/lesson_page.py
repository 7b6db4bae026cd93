"""A notebook comes in as it is given out; out comes the notebook that Sphinx makes a page of.

Nothing is added but the links below the title that lead to the living notebook, and a line above
each exercise, question and written answer, by whose name a link finds it. What only the living
notebook needs is left out.
"""

from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from autograder.building.setup_cell import SETUP_ID
from autograder.building.stills import KEY
from autograder.building.ways_to_open import WAYS_ID
from autograder.exercises import load
from autograder.messages import say
from autograder.public_address import PublicAddress, public_address
from autograder.submissions.template import (
    EXERCISE,
    QUESTION,
    WRITTEN,
    TemplateCell,
    read_template,
)

HERE = "../../lite/lab/index.html?path="
LIVING_ONLY = {SETUP_ID, WAYS_ID}  # ids of cells


def lesson_page(notebook: NotebookNode, name: str, language: str = "en") -> NotebookNode:
    """Return the notebook that the page of a lesson is made of."""
    first, *others = [cell for cell in notebook.cells if cell.id not in LIVING_ONLY]
    links = links_to(f"{name}.ipynb", language, public_address())
    titled = NotebookNode({**first, "source": below_title(first.source, links)})
    cells = [shown(cell) for cell in (titled, *with_heads(notebook, others))]
    return NotebookNode({**notebook, "cells": cells})


def below_title(source: str, text: str) -> str:
    """Return a lesson's first cell with a text below its title."""
    title, _, rest = source.partition("\n")
    return f"{title}\n\n{text}\n\n{rest.lstrip()}"


def links_to(file: str, language: str, address: PublicAddress) -> str:
    """Return the links from a page to the notebook itself; elsewhere only to what is public."""
    path = f"lessons/{language}/{file}"
    elsewhere = {
        "Colab": address.colab(path),
        "Kaggle": address.kaggle(path),
        "Binder": address.binder_lesson(file),
    }
    links = [
        f'<a class="open-here" href="{HERE}{file}">{say("Open it here")}</a>',
        f'<a href="{file}" download>{say("Download the notebook")}</a>',
        *(f'<a href="{url}">{name}</a>' for name, url in elsewhere.items() if address.is_known),
    ]
    note = say(
        "This page is for reading. Open the lesson to answer, and to see what its code draws."
    )
    return f'<p class="lesson-links">{" ".join(links)}</p>\n<p class="lesson-note">{note}</p>'


def with_heads(notebook: NotebookNode, cells: list[NotebookNode]) -> list[NotebookNode]:
    """Return the cells, with a head above each that asks for an answer, or above its prompt."""
    template = read_template(notebook, load())
    points = {cell.item: cell.points for cell in template.cells if cell.points}
    answers = {cell.id: cell for cell in template.of_kind(EXERCISE, QUESTION, WRITTEN)}
    prompts = {f"{id}-prompt" for id in answers} & {cell.id for cell in cells}
    made = list[NotebookNode]()
    for cell in cells:
        answer = answers.get(cell.id.removesuffix("-prompt"))
        if answer and (cell.id in prompts or f"{answer.id}-prompt" not in prompts):
            made.append(head(answer, points[answer.item]))
        made.append(cell)
    return made


def head(answer: TemplateCell, points: float) -> NotebookNode:
    """Return the line above an answer: a link to itself, what it is, and its points."""
    kinds = {EXERCISE: say("Exercise"), QUESTION: say("Question"), WRITTEN: say("Written answer")}
    worth = say("1 point") if points == 1 else say("{points} points", points=f"{points:g}")
    name = f"<code>{escape(answer.item)}</code>"
    line = f'<a href="#{answer.id}">{kinds[answer.kind]} {name}</a> · {worth}'
    return new_markdown_cell(
        f'<p class="answer-head" id="{answer.id}">{line}</p>', id=f"{answer.id}-head"
    )


def shown(cell: NotebookNode) -> NotebookNode:
    """Return a cell whose still picture, if it has one, has its words as text alternative."""
    stills = [output for output in cell.get("outputs", []) if KEY in output.metadata]
    if not stills:
        return cell
    alt = stills[0].metadata["image/png"]["alt"]
    return NotebookNode({**cell, "metadata": {**cell.metadata, "mystnb": {"image": {"alt": alt}}}})
