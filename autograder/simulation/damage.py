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


def is_check(cell: Cell) -> bool:
    """Tell whether a cell is a locked check cell."""
    nbgrader = cell["metadata"].get("nbgrader", {})
    return bool(nbgrader.get("grade")) and not nbgrader.get("solution")


def is_answer(cell: Cell) -> bool:
    """Tell whether a cell is a code cell for an answer."""
    nbgrader = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(nbgrader.get("solution"))


def insert_code(notebook: Notebook, source: str, after: int) -> Notebook:
    """Put a code cell of the student's own after the answer cell number `after`."""
    spoiled = copy.deepcopy(notebook)
    answers = [i for i, cell in enumerate(spoiled["cells"]) if is_answer(cell)]
    cell = {"cell_type": "code", "id": "own-cell", "metadata": {}, "source": source}
    spoiled["cells"].insert(answers[after] + 2, {**cell, "outputs": [], "execution_count": None})
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
}
