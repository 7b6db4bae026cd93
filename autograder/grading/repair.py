"""Put a handed-in notebook right: locked cells restored, lost ones put back, copies told apart.

Everything that is done is noted in a sentence that names the cell.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from autograder.grading.matching import Matches, defines, match_cells, untouched
from autograder.grading.reading import SubmittedCell
from autograder.grading.repair_notes import LOCKED, note_changes, note_put_back, recognized
from autograder.grading.template import (
    CHECK,
    CODE,
    DEMO,
    EXERCISE,
    PROSE,
    PROVIDED,
    QUESTION,
    WRITTEN,
    LessonTemplate,
    TemplateCell,
)
from autograder.messages import say

NEEDED = (PROVIDED, CHECK, WRITTEN)


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


def repair(
    cells: Sequence[SubmittedCell], template: LessonTemplate
) -> tuple[list[RepairedCell], list[str]]:
    """Return the cells to grade, in order, and notes on what was repaired."""
    matches = match_cells(cells, template)
    notes = [note for note in (recognized(matches),) if note]
    counted = {number: cell for cell in template.cells if (number := at(matches, cell)) is not None}
    repaired = [
        repaired_cell(cell, counted.get(number), matches.copies.get(number), template, notes)
        for number, cell in enumerate(cells)
    ]
    lost_answers(repaired, template, notes)
    return put_back(repaired, template, notes), notes


def at(matches: Matches, cell: TemplateCell) -> int | None:
    """Return the number of the handed-in cell that counts as a template cell."""
    return matches.chosen.get(cell.id)


def repaired_cell(
    cell: SubmittedCell,
    counts_as: TemplateCell | None,
    copy_of: TemplateCell | None,
    template: LessonTemplate,
    notes: list[str],
) -> RepairedCell:
    """Put one cell right."""
    if copy_of is not None:
        return copied_cell(cell, copy_of, notes)
    if counts_as is None:
        runs = own_code_runs(cell, template)
        return RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)
    note_changes(cell, counts_as, notes)
    if counts_as.kind in LOCKED:
        return given(counts_as)
    runs = counts_as.cell_type == "code" and not (
        counts_as.kind == DEMO and untouched(cell, counts_as)
    )
    return RepairedCell(
        counts_as.cell_type, cell.source, counts_as, runs, attachments=cell.attachments
    )


def given(cell: TemplateCell, *, restored: bool = False) -> RepairedCell:
    """Return a cell as it was given out."""
    runs = cell.kind == PROVIDED
    return RepairedCell(cell.cell_type, cell.source, cell, runs, restored)


def copied_cell(cell: SubmittedCell, copy_of: TemplateCell, notes: list[str]) -> RepairedCell:
    """Keep a copy as a cell of the student's own; it runs if it answers something."""
    if copy_of.kind != PROSE:
        notes.append(
            say(
                "The cell {id} was there more than once; the changed one counts, "
                "and the later one if more were changed.",
                id=copy_of.id,
            )
        )
    answers = copy_of.kind in (EXERCISE, QUESTION, CODE, PROVIDED)
    runs = cell.cell_type == "code" and answers and not untouched(cell, copy_of)
    return RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)


def own_code_runs(cell: SubmittedCell, template: LessonTemplate) -> bool:
    """Tell whether a cell of the student's own is run: code that is no copy of a given cell."""
    copies = any(untouched(cell, one) for one in template.of_kind(CHECK, DEMO, EXERCISE, QUESTION))
    return cell.cell_type == "code" and not copies


def lost_answers(
    repaired: Sequence[RepairedCell], template: LessonTemplate, notes: list[str]
) -> None:
    """Note the answer cells that are gone, unless another cell defines what they would."""
    present = {one.template.id for one in repaired if one.template is not None}
    for cell in template.of_kind(EXERCISE, QUESTION):
        if cell.id not in present:
            elsewhere = any(
                defines(SubmittedCell(one.cell_type, one.source), cell) for one in repaired
            )
            sentence = (
                "The answer cell {id} was deleted; {name} is taken from another cell."
                if elsewhere
                else "The answer cell {id} was deleted, and {name} is defined nowhere else."
            )
            notes.append(say(sentence, id=cell.id, name=cell.name))


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


def place_of_cell(repaired: Sequence[RepairedCell], cell: TemplateCell) -> int | None:
    """Return the place of the cell that counts as a template cell."""
    return place_of(repaired, lambda one: one.template is cell)


def place_of(repaired: Sequence[RepairedCell], fits: Callable[[RepairedCell], bool]) -> int | None:
    """Return the place of the first cell that fits."""
    return next((place for place, one in enumerate(repaired) if fits(one)), None)
