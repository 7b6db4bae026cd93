"""Run a repaired notebook from top to bottom, and judge each answer where its check stands.

The worker is without the course's own answers to the exercises. Afterwards there may be a second
look at some answers, where it has more; and what could not be shown without the library is run
again with it, in a worker that has seen no hidden case.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import Examined, examine, examine_functions, untried
from autograder.examining.execution import CellRun, Execution
from autograder.examining.findings import give_verdicts, note_cells
from autograder.examining.loans import judge_with_loans
from autograder.examining.refused_cells import as_given, is_demo, missed_elsewhere, refused_line
from autograder.examining.second_look import look_again, run_again
from autograder.sandbox.session import Session
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import (
    CHECK,
    EXERCISE,
    QUESTION,
    LessonTemplate,
    TemplateCell,
)


def execute(
    session: Session, cells: Sequence[RepairedCell], template: LessonTemplate, key: AnswerKey
) -> Execution:
    """Run the cells in order and judge each answer as it was where its check stands."""
    run = partial(run_and_judge, cells=cells, template=template)
    execution = run(session, None, key)
    look_again(session, key, execution, run)
    show_refused(session, execution, cells)
    note_cells(execution, cells)
    give_verdicts(execution, cells, key)
    return execution


def run_and_judge(
    session: Session,
    items: Collection[str] | None,
    key: AnswerKey,
    *,
    cells: Sequence[RepairedCell],
    template: LessonTemplate,
) -> Execution:
    """Run the cells in order, and judge some items, or all.

    A check that stands too early is judged at the end. For some items alone, demos are left out.
    """
    execution = Execution()
    answers = {cell.item: cell for cell in template.of_kind(EXERCISE, QUESTION)}
    places = {cell.template.id: place for place, cell in enumerate(cells) if cell.template}
    functions: list[TemplateCell] = []
    later: list[TemplateCell] = []
    for place, cell in enumerate(cells):
        if cell.runs and not (items is not None and is_demo(cell)):
            run_cell(session, execution, place, cells)
        elif cell.template is not None and is_check(cell.template, items):
            answer = answers.get(cell.template.item, cell.template)
            early = cell.restored or places.get(answer.id, -1) > place
            if early or not judge_or_keep(session, execution, answer, key, functions):
                later.append(answer)
    absent = [
        answer for answer in later if not judge_or_keep(session, execution, answer, key, functions)
    ]
    execution.called_by_cells |= session.refused()  # where a cell caught the error
    untouched = {cell.template.item for cell in cells if cell.template and as_given(cell)}
    handed = {
        one.item: key.handed_over(one.item) & set(session.withheld)
        for one in functions
        if one.item not in untouched
    }
    judge_functions(session, execution, functions, key, handed)
    execution.absent = absent
    return execution


def is_check(cell: TemplateCell, items: Collection[str] | None) -> bool:
    """Return True for the check of one of the items, where there are any."""
    return cell.kind == CHECK and (items is None or cell.item in items)


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
    session: Session,
    execution: Execution,
    functions: Sequence[TemplateCell],
    key: AnswerKey,
    handed: Mapping[str, frozenset[str]],
) -> None:
    """Judge functions, each among the names that there were at its check.

    `handed` says which withheld functions an exercise needs as arguments: it comes after theirs.
    """
    session.end_of_cells()
    ready = [one for one in functions if not handed.get(one.item)]
    for item, examined in examine_functions(session, ready, key).items():
        execution.record(item, examined)
    for item, names in handed.items():
        if names:
            execution.record(item, Examined(untried(session.limits.total_seconds), called=names))
    lacking = {one.item: execution.lacks(one.item, key) for one in functions}
    judge_with_loans(session, execution, {item: n for item, n in lacking.items() if n}, key)


def run_cell(
    session: Session, execution: Execution, place: int, cells: Sequence[RepairedCell]
) -> None:
    """Run one cell and keep what it did."""
    outcome = session.run(cells[place].source)
    execution.ran[place] = CellRun(outcome, session.printed)
    line = refused_line(outcome)
    if line is not None:
        execution.refused.append(place)
        called = session.refused()
        if not as_given(cells[place]) or missed_elsewhere(cells, place, line):
            execution.called_by_cells |= called


def show_refused(session: Session, execution: Execution, cells: Sequence[RepairedCell]) -> None:
    """Take what cells give that were refused something from a worker with the whole library.

    That worker never sees a hidden case: what cells print and raise is shown to their student. And
    it comes last, since what it leaves behind is of no use to an answer any more.
    """
    if not execution.refused:
        return
    deadline = time.monotonic() + session.limits.total_seconds
    run = partial(run_for, execution.refused, cells)
    execution.ran |= run_again(session, frozenset(), deadline, run) or {}


def run_for(
    shown: Sequence[int], cells: Sequence[RepairedCell], session: Session
) -> dict[int, CellRun]:
    """Run the cells up to the last that is shown, and return what those shown did, by place."""
    ran = {}
    for place, cell in enumerate(cells[: shown[-1] + 1]):
        if place in shown or (cell.runs and not is_demo(cell)):
            outcome = session.run(cell.source)
            ran[place] = CellRun(outcome, session.printed)
    return {place: ran[place] for place in shown}


def judge_now(session: Session, execution: Execution, answer: TemplateCell, key: AnswerKey) -> bool:
    """Judge one answer with what is defined now; return True if it is defined."""
    examined = examine(session, answer, key)
    if examined is not None:
        execution.record(answer.item, examined)
    return examined is not None
