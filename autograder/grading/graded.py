"""The grade of one submission: the answers it is for, and an earlier grade brought up to date."""

import json
from collections.abc import Collection
from dataclasses import replace

from nbformat import NotebookNode

from autograder.course.files import digest
from autograder.gradebook.result import SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.grading.notebook import GradedNotebook
from autograder.grading.regrade import Earlier, grade_id, keep_cards, merged
from autograder.submissions.template import ANSWERS, LessonTemplate


def finished(
    result: SubmissionResult, graded: GradedNotebook, template: LessonTemplate
) -> GradedSubmission:
    """Add to a result which answers it is for, and the text of its notebook."""
    if graded.notebook is None:
        return GradedSubmission(result)
    answers = answer_digests(graded.notebook, template)
    exercises = tuple(
        replace(one, answer_digest=answers.get(one.id, result.content_digest))
        for one in result.exercises
    )
    return GradedSubmission(replace(result, exercises=exercises), as_text(graded.notebook))


def merge(
    earlier: Earlier, now: GradedSubmission, graded: GradedNotebook, only: Collection[str]
) -> GradedSubmission:
    """Return the earlier grade with some exercises as they are now."""
    if graded.notebook is None:
        return now
    keep_cards(earlier, graded.notebook, now.result, only)
    return GradedSubmission(merged(earlier, now.result, only), as_text(graded.notebook))


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
