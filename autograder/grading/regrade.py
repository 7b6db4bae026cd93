"""Judge some exercises of a submission anew; the others keep their results and their cards."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nbformat import NotebookNode

from autograder.course.folder import Course
from autograder.course.handed_in.submitted import Submission
from autograder.examining.answer_key import AnswerKey
from autograder.gradebook.result import GRADED, SubmissionResult
from autograder.gradebook.result_files import BROKEN, read_result
from autograder.grading.notebook import unjudged
from autograder.notes import Note
from autograder.sandbox.levels import LEVELS


@dataclass(frozen=True)
class Earlier:
    """How a submission was graded before: its result, and each cell's outputs by its id."""

    result: SubmissionResult
    outputs: Mapping[str, Any]


def earlier_grade(course: Course, submission: Submission, content_digest: str) -> Earlier | None:
    """Return how this very file was graded before, None where it was not, or not to the end."""
    name = submission.student, submission.assignment
    result = read_result(course, *name)
    if result is None or result.status != GRADED or not result.fingerprint:
        return None
    if result.outdated or result.retry:
        return None
    if result.content_digest != content_digest:
        return None
    try:
        text = course.autograded(*name).read_text(encoding="utf-8")
        outputs = {grade_id(cell): cell["outputs"] for cell in code_cells(json.loads(text))}
    except (OSError, *BROKEN):
        return None
    return Earlier(result, outputs)


def code_cells(notebook: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the cells of a notebook that have outputs."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def grade_id(cell: Mapping[str, Any]) -> str:
    """Return nbgrader's id of a cell, or its own."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id") or cell["id"])


def part_of_key(key: AnswerKey, only: Collection[str]) -> AnswerKey:
    """Return the key to some exercises and questions; the rest cannot be judged with it."""
    exams = {id: exam for id, exam in key.exams.items() if id in only}
    questions = {id: question for id, question in key.questions.items() if id in only}
    return replace(key, exams=exams, questions=questions)


def update(earlier: Earlier, now: SubmissionResult, only: Collection[str]) -> SubmissionResult:
    """Return the earlier result with some exercises as they are now.

    It keeps its fingerprint: the other exercises still rest on what they rested on.
    """
    judged = {exercise.cell: exercise for exercise in now.exercises if exercise.id in only}
    return replace(
        now,
        exercises=tuple(judged.get(before.cell, before) for before in earlier.result.exercises),
        notes=tuple(updated_notes(earlier, now, only)),
        fingerprint=earlier.result.fingerprint,
        isolation=lower(earlier.result.isolation, now.isolation),
    )


def updated_notes(earlier: Earlier, now: SubmissionResult, only: Collection[str]) -> list[Note]:
    """Return the notes of now, and the earlier ones on exercises that were not judged now."""
    others = [exercise for exercise in now.exercises if exercise.id not in only]
    not_judged = unjudged(others)
    notes = [note for note in now.notes if note not in not_judged]
    names = {exercise.id for exercise in others}
    on_others = [note for note in earlier.result.notes if names & {note.about, *note.split()}]
    return [*notes, *(note for note in on_others if note not in notes)]


def lower(level: str, other: str) -> str:
    """Return the lower of two levels of isolation, the first where one is not known."""
    known = level in LEVELS and other in LEVELS
    return min(level, other, key=LEVELS.index) if known else level


def restore_cards(
    earlier: Earlier, notebook: NotebookNode, now: SubmissionResult, only: Collection[str]
) -> None:
    """Put the earlier cards back below the checks that were not judged now."""
    others = {exercise.cell for exercise in now.exercises if exercise.id not in only}
    for cell in code_cells(notebook):
        if grade_id(cell) in others & set(earlier.outputs):
            cell["outputs"] = earlier.outputs[grade_id(cell)]
