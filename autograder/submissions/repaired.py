"""The cells of the notebook that is graded, and how missing ones get back to their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.notes import Note
from autograder.submissions.repair_notes import note_put_back
from autograder.submissions.template import (
    CHECK,
    CODE,
    DEMO,
    EXERCISE,
    PROVIDED,
    QUESTION,
    WRITTEN,
    LessonTemplate,
    TemplateCell,
)

PUT_BACK = (PROVIDED, CHECK, WRITTEN)


@dataclass(frozen=True)
class RepairedCell:
    """One cell of the notebook that is graded.

    Parameters
    ----------
    cell_type, source
        What it is and holds.
    template
        The cell of the released notebook that it counts as.
    runs
        Whether it is run.
    restored
        Whether it was missing and has been put back.
    attachments
        The pictures of a written answer.

    """

    cell_type: str
    source: str
    template: TemplateCell | None = None
    runs: bool = False
    restored: bool = False
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def given(cell: TemplateCell, *, restored: bool = False) -> RepairedCell:
    """Return a cell as it was given out."""
    runs = cell.kind == PROVIDED
    return RepairedCell(cell.cell_type, cell.source, cell, runs, restored)


def put_back(
    repaired: list[RepairedCell], template: LessonTemplate, notes: list[Note]
) -> list[RepairedCell]:
    """Put missing cells back, and provided ones before everything that needs them."""
    deleted, moved = [], []
    for position, cell in enumerate(template.cells):
        if cell.kind not in PUT_BACK:
            continue
        place = place_of(repaired, cell)
        if place is None:
            belongs = place_for(repaired, template, position)
            repaired.insert(belongs, given(cell, restored=True))
            deleted.append(cell.id)
        elif cell.kind == PROVIDED and place > first_later(repaired, template, position):
            repaired.insert(first_later(repaired, template, position), repaired.pop(place))
            moved.append(cell.id)
    note_put_back(deleted, moved, notes)
    return repaired


def place_for(repaired: Sequence[RepairedCell], template: LessonTemplate, position: int) -> int:
    """Return where a missing cell belongs: after the cell before it that is still there."""
    after = 0
    for cell in reversed(template.cells[:position]):
        place = place_of(repaired, cell)
        if place is not None:
            after = place + 1
            break
    if template.cells[position].kind == PROVIDED:
        return min(after, first_later(repaired, template, position))
    return after


def first_later(repaired: Sequence[RepairedCell], template: LessonTemplate, position: int) -> int:
    """Return the place of the first cell that comes later in the template and runs or answers."""
    running = (EXERCISE, QUESTION, PROVIDED, CODE, DEMO)
    later = {cell.id for cell in template.cells[position + 1 :] if cell.kind in running}
    places = (i for i, cell in enumerate(repaired) if cell.template and cell.template.id in later)
    return next(places, len(repaired))


def place_of(repaired: Sequence[RepairedCell], template: TemplateCell) -> int | None:
    """Return the place of the cell that counts as a template cell, None if there is none."""
    places = (place for place, cell in enumerate(repaired) if cell.template is template)
    return next(places, None)
