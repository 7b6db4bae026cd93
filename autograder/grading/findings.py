"""Turn what was seen of a notebook into verdicts, and into notes for the teacher."""

from collections.abc import Sequence

from autograder.grading.examine import AnswerKey, examine_absent
from autograder.grading.execution import Execution
from autograder.grading.lost_answers import LostAnswers
from autograder.grading.sentences import cell_note, provided_note
from autograder.grading.stopped_cells import Outcome, StoppedCell, culprit
from autograder.sandbox.fault import Fault
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import EXERCISE, PROVIDED, QUESTION


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
        stopped_cell(cells[place], place, ran.outcome)
        for place, ran in sorted(execution.ran.items())
        if isinstance(ran.outcome, Fault) or ran.outcome.error is not None
    ]
    return {cell.label: cell for cell in found}


def stopped_cell(cell: RepairedCell, place: int, outcome: Outcome) -> StoppedCell:
    """Return a cell that stopped with what there is to know of it."""
    is_own = cell.template is None or cell.template.kind not in (EXERCISE, QUESTION, PROVIDED)
    return StoppedCell(label_of(cell, place), cell.source, outcome, is_own)


def label_of(cell: RepairedCell, place: int) -> str:
    """Return what notes call a cell: its id, or its number."""
    return cell.template.id if cell.template else f"number {place + 1}"
