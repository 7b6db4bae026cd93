"""Put a handed-in notebook right: locked cells restored, lost ones put back, copies told apart.

Everything that is done is noted in a sentence that names the cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.submissions.matching import (
    Matches,
    answered_nothing,
    defines,
    match_cells,
    untouched,
)
from autograder.submissions.misplaced_answers import (
    added_to_locked,
    answered_elsewhere,
    defines_an_answer,
    without_stub,
)
from autograder.submissions.put_back import put_back
from autograder.submissions.reading import SubmittedCell
from autograder.submissions.repair_notes import (
    LOCKED,
    Changes,
    note_another_notebook,
    note_changes,
    note_lost_answer,
    recognized,
)
from autograder.submissions.repaired import RepairedCell, given
from autograder.submissions.template import (
    CHECK,
    CODE,
    DEMO,
    EXERCISE,
    PROSE,
    PROVIDED,
    QUESTION,
    LessonTemplate,
    TemplateCell,
)

__all__ = ["RepairedCell", "repair"]

KEPT_COPIES = (EXERCISE, QUESTION, CODE, PROVIDED)


def repair(
    cells: Sequence[SubmittedCell], template: LessonTemplate
) -> tuple[list[RepairedCell], list[str]]:
    """Return the cells to grade, in order, and notes on what was repaired."""
    matches = match_cells(cells, template)
    mending = Mending(template, matches, set(answered_elsewhere(cells, matches.chosen, template)))
    repaired = [one for number, cell in enumerate(cells) for one in mending.mend(number, cell)]
    notes = [note for note in (recognized(matches),) if note]
    note_changes(mending.changes, notes)
    lost_answers(repaired, template, notes)
    repaired = put_back(repaired, template, notes)
    if cells and matches.chosen and answered_nothing(matches, template):
        notes = note_another_notebook()
    return repaired, notes


@dataclass
class Mending:
    """Puts one cell after the other right, and remembers what it changed.

    `idle` has the ids of stubs that must not undo an answer which stands elsewhere.
    """

    template: LessonTemplate
    matches: Matches
    idle: set[str]
    changes: Changes = field(default_factory=Changes)
    counted: dict[int, TemplateCell] = field(init=False)

    def __post_init__(self) -> None:
        known = {cell.id: cell for cell in self.template.cells}
        self.counted = {number: known[id] for id, number in self.matches.chosen.items()}

    def mend(self, number: int, cell: SubmittedCell) -> list[RepairedCell]:
        """Return what becomes of one handed-in cell."""
        copy_of = self.matches.copies.get(number)
        if copy_of is not None:
            return [self.copied(cell, copy_of)]
        counts_as = self.counted.get(number)
        if counts_as is None:
            runs = own_code_runs(cell, self.template)
            return [
                RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)
            ]
        if cell.cell_type != counts_as.cell_type and counts_as.kind != PROSE:
            self.changes.retyped.append((counts_as.id, cell.cell_type, counts_as.cell_type))
        return (self.locked if counts_as.kind in LOCKED else self.open)(cell, counts_as)

    def copied(self, cell: SubmittedCell, copy_of: TemplateCell) -> RepairedCell:
        """Keep a copy as a cell of the student's own; it runs if it answers something."""
        if copy_of.kind != PROSE:
            self.changes.copied.append(copy_of.id)
        answers = copy_of.kind in KEPT_COPIES or defines_an_answer(cell.source, self.template)
        runs = cell.cell_type == "code" and answers and not untouched(cell, copy_of)
        return RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)

    def locked(self, cell: SubmittedCell, counts_as: TemplateCell) -> list[RepairedCell]:
        """Restore a locked cell; an answer that was typed into it becomes a cell of its own."""
        if untouched(cell, counts_as):
            return [given(counts_as)]
        self.changes.restored.append(counts_as.id)
        added = added_to_locked(cell, counts_as, self.template)
        if not added:
            return [given(counts_as)]
        self.changes.kept.append(counts_as.id)
        own = RepairedCell("code", added, runs=True)
        return [own, given(counts_as)] if counts_as.kind == CHECK else [given(counts_as), own]

    def open(self, cell: SubmittedCell, counts_as: TemplateCell) -> list[RepairedCell]:
        """Keep a cell that the student may write into."""
        asleep = counts_as.id in self.idle
        if asleep:
            self.changes.elsewhere.append(counts_as.id)
        shown = counts_as.kind == DEMO and untouched(cell, counts_as)
        runs = counts_as.cell_type == "code" and not shown and not asleep
        source = without_stub(cell, counts_as)
        if source != cell.source:
            self.changes.unfinished.append(counts_as.id)
        elif unnamed(cell, counts_as):
            self.changes.unnamed.append((counts_as.id, counts_as.name))
        kind = counts_as.cell_type
        return [RepairedCell(kind, source, counts_as, runs, attachments=cell.attachments)]


def unnamed(cell: SubmittedCell, answer: TemplateCell) -> bool:
    """Tell whether something was written as an answer that does not define what it should."""
    asked = answer.kind in (EXERCISE, QUESTION) and bool(cell.source.strip())
    return asked and not re.search(rf"\b{re.escape(answer.name)}\b", cell.source)


def own_code_runs(cell: SubmittedCell, template: LessonTemplate) -> bool:
    """Tell whether a cell of the student's own is run: code that is no copy of a given cell."""
    copies = any(untouched(cell, one) for one in template.of_kind(CHECK, DEMO, EXERCISE, QUESTION))
    return cell.cell_type == "code" and not copies


def lost_answers(
    repaired: Sequence[RepairedCell], template: LessonTemplate, notes: list[str]
) -> None:
    """Note the answer cells that are gone, unless another cell defines what they would."""
    present = {one.template.id for one in repaired if one.template is not None}
    code = [SubmittedCell(one.cell_type, one.source) for one in repaired]
    for cell in template.of_kind(EXERCISE, QUESTION):
        if cell.id not in present:
            elsewhere = any(defines(one, cell) for one in code)
            note_lost_answer(cell, notes, elsewhere=elsewhere)
