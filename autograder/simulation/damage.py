"""What happens to notebooks on their way: each function spoils one in one way.

They take and return a notebook as plain dictionaries, so that what they make may be invalid.
"""

import copy
import json
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]
Cell = dict[str, Any]

ENDLESS_LOOP = "while True:\n    pass"
KILLS_ITS_PROCESS = "import os\nos._exit(1)"
ENDLESS_FUNCTION = "endless loop in a function"
NOT_JSON = "not valid JSON"
COLAB_FORMAT = {"nbformat": 4, "nbformat_minor": 0}


def is_check(cell: Cell) -> bool:
    """Return True if a cell is a locked check cell."""
    nbgrader = cell["metadata"].get("nbgrader", {})
    return bool(nbgrader.get("grade")) and not nbgrader.get("solution")


def is_answer(cell: Cell) -> bool:
    """Return True if a cell is a code cell for an answer."""
    nbgrader = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(nbgrader.get("solution"))


def own_cell(source: str) -> Cell:
    """Return a code cell that the student added."""
    cell = {"cell_type": "code", "id": "own-cell", "metadata": {}, "source": source}
    return {**cell, "outputs": [], "execution_count": None}


def insert_code(notebook: Notebook, source: str, after: int) -> Notebook:
    """Put a code cell of the student's own after the answer cell number `after`."""
    spoiled = copy.deepcopy(notebook)
    answers = [i for i, cell in enumerate(spoiled["cells"]) if is_answer(cell)]
    spoiled["cells"].insert(answers[after] + 2, own_cell(source))
    return spoiled


def endless_loop(notebook: Notebook) -> Notebook:
    """Add a cell that never ends after the second exercise."""
    return insert_code(notebook, ENDLESS_LOOP, 1)


def kills_its_process(notebook: Notebook) -> Notebook:
    """Add a cell that ends the process after the third exercise."""
    return insert_code(notebook, KILLS_ITS_PROCESS, 2)


def checks_deleted(notebook: Notebook) -> Notebook:
    """Delete every second check cell."""
    spoiled = copy.deepcopy(notebook)
    gone = [id(cell) for cell in spoiled["cells"] if is_check(cell)][::2]
    spoiled["cells"] = [cell for cell in spoiled["cells"] if id(cell) not in gone]
    return spoiled


def checks_moved(notebook: Notebook) -> Notebook:
    """Move all check cells to the beginning of the notebook."""
    spoiled = copy.deepcopy(notebook)
    spoiled["cells"].sort(key=lambda cell: not is_check(cell))
    return spoiled


def metadata_stripped(notebook: Notebook) -> Notebook:
    """Take all metadata and ids away, as some editors do on saving."""
    spoiled = copy.deepcopy(notebook)
    for cell in spoiled["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return {**spoiled, "metadata": {}, "nbformat_minor": 4}


def cell_copied(notebook: Notebook) -> Notebook:
    """Copy the first answer cell, id and all, behind itself."""
    spoiled = copy.deepcopy(notebook)
    first = next(i for i, cell in enumerate(spoiled["cells"]) if is_answer(cell))
    spoiled["cells"].insert(first + 1, copy.deepcopy(spoiled["cells"][first]))
    return spoiled


def answers_in_one_cell(notebook: Notebook) -> Notebook:
    """Cut the code of all answers out and paste it into one cell at the end."""
    spoiled = copy.deepcopy(notebook)
    answers = [cell for cell in spoiled["cells"] if is_answer(cell)]
    spoiled["cells"].append(own_cell("\n\n".join(cell["source"] for cell in answers)))
    for cell in answers:
        cell["source"] = ""
    return spoiled


def answers_in_checks(notebook: Notebook) -> Notebook:
    """Merge each answer into the check below it, as the command to merge cells does."""
    spoiled = copy.deepcopy(notebook)
    cells = spoiled["cells"]
    for answer, check in zip(cells, cells[1:], strict=False):
        if is_answer(answer) and is_check(check):
            check["source"] = f"{answer['source']}\n{check['source']}"
    merged = [is_answer(one) and is_check(two) for one, two in zip(cells, cells[1:], strict=False)]
    spoiled["cells"] = [
        cell for cell, gone in zip(cells, [*merged, False], strict=True) if not gone
    ]
    return spoiled


def turned_to_text(notebook: Notebook) -> Notebook:
    """Turn every code cell into text."""
    spoiled = copy.deepcopy(notebook)
    for cell in spoiled["cells"]:
        cell["cell_type"] = "markdown"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    return spoiled


def saved_by_colab(notebook: Notebook) -> Notebook:
    """Save the notebook as Google Colab does: ids in the metadata, marks gone, a link on top."""
    spoiled = copy.deepcopy(notebook)
    for number, cell in enumerate(spoiled["cells"]):
        del cell["id"]
        cell["metadata"] = {"id": f"Ab{number:02d}xYz"}
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    link: Cell = {"cell_type": "markdown", "source": ["[Open In Colab]"]}
    link["metadata"] = {"id": "view-in-github", "colab_type": "text"}
    metadata = {"colab": {"provenance": []}, "kernelspec": {"name": "python3"}}
    return {"cells": [link, *spoiled["cells"]], "metadata": metadata, **COLAB_FORMAT}


def saved_by_vs_code(notebook: Notebook) -> Notebook:
    """Save the notebook as VS Code does: ids of its own, its own marks beside the others."""
    spoiled = copy.deepcopy(notebook)
    for number, cell in enumerate(spoiled["cells"]):
        language = "python" if cell["cell_type"] == "code" else "markdown"
        cell["id"] = f"{number:08x}"
        cell["metadata"] = {**cell["metadata"], "vscode": {"languageId": language}}
    return spoiled


def pasted_twice(notebook: Notebook) -> Notebook:
    """Paste all cells again below, ids and all."""
    twice = copy.deepcopy([*notebook["cells"], *notebook["cells"]])
    return {**copy.deepcopy(notebook), "cells": twice}


def older_format(notebook: Notebook) -> Notebook:
    """Write the notebook in format 3, as programs of ten years ago did."""
    cells = [older_cell(cell) for cell in notebook["cells"]]
    worksheet = {"cells": cells, "metadata": {}}
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [worksheet]}


def older_cell(cell: Cell) -> Cell:
    """Return a cell as format 3 has it."""
    kept = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
    if cell["cell_type"] != "code":
        return {**kept, "source": cell["source"]}
    code = {"input": cell["source"], "language": "python", "outputs": [], "collapsed": False}
    return {**kept, **code, "prompt_number": 1}


def not_json(notebook: Notebook) -> str:
    """Return the text of a notebook that was cut off while it was being saved."""
    text = json.dumps(notebook)
    return text[: len(text) // 2]


def nothing(notebook: Notebook) -> Notebook:
    """Leave the notebook as it is."""
    return notebook


DAMAGES: dict[str, Callable[[Notebook], Notebook]] = {
    "": nothing,
    ENDLESS_FUNCTION: nothing,  # the student's own answer holds the loop
    "endless loop in a cell": endless_loop,
    "kills its process": kills_its_process,
    "checks deleted": checks_deleted,
    "checks moved": checks_moved,
    "metadata stripped": metadata_stripped,
    "a cell copied": cell_copied,
    "older format": older_format,
    "answers in one cell": answers_in_one_cell,
    "answers in checks": answers_in_checks,
    "turned to text": turned_to_text,
    "saved by Colab": saved_by_colab,
    "saved by VS Code": saved_by_vs_code,
    "pasted twice": pasted_twice,
}
