"""Give a student's cells the lesson's ids back, which some editors take away or change."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import nbformat

from autograder.exercises import load
from autograder.submissions.matching import match_cells
from autograder.submissions.reading import SubmittedCell
from autograder.submissions.template import read_template

Cell = dict[str, Any]
Notebook = dict[str, Any]


def recognized(mine: Notebook, lesson: Notebook) -> Notebook:
    """Return the notebook with the lesson's ids on each cell that is known by what it says.

    A cell that has an id of the lesson keeps it; of several, the one that grading would take. Of
    the others, one that was not changed is known by its text, and an answer by the name that it
    defines or the prompt that it begins with.
    """
    cells = [with_id(cell, own_id(cell)) for cell in mine["cells"]]
    numbers = numbers_by_id(cells)
    for id, number in known_by_content(cells, lesson).items():
        if not numbers[id]:
            cells[number] = with_id(cells[number], id)
        elif number in numbers[id]:
            for other in numbers[id] - {number}:
                cells[other] = with_id(cells[other], f"{id[:57]}-other")
    return {**mine, "cells": cells}


def numbers_by_id(cells: list[Cell]) -> Mapping[str, set[int]]:
    """Return the numbers of the cells with each id."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for number, cell in enumerate(cells):
        numbers[cell.get("id", "")].add(number)
    return numbers


def known_by_content(cells: list[Cell], lesson: Notebook) -> Mapping[str, int]:
    """Return which cell, by its number, stands for each cell of the lesson."""
    whole = [{**cell, "source": text_of(cell)} for cell in lesson["cells"]]
    notebook = nbformat.from_dict({"metadata": {}, **lesson, "cells": whole})
    template = read_template(notebook, load())
    return match_cells([submitted(cell) for cell in cells], template).chosen


def submitted(cell: Cell) -> SubmittedCell:
    """Return a cell as grading would read it."""
    marks = cell.get("metadata", {}).get("nbgrader", {})
    id, grade_id = cell.get("id", ""), marks.get("grade_id", "")
    return SubmittedCell(cell["cell_type"], text_of(cell), id, grade_id)


def own_id(cell: Cell) -> str:
    """Return a cell's id; Colab writes it beside the cell's other marks."""
    marks = cell.get("metadata", {})
    return str(cell.get("id") or marks.get("nbgrader", {}).get("grade_id") or marks.get("id", ""))


def with_id(cell: Cell, id: str) -> Cell:
    """Return a cell with an id; where there is none to give, the cell as it is."""
    return {**cell, "id": id} if id else cell


def text_of(cell: Cell) -> str:
    """Return the text of a cell, which a file may hold as lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)
