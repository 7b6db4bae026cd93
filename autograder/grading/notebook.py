"""Grade one notebook: from what was handed in to points, notes and the autograded notebook."""

import time
from dataclasses import dataclass, replace

from nbformat import NotebookNode

from autograder.examining.answer_key import AnswerKey
from autograder.examining.execute import execute
from autograder.examining.execution import Execution
from autograder.examining.suspicions import suspicions
from autograder.gradebook.result import GRADED, UNREADABLE, ExerciseResult
from autograder.grading.autograded import Render, autograded_notebook
from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED, Verdict, earned
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.sandbox.limits import Limits
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import Files, Workers
from autograder.submissions.as_given_out import note_as_given_out
from autograder.submissions.misplaced_texts import is_unwritten
from autograder.submissions.reading import UnreadableError, read_cells
from autograder.submissions.repair import repair
from autograder.submissions.repair_notes import note_cell
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import CHECK, WRITTEN, LessonTemplate, TemplateCell

BY_HAND = "by_hand"


@dataclass(frozen=True)
class GradedNotebook:
    """What one notebook earned; the caller knows whose it is.

    `notebook` is the autograded one, None where the file could not be read; `retry` is set where
    that is the grader's fault.
    """

    status: str
    exercises: tuple[ExerciseResult, ...] = ()
    notes: tuple[Note, ...] = ()
    seconds: float = 0.0
    notebook: NotebookNode | None = None
    retry: bool = False


def grade_notebook(
    submitted: str | bytes,
    template: LessonTemplate,
    key: AnswerKey,
    *,
    warm: Workers,
    limits: Limits | None = None,
    files: Files = (),
    render: Render | None = None,
) -> GradedNotebook:
    """Grade what was handed in, whatever it is; nothing in the file makes this raise.

    Parameters
    ----------
    submitted
        The content of the file.
    template
        The released notebook.
    key
        The prepared exercises and the questions.
    warm
        What gives workers: a warm process that has been started, or fresh processes.
    limits
        What the submission may use.
    files
        The assignment's data files, which the code finds in its folder.
    render
        Turns a verdict into HTML for the autograded notebook.

    """
    start = time.monotonic()
    try:
        session = Session(warm, limits or Limits(), files, key.withheld)
        graded = grade(submitted, template, key, session, render)
    except UnreadableError as error:
        graded = GradedNotebook(UNREADABLE, notes=(Note(Cause.UNREADABLE, str(error)),))
    except Exception as error:  # ours, never the student's: the class goes on, a person looks
        graded = GradedNotebook(UNREADABLE, notes=(our_fault(error),), retry=True)
    return replace(graded, seconds=round(time.monotonic() - start, 3))


def grade(
    submitted: str | bytes,
    template: LessonTemplate,
    key: AnswerKey,
    session: Session,
    render: Render | None,
) -> GradedNotebook:
    """Read, repair, run, judge and write."""
    handed_in, notes = read_cells(submitted)
    cells, repairs = repair(handed_in, template)
    if handed_in and not any(cell.template and not cell.restored for cell in cells):
        text = say("No cell of this assignment was found: is it another notebook?")
        notes.append(Note(Cause.OTHER_LESSON, text))
    with session:
        execution = execute(session, cells, template, key)
    results = [result for cell in cells if (result := cell_result(cell, execution)) is not None]
    results.sort(key=lambda result: place_of(template, result.cell))
    by_cell = {result.cell: result for result in results}
    notebook = autograded_notebook(cells, template, execution, by_cell, render)
    notebook.cells[:0] = note_cell([*notes, *repairs])
    untouched = note_as_given_out(cells, template)
    notes = [
        *notes,
        *repairs,
        *untouched,
        *execution.notes,
        *suspicions(session),
        *unjudged(results),
    ]
    return GradedNotebook(GRADED, tuple(results), tuple(notes), notebook=notebook)


def place_of(template: LessonTemplate, cell_id: str) -> int:
    """Return the place of a graded cell in the released notebook."""
    return next(place for place, cell in enumerate(template.cells) if cell.id == cell_id)


def cell_result(cell: RepairedCell, execution: Execution) -> ExerciseResult | None:
    """Return what one graded cell earned; None for a cell that earns nothing."""
    if cell.template is None or cell.template.kind not in (CHECK, WRITTEN):
        return None
    if cell.template.kind == WRITTEN:
        return written_result(cell, cell.template)
    verdict = execution.verdicts.get(cell.template.item)
    return judged_result(cell.template, verdict or Verdict(False, 0.0, NOT_DEFINED))


def judged_result(cell: TemplateCell, verdict: Verdict) -> ExerciseResult:
    """Turn a verdict into points; where the fault is ours, a person gives them."""
    return ExerciseResult(
        id=cell.item,
        cell=cell.id,
        points=earned(verdict, cell.points),
        max_points=cell.points,
        passed=verdict.passed,
        kind=verdict.kind,
        misconception=verdict.misconception,
        message=verdict.message,
        finding=verdict.for_student.finding,
        named=verdict.for_student.misconception is not None,
        needs_manual_points=verdict.passed is None,
    )


def written_result(cell: RepairedCell, template: TemplateCell) -> ExerciseResult:
    """Leave a written answer to a person, unless nothing was written."""
    empty = is_unwritten(cell.source, template.source) and not cell.attachments
    return ExerciseResult(
        id=template.item,
        cell=template.id,
        points=0.0,
        max_points=template.points,
        passed=False if empty else None,
        kind=NOT_STARTED if empty else BY_HAND,
        message=say("Nothing was written here.") if empty else say("A person grades this answer."),
        by_hand=True,
        needs_manual_points=not empty,
    )


def unjudged(results: list[ExerciseResult]) -> list[Note]:
    """Tell the teacher which answers could not be judged by our fault."""
    return [
        Note(
            Cause.NOT_JUDGED,
            say("{id} could not be judged: {message}", id=result.id, message=result.message),
            result.id,
        )
        for result in results
        if result.passed is None and result.kind != BY_HAND
    ]


def our_fault(error: Exception) -> Note:
    """Say that grading itself failed."""
    text = say(
        "The notebook could not be graded, and that is the grader's fault: {type}: {text}",
        type=type(error).__name__,
        text=error,
    )
    return Note(Cause.GRADER_FAULT, text)
