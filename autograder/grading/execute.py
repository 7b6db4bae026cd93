"""Run a repaired notebook from top to bottom, and judge each answer where its check stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.grading.examine import (
    AnswerKey,
    Examined,
    examine,
    examine_absent,
    examine_functions,
)
from autograder.grading.lost_answers import LostAnswers
from autograder.grading.sentences import cell_note, exercise_note, provided_note
from autograder.grading.stopped_cells import Outcome, StoppedCell, culprit
from autograder.judging.verdict import Verdict
from autograder.notes import Note
from autograder.sandbox.fault import Fault
from autograder.sandbox.output import Printed
from autograder.sandbox.session import Session
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import (
    CHECK,
    EXERCISE,
    PROVIDED,
    QUESTION,
    LessonTemplate,
    TemplateCell,
)


@dataclass(frozen=True)
class CellRun:
    """What one cell did, and what it printed."""

    outcome: Outcome
    printed: Printed


@dataclass
class Execution:
    """What came of a notebook: each cell's run by its place, each item's verdict by its id."""

    ran: dict[int, CellRun] = field(default_factory=dict)
    examined: dict[str, Examined] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def execute(
    session: Session, cells: Sequence[RepairedCell], template: LessonTemplate, key: AnswerKey
) -> Execution:
    """Run the cells in order, then judge each answer as it was where its check stands.

    A check that stands too early is judged at the end.
    """
    execution = Execution()
    answers = {cell.item: cell for cell in template.of_kind(EXERCISE, QUESTION)}
    places = {cell.template.id: place for place, cell in enumerate(cells) if cell.template}
    functions: list[TemplateCell] = []
    later: list[TemplateCell] = []
    for place, cell in enumerate(cells):
        if cell.runs:
            run_cell(session, execution, place, cell)
        elif cell.template is not None and cell.template.kind == CHECK:
            answer = answers.get(cell.template.item, cell.template)
            early = cell.restored or places.get(answer.id, -1) > place
            if early or not judge_or_keep(session, execution, answer, key, functions):
                later.append(answer)
    absent = [
        answer for answer in later if not judge_or_keep(session, execution, answer, key, functions)
    ]
    judge_functions(session, execution, functions, key)
    give_verdicts(execution, cells, absent, key)
    return execution


def give_verdicts(
    execution: Execution,
    cells: Sequence[RepairedCell],
    absent: Sequence[TemplateCell],
    key: AnswerKey,
) -> None:
    """Give each answer its verdict, with the true cause where it could not run."""
    stopped = stopped_cells(execution, cells)
    lost = LostAnswers(list(stopped.values()))
    sources = {cell.template.id: cell.source for cell in cells if cell.template}
    for item, examined in execution.examined.items():
        execution.verdicts[item] = lost.explained(item, examined)
    for answer in absent:
        cell = stopped.get(answer.id) or culprit(answer.name, lost.stopped)
        found = examine_absent(answer, key, cell, sources.get(answer.id, ""))
        execution.verdicts[answer.item] = lost.explained(answer.item, found, cell)
    execution.notes.extend(lost.notes())


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


def judge_or_keep(
    session: Session,
    execution: Execution,
    answer: TemplateCell,
    key: AnswerKey,
    functions: list[TemplateCell],
) -> bool:
    """Judge a question's answer now, a function later; return True if it is defined."""
    if answer.item not in key.exams:
        return judge_now(session, execution, answer, key)
    if session.keep(answer.name):
        functions.append(answer)
        return True
    return False


def judge_functions(
    session: Session, execution: Execution, functions: Sequence[TemplateCell], key: AnswerKey
) -> None:
    """Judge functions, each among the names that there were at its check."""
    session.end_of_cells()
    for item, examined in examine_functions(session, functions, key).items():
        record(execution, item, examined)


def run_cell(session: Session, execution: Execution, place: int, cell: RepairedCell) -> None:
    """Run one cell and keep what it did."""
    outcome = session.run(cell.source)
    execution.ran[place] = CellRun(outcome, session.printed)
    if isinstance(outcome, Fault):
        execution.notes.append(cell_note(label_of(cell, place), outcome))
    elif outcome.error is not None and cell.template and cell.template.kind == PROVIDED:
        execution.notes.append(provided_note(cell.template.id, outcome.error))


def judge_now(session: Session, execution: Execution, answer: TemplateCell, key: AnswerKey) -> bool:
    """Judge one answer with what is defined now; return True if it is defined."""
    examined = examine(session, answer, key)
    if examined is not None:
        record(execution, answer.item, examined)
    return examined is not None


def record(execution: Execution, item: str, examined: Examined) -> None:
    """Keep a verdict, and tell the instructor of an answer that hung or crashed."""
    execution.examined[item] = examined
    if examined.fault is not None:
        execution.notes.append(exercise_note(item, examined.fault))
