"""Notebook cells with nbgrader's metadata, the same for the same content."""

import hashlib
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

SCHEMA_VERSION = 3
DEMO_TAG = "demo"


def grade_id(item_id: str) -> str:
    """Return the id of an answer's cell: "neuron.net_input" becomes "neuron-net_input"."""
    return item_id.replace(".", "-")


def check_id(item_id: str) -> str:
    """Return the id of the cell that checks an answer and is worth its points."""
    return f"{grade_id(item_id)}-check"


def provided_id(name: str) -> str:
    """Return the id of a provided cell."""
    return f"provided-{name}"


def free_id(kind: str, position: int, source: str) -> str:
    """Return an id for a cell that has none of its own, from its place and content."""
    digest = hashlib.sha256(source.encode()).hexdigest()[:8]
    return f"{kind}-{position:02d}-{digest}"


def markdown_cell(cell_id: str, source: str, **metadata: Any) -> NotebookNode:
    """Return a markdown cell with a fixed id."""
    cell: NotebookNode = new_markdown_cell(source, id=cell_id, metadata=metadata)
    return cell


def code_cell(cell_id: str, source: str, **metadata: Any) -> NotebookNode:
    """Return a code cell with a fixed id."""
    cell: NotebookNode = new_code_cell(source, id=cell_id, metadata=metadata)
    return cell


def nbgrader(
    cell_id: str,
    *,
    grade: bool = False,
    solution: bool = False,
    locked: bool = False,
    points: float | None = None,
) -> dict[str, Any]:
    """Return the metadata by which nbgrader knows a cell."""
    marks = {"grade": grade, "solution": solution, "locked": locked, "task": False}
    worth = {} if points is None else {"points": points}
    return {"grade_id": cell_id, "schema_version": SCHEMA_VERSION, **marks, **worth}


def release(cell: NotebookNode, source: str) -> NotebookNode:
    """Return the student's form of a cell: another source, locked, with its checksum."""
    marks = cell.metadata["nbgrader"]
    locks = {"deletable": False}
    if not marks["solution"]:
        locks["editable"] = False
    released = NotebookNode({**cell, "source": source})
    checked = {**marks, "checksum": checksum(source, cell.cell_type, marks)}
    checked["cell_type"] = cell.cell_type
    released.metadata = NotebookNode({**cell.metadata, **locks, "nbgrader": NotebookNode(checked)})
    return released


def checksum(source: str, cell_type: str, marks: dict[str, Any]) -> str:
    """Return the digest by which nbgrader notices that a cell was changed.

    It covers the source, the type, whether the cell is graded, a solution or locked, its id and
    its points.
    """
    solution, grade = marks["solution"], marks["grade"]
    locked = not solution and (grade or marks["locked"])
    parts = [source, cell_type, str(grade), str(solution), str(locked), marks["grade_id"]]
    if grade:
        parts.append(str(float(marks["points"])))
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()
