"""Put a handed-in notebook right: locked cells restored, lost ones put back, copies told apart.

Everything that is done is noted in a sentence that names the cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.notes import Note
from autograder.submissions.matching import (
    Matches,
    defines,
    match_cells,
    no_answer_matched,
    untouched,
)
from autograder.submissions.misplaced_answers import (
    added_to_locked,
    defines_an_answer,
    misplaced_answers,
    without_stub,
)
from autograder.submissions.misplaced_texts import misplaced_texts, show_in_place
from autograder.submissions.reading import SubmittedCell
from autograder.submissions.repair_notes import (
    LOCKED,
    Changes,
    note_another_notebook,
    note_changes,
    note_lost_answer,
    note_misplaced_texts,
    note_recognized,
)
from autograder.submissions.repaired import RepairedCell, given, put_back
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

KEPT_COPIES = (EXERCISE, QUESTION, CODE, PROVIDED)


def repair(
    cells: Sequence[SubmittedCell], template: LessonTemplate
) -> tuple[list[RepairedCell], list[Note]]:
    """Return the cells to grade, in order, and notes on what was repaired."""
    matches = match_cells(cells, template)
    idle_stubs = set(misplaced_answers(cells, matches.chosen, template))
    repairer = Repairer(template, matches, idle_stubs)
    repaired = [part for number, cell in enumerate(cells) for part in repairer.repair(number, cell)]
    notes: list[Note] = []
    note_recognized(matches, notes)
    note_changes(repairer.changes, notes)
    note_lost_answers(repaired, template, notes)
    texts = misplaced_texts(cells, matches, template)
    repaired = show_in_place(put_back(repaired, template, notes), texts)
    note_misplaced_texts(texts, notes)
    if cells and matches.chosen and no_answer_matched(matches, template):
        notes = note_another_notebook()
    return repaired, notes


@dataclass
class Repairer:
    """Puts one cell after the other right, and remembers what it changed.

    `idle_stubs` has the ids of stubs that must not undo an answer in another cell.
    """

    template: LessonTemplate
    matches: Matches
    idle_stubs: set[str]
    changes: Changes = field(default_factory=Changes)
    template_cells: dict[int, TemplateCell] = field(init=False)

    def __post_init__(self) -> None:
        known = {cell.id: cell for cell in self.template.cells}
        self.template_cells = {number: known[id] for id, number in self.matches.chosen.items()}

    def repair(self, number: int, cell: SubmittedCell) -> list[RepairedCell]:
        """Return what becomes of one handed-in cell."""
        copy_of = self.matches.copies.get(number)
        if copy_of is not None:
            return [self.keep_copy(cell, copy_of)]
        counts_as = self.template_cells.get(number)
        if counts_as is None:
            runs = own_code_runs(cell, self.template)
            return [
                RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)
            ]
        if cell.cell_type != counts_as.cell_type and counts_as.kind != PROSE:
            self.changes.retyped.append((counts_as.id, cell.cell_type, counts_as.cell_type))
        repair = self.restore_locked if counts_as.kind in LOCKED else self.keep_open
        return repair(cell, counts_as)

    def keep_copy(self, cell: SubmittedCell, copy_of: TemplateCell) -> RepairedCell:
        """Keep a copy as a cell of the student's own; it runs if it answers something."""
        if copy_of.kind != PROSE:
            self.changes.copied.append(copy_of.id)
        answers = copy_of.kind in KEPT_COPIES or defines_an_answer(cell.source, self.template)
        runs = cell.cell_type == "code" and answers and not untouched(cell, copy_of)
        return RepairedCell(cell.cell_type, cell.source, runs=runs, attachments=cell.attachments)

    def restore_locked(self, cell: SubmittedCell, counts_as: TemplateCell) -> list[RepairedCell]:
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

    def keep_open(self, cell: SubmittedCell, counts_as: TemplateCell) -> list[RepairedCell]:
        """Keep a cell that the student may write into."""
        is_idle = counts_as.id in self.idle_stubs
        if is_idle:
            self.changes.misplaced.append(counts_as.id)
        is_shown = counts_as.kind == DEMO and untouched(cell, counts_as)
        runs = counts_as.cell_type == "code" and not is_shown and not is_idle
        source = without_stub(cell, counts_as)
        if source != cell.source:
            self.changes.unfinished.append(counts_as.id)
        elif unnamed(cell, counts_as):
            self.changes.unnamed.append((counts_as.id, counts_as.name))
        kind = counts_as.cell_type
        return [RepairedCell(kind, source, counts_as, runs, attachments=cell.attachments)]


def unnamed(cell: SubmittedCell, answer: TemplateCell) -> bool:
    """Return True if something was written as an answer that does not name what it should."""
    answered = answer.kind in (EXERCISE, QUESTION) and bool(cell.source.strip())
    return answered and not re.search(rf"\b{re.escape(answer.name)}\b", cell.source)


def own_code_runs(cell: SubmittedCell, template: LessonTemplate) -> bool:
    """Return True if a student's own cell is run: code that is not a copy of a given cell."""
    given_out = template.of_kind(CHECK, DEMO, EXERCISE, QUESTION)
    return cell.cell_type == "code" and not any(untouched(cell, other) for other in given_out)


def note_lost_answers(
    repaired: Sequence[RepairedCell], template: LessonTemplate, notes: list[Note]
) -> None:
    """Note the answer cells that are gone, unless another cell defines what they would."""
    present = {cell.template.id for cell in repaired if cell.template is not None}
    sources = [SubmittedCell(cell.cell_type, cell.source) for cell in repaired]
    for cell in template.of_kind(EXERCISE, QUESTION):
        if cell.id not in present:
            is_misplaced = any(defines(source, cell) for source in sources)
            note_lost_answer(cell, notes, is_misplaced=is_misplaced)
