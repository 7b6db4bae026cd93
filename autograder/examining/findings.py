"""Turn what was seen of a notebook into verdicts, and into notes for the teacher.

An answer that could not run is told its true cause: another cell, a library, a newer Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import Examined, examine_absent
from autograder.examining.execution import Execution
from autograder.examining.newer_python import NewerPython
from autograder.examining.sentences import (
    cell_note,
    library_note,
    newer_python_note,
    own_cell_note,
    provided_note,
    stopped_cell,
)
from autograder.examining.stopped_cells import (
    Outcome,
    StoppedCell,
    culprit,
    missing_library,
    unknown_name,
)
from autograder.judging.finding import Finding
from autograder.judging.observe import StudentError
from autograder.judging.verdict import RAISED, Verdict
from autograder.messages import Text, joined
from autograder.notes import Note
from autograder.sandbox.fault import Fault
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import EXERCISE, PROVIDED, QUESTION

Items = list[str]


def note_cells(execution: Execution, cells: Sequence[RepairedCell]) -> None:
    """Tell the instructor of cells that were left out, and of the course's own that failed."""
    for place, ran in execution.ran.items():
        template = cells[place].template
        if isinstance(ran.outcome, Fault):
            note = cell_note(label_of(cells[place], place), ran.outcome)
            execution.cell_notes.append(note)
        elif ran.outcome.error is not None and template and template.kind == PROVIDED:
            execution.cell_notes.append(provided_note(template.id, ran.outcome.error))


def give_verdicts(execution: Execution, cells: Sequence[RepairedCell], key: AnswerKey) -> None:
    """Give each answer its verdict, with the true cause where it could not run."""
    stopped = stopped_cells(execution, cells)
    lost = LostAnswers(list(stopped.values()))
    sources = {cell.template.id: cell.source for cell in cells if cell.template}
    for item, examined in execution.examined.items():
        execution.verdicts[item] = lost.explained(item, examined)
    for answer in execution.absent:
        cell = stopped.get(answer.id) or culprit(answer.name, lost.stopped)
        found = examine_absent(answer, key, cell, sources.get(answer.id, ""))
        execution.verdicts[answer.item] = lost.explained(answer.item, found, cell)
    execution.answer_notes.extend(lost.notes())


def stopped_cells(execution: Execution, cells: Sequence[RepairedCell]) -> dict[str, StoppedCell]:
    """Return the cells that stopped or were left out, in order, by what notes call them."""
    found = [
        as_stopped(cells[place], place, ran.outcome)
        for place, ran in sorted(execution.ran.items())
        if isinstance(ran.outcome, Fault) or ran.outcome.error is not None
    ]
    return {cell.label: cell for cell in found}


def as_stopped(cell: RepairedCell, place: int, outcome: Outcome) -> StoppedCell:
    """Return a cell that stopped with what there is to know of it."""
    is_own = cell.template is None or cell.template.kind not in (EXERCISE, QUESTION, PROVIDED)
    return StoppedCell(label_of(cell, place), cell.source, outcome, is_own)


def label_of(cell: RepairedCell, place: int) -> str:
    """Return what notes call a cell: its id, or its number."""
    return cell.template.id if cell.template else f"number {place + 1}"


@dataclass
class LostAnswers:
    """What the answers of one notebook were lost by.

    `stopped` are its stopped cells, in order. The rest has the answers by what they needed.
    """

    stopped: Sequence[StoppedCell]
    by_cell: dict[str, tuple[StoppedCell, Items]] = field(default_factory=dict)
    by_library: dict[str, Items] = field(default_factory=dict)
    by_python: dict[str, tuple[NewerPython, Items]] = field(default_factory=dict)

    def explained(self, item: str, examined: Examined, cell: StoppedCell | None = None) -> Verdict:
        """Return the verdict on an answer with its true cause; `cell` should have defined it."""
        verdict, error = examined.verdict, examined.error
        if cell is not None:
            self.remember_cell(item, cell)
        elif error is not None:
            self.remember(item, error)
        name = unknown_name(error) if error is not None else ""
        behind = culprit(name, self.stopped)
        if behind is None:
            return verdict
        self.remember_cell(item, behind)
        return with_cause(verdict, stopped_cell(name, behind))

    def remember_cell(self, item: str, cell: StoppedCell) -> None:
        """Remember what an answer was lost by, for the teacher."""
        error, newer = cell.error, cell.newer_python
        if newer is not None:
            self.by_python.setdefault(newer.version, (newer, []))[1].append(item)
        elif error is not None and missing_library(error):
            self.remember(item, error)
        elif error is not None and cell.is_own:
            self.by_cell.setdefault(cell.label, (cell, []))[1].append(item)

    def remember(self, item: str, error: StudentError) -> None:
        """Remember the library that an answer needed, if it was one."""
        library = missing_library(error)
        if library:
            self.by_library.setdefault(library, []).append(item)

    def notes(self) -> list[Note]:
        """Return a note for each thing that answers were lost by."""
        cells = [(cell, cell.error, items) for cell, items in self.by_cell.values()]
        return [
            *(library_note(library, items) for library, items in self.by_library.items()),
            *(newer_python_note(newer, items) for newer, items in self.by_python.values()),
            *(own_cell_note(cell, error, items) for cell, error, items in cells if error),
        ]


def with_cause(verdict: Verdict, cause: Text) -> Verdict:
    """Return a verdict on an answer that stopped with its true cause, for its student as well."""
    if verdict.kind != RAISED or verdict.misconception is not None:
        return verdict
    shown = None if verdict.shown is None else with_cause(verdict.shown, cause)
    return replace(verdict, finding=caused(verdict.finding, cause), shown=shown)


def caused(finding: Finding, cause: Text) -> Finding:
    """Return a finding with the true cause: in place of a guess, or below what is known."""
    meaning = cause if finding.called else joined(finding.meaning, cause, by="\n")
    return replace(finding, meaning=meaning)
