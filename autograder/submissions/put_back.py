"""Put missing cells back, and provided ones before everything that needs them."""

from collections.abc import Sequence

from autograder.submissions.repair_notes import note_put_back
from autograder.submissions.repaired import RepairedCell, given, place_of, place_of_cell
from autograder.submissions.template import (
    CHECK,
    CODE,
    DEMO,
    EXERCISE,
    PROVIDED,
    QUESTION,
    WRITTEN,
    LessonTemplate,
)

NEEDED = (PROVIDED, CHECK, WRITTEN)


def put_back(
    repaired: list[RepairedCell], template: LessonTemplate, notes: list[str]
) -> list[RepairedCell]:
    """Put missing cells back, and provided ones before everything that needs them."""
    deleted, moved = [], []
    for position, cell in enumerate(template.cells):
        if cell.kind not in NEEDED:
            continue
        now = place_of_cell(repaired, cell)
        if now is None:
            place = place_for(repaired, template, position)
            repaired.insert(place, given(cell, restored=True))
            deleted.append(cell.id)
        elif cell.kind == PROVIDED and now > (limit := first_later(repaired, template, position)):
            repaired.insert(limit, repaired.pop(now))
            moved.append(cell.id)
    note_put_back(deleted, moved, notes)
    return repaired


def place_for(repaired: Sequence[RepairedCell], template: LessonTemplate, position: int) -> int:
    """Return where a missing cell belongs: after the cell before it that is still there."""
    after = 0
    for cell in reversed(template.cells[:position]):
        found = place_of_cell(repaired, cell)
        if found is not None:
            after = found + 1
            break
    if template.cells[position].kind == PROVIDED:
        return min(after, first_later(repaired, template, position))
    return after


def first_later(repaired: Sequence[RepairedCell], template: LessonTemplate, position: int) -> int:
    """Return the place of the first cell that comes later in the template and runs or answers."""
    running = (EXERCISE, QUESTION, PROVIDED, CODE, DEMO)
    later = {cell.id for cell in template.cells[position + 1 :] if cell.kind in running}
    found = place_of(repaired, lambda one: one.template is not None and one.template.id in later)
    return len(repaired) if found is None else found
