"""A notebook comes in as it is given out; out comes the notebook that Sphinx makes a page of.

Nothing is added but a line below the title that leads to the living notebook, and a line above each
exercise, question and written answer, by whose name a link finds it.
"""

from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from autograder.building.stills import KEY
from autograder.exercises import load
from autograder.messages import say
from autograder.submissions.template import (
    EXERCISE,
    QUESTION,
    WRITTEN,
    TemplateCell,
    read_template,
)

HERE = "../../lite/lab/index.html?path="


def lesson_page(notebook: NotebookNode, name: str) -> NotebookNode:
    """Return the notebook that the page of a lesson is made of."""
    first, *others = notebook.cells
    titled = NotebookNode({**first, "source": with_links(first.source, name)})
    cells = [shown(cell) for cell in (titled, *with_heads(notebook, others))]
    return NotebookNode({**notebook, "cells": cells})


def with_links(source: str, name: str) -> str:
    """Return a lesson's first cell with links below its title."""
    title, _, rest = source.partition("\n")
    return f"{title}\n\n{links(name)}\n\n{rest.lstrip()}"


def links(name: str) -> str:
    """Return the links from a page to the notebook itself."""
    here = f'<a class="open-here" href="{HERE}{name}.ipynb">{say("Open it here")}</a>'
    file = f'<a href="{name}.ipynb" download>{say("Download the notebook")}</a>'
    return f'<p class="lesson-links">{here} {file}</p>'


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
