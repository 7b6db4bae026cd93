"""What is written of one graded submission: its result, its answers' hashes, and its notebook."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from nbformat import NotebookNode

from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.course.handed_in import is_own_file
from autograder.course.timestamps import MOST_READ, TIMESTAMP
from autograder.gradebook.result import MISSING, SubmissionResult
from autograder.grading.fingerprint import digest
from autograder.grading.notebook import GradedNotebook
from autograder.grading.regrade import Earlier, grade_id, keep_cards, merged
from autograder.submissions.template import ANSWERS, LessonTemplate


@dataclass(frozen=True)
class Graded:
    """The result of one submission, and the text of its autograded notebook if there is one."""

    result: SubmissionResult
    autograded: str | None = None


def finished(result: SubmissionResult, graded: GradedNotebook, template: LessonTemplate) -> Graded:
    """Add to a result which answers it is for, and the text of its notebook."""
    if graded.notebook is None:
        return Graded(result)
    answers = answer_digests(graded.notebook, template)
    exercises = tuple(
        replace(one, answer_digest=answers.get(one.id, result.content_digest))
        for one in result.exercises
    )
    return Graded(replace(result, exercises=exercises), as_text(graded.notebook))


def merge(earlier: Earlier, now: Graded, graded: GradedNotebook, only: Collection[str]) -> Graded:
    """Return the earlier grade with some exercises as they are now."""
    if graded.notebook is None:
        return now
    keep_cards(earlier, graded.notebook, now.result, only)
    return Graded(merged(earlier, now.result, only), as_text(graded.notebook))


def as_text(notebook: NotebookNode) -> str:
    """Return a notebook's text; nbformat's own would check it again, as slow as grading it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False)


def answer_digests(notebook: NotebookNode, template: LessonTemplate) -> dict[str, str]:
    """Return a hash of each answer, by its exercise's id, as far as its cell is there."""
    items = {cell.id: cell.item for cell in template.of_kind(*ANSWERS)}
    return {
        items[grade_id(cell)]: digest(cell.source.encode("utf-8", "replace"), pictures(cell))
        for cell in notebook.cells
        if grade_id(cell) in items
    }


def pictures(cell: NotebookNode) -> bytes:
    """Return the pictures of a written answer."""
    return json.dumps(cell.get("attachments", {}), sort_keys=True).encode()


def write_autograded(course: Course, graded: Graded) -> None:
    """Write the notebook that formgrader and feedback show, or remove one that is out of date."""
    student, assignment = graded.result.student, graded.result.assignment
    path = course.autograded(student, assignment)
    if graded.result.status == MISSING:  # the gradebook keeps what was handed in before, too
        return
    if graded.autograded is None:  # what an earlier file earned must not pass for this one
        path.unlink(missing_ok=True)
        return
    write_whole(path, graded.autograded)
    stamp = course.submitted(student, assignment) / TIMESTAMP
    if is_own_file(stamp):
        with stamp.open(encoding="utf-8", errors="replace") as file:
            write_whole(path.parent / stamp.name, file.read(MOST_READ))
