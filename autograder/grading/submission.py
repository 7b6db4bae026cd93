"""Grade one submission of a course, from the file to its result and its autograded notebook."""

import json
from dataclasses import replace

from nbformat import NotebookNode

from autograder.course.files import digest
from autograder.course.folder import Course
from autograder.course.handed_in.submitted import Submission
from autograder.examining.answer_key import AnswerKey
from autograder.gradebook.result import MISSING, UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.grading.assignment import Assignment
from autograder.grading.autograded import add_rubrics
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.regrade import earlier_grade, grade_id, part_of_key, restore_cards, update
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.sandbox.limits import Limits
from autograder.sandbox.warm_process import WarmProcess
from autograder.student.verdict_card import graded_html
from autograder.submissions.reading import read_content
from autograder.submissions.template import ANSWERS, LessonTemplate


def grade_submission(
    course: Course,
    submission: Submission,
    assignment: Assignment,
    warm: WarmProcess,
    limits: Limits,
    only: frozenset[str] = frozenset(),
) -> GradedSubmission:
    """Grade one submission; with `only`, these exercises alone, where the others are known."""
    if submission.notebook is None:
        return GradedSubmission(not_handed_in(submission))
    try:
        content = read_content(submission.notebook)
    except OSError as error:  # gone by now, or closed to us: that is this student's affair alone
        return GradedSubmission(result_of(submission, not_readable(error)))
    earlier = earlier_grade(course, submission, digest(content)) if only else None
    key = assignment.key if earlier is None else part_of_key(assignment.key, only)
    graded = grade_content(content, assignment, key, warm, limits)
    result = result_of(submission, graded, content_digest=digest(content), isolation=warm.level)
    if graded.notebook is None:
        return GradedSubmission(result)
    result = with_answer_digests(result, graded.notebook, assignment.template)
    if earlier is not None:
        restore_cards(earlier, graded.notebook, result, only)
        result = update(earlier, result, only)
    return GradedSubmission(result, notebook_text(graded.notebook))


def grade_content(
    content: bytes, assignment: Assignment, key: AnswerKey, warm: WarmProcess, limits: Limits
) -> GradedNotebook:
    """Grade what a file holds, with the cards that feedback and the rubrics that graders see."""
    graded = grade_notebook(
        content,
        assignment.template,
        key,
        warm=warm,
        limits=limits,
        files=assignment.files,
        render=graded_html,
    )
    if graded.notebook is not None:
        add_rubrics(graded.notebook, assignment.template, assignment.rubrics)
    return graded


def not_readable(error: OSError) -> GradedNotebook:
    """Return the grade of a file that can't be read."""
    text = say("The file can't be read: {reason}.", reason=error.strerror or error)
    note = Note(Cause.UNREADABLE, text)
    return GradedNotebook(UNREADABLE, notes=(note,), retry=True)


def not_handed_in(submission: Submission) -> SubmissionResult:
    """Return the result of a student who handed nothing in that could be graded."""
    return SubmissionResult(
        submission.student, submission.assignment, MISSING, notes=(submission.note,)
    )


def result_of(
    submission: Submission, graded: GradedNotebook, *, content_digest: str = "", isolation: str = ""
) -> SubmissionResult:
    """Put the student's and the assignment's name to what was graded."""
    notes = (submission.note, *graded.notes) if submission.note else graded.notes
    return SubmissionResult(
        submission.student,
        submission.assignment,
        graded.status,
        graded.exercises,
        notes,
        graded.seconds,
        isolation,
        content_digest=content_digest,
        retry=graded.retry,
    )


def with_answer_digests(
    result: SubmissionResult, notebook: NotebookNode, template: LessonTemplate
) -> SubmissionResult:
    """Add to a result which answer each exercise was graded for."""
    answers = answer_digests(notebook, template)
    exercises = tuple(
        replace(exercise, answer_digest=answers.get(exercise.id, result.content_digest))
        for exercise in result.exercises
    )
    return replace(result, exercises=exercises)


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


def notebook_text(notebook: NotebookNode) -> str:
    """Return a notebook's text in one line, which is written ten times as fast as with indents.

    nbformat's own would check the notebook again, as slow as grading it.
    """
    return json.dumps(notebook, ensure_ascii=False)
