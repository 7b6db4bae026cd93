"""The released notebook as grading sees it: which cell is what, and what it is worth."""

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.course.folder import CourseError
from autograder.exercises.model import Exercise

PROVIDED = "provided"
EXERCISE = "exercise"
QUESTION = "question"
CHECK = "check"
WRITTEN = "written"
DEMO = "demo"
CODE = "code"
PROSE = "prose"

ANSWERS = (EXERCISE, QUESTION, WRITTEN)
CHECK_CALL = re.compile(r"""\bcheck\(\s*["']([^"']+)["']\s*[,)]""")


@dataclass(frozen=True)
class TemplateCell:
    """One cell of the released notebook.

    Parameters
    ----------
    id
        The id in nbgrader where the cell has one, else the cell's own.
    kind
        PROVIDED, EXERCISE, QUESTION, CHECK, WRITTEN, DEMO, CODE or PROSE.
    cell_type, source, metadata
        As in the notebook.
    item
        The exercise or question that an answer or a check cell belongs to.
    name
        What the student defines in an answer cell.
    points
        What a check or a written answer is worth.

    """

    id: str
    kind: str
    cell_type: str
    source: str
    item: str = ""
    name: str = ""
    points: float = 0.0
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LessonTemplate:
    """The cells of the released notebook in order, and the notebook's own metadata."""

    cells: tuple[TemplateCell, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)

    def of_kind(self, *kinds: str) -> tuple[TemplateCell, ...]:
        """Return the cells of some kinds, in order."""
        return tuple(cell for cell in self.cells if cell.kind in kinds)


def load_template(path: Path, exercises: Mapping[str, Exercise]) -> LessonTemplate:
    """Read a notebook that was given out; raises CourseError if the file is not a notebook."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbformat's words on cells without ids
            return read_template(nbformat.read(path, as_version=4), exercises)
    except (ValueError, LookupError, AttributeError, TypeError, nbformat.ValidationError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise CourseError(f"{path} can't be read as a notebook: {reason}") from None


def read_template(notebook: NotebookNode, exercises: Mapping[str, Exercise]) -> LessonTemplate:
    """Read the released notebook; what it checks and is not in `exercises` is a question."""
    calls = [CHECK_CALL.search(cell.source) for cell in notebook.cells if is_check(cell)]
    checked = {call[1].replace(".", "-"): call[1] for call in calls if call}
    cells = tuple(template_cell(cell, checked, exercises) for cell in notebook.cells)
    return LessonTemplate(cells, dict(notebook.metadata))


def template_cell(
    cell: NotebookNode, checked: Mapping[str, str], exercises: Mapping[str, Exercise]
) -> TemplateCell:
    """Read one cell; `checked` has the item of each answer cell's id."""
    marks = cell.metadata.get("nbgrader", {})
    cell_id = marks.get("grade_id") or cell.get("id", "")
    kind, item = kind_and_item(cell, cell_id, checked)
    name = item.partition(".")[2]
    if kind == EXERCISE:
        kind = EXERCISE if item in exercises else QUESTION
        name = exercises[item].name if item in exercises else name
    return TemplateCell(
        cell_id,
        kind,
        cell.cell_type,
        cell.source,
        item,
        name,
        float(marks.get("points") or 0.0),
        dict(cell.metadata),
    )


def kind_and_item(cell: NotebookNode, cell_id: str, checked: Mapping[str, str]) -> tuple[str, str]:
    """Return what a cell is, by nbgrader's marks, its tags and its id, and its exercise."""
    marks = cell.metadata.get("nbgrader", {})
    if marks.get("grade") and marks.get("solution"):
        return WRITTEN, cell_id.replace("-", ".", 1)
    if is_check(cell):
        call = CHECK_CALL.search(cell.source)
        return CHECK, call[1] if call else cell_id
    if cell_id in checked:
        return EXERCISE, checked[cell_id]
    if cell.cell_type != "code":
        return PROSE, ""
    if marks.get("locked"):
        return PROVIDED, ""
    return (DEMO if "demo" in cell.metadata.get("tags", []) else CODE), ""


def is_check(cell: NotebookNode) -> bool:
    """Return True if a cell is a locked one that earns points."""
    marks = cell.metadata.get("nbgrader", {})
    return bool(marks.get("grade")) and not marks.get("solution")
