"""Grade one submission of a course, from the file to its result and its autograded notebook."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from autograder.exercises import Exercise, load
from autograder.grading.course import Course, Submission
from autograder.grading.examine import AnswerKey
from autograder.grading.limits import Limits
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.result import MISSING, UNREADABLE, SubmissionResult
from autograder.grading.results import write_whole
from autograder.grading.template import CHECK, LessonTemplate, read_template
from autograder.grading.warm import Warm
from autograder.judge import prepare
from autograder.messages import say
from autograder.questions import load_questions
from autograder.student.graded_card import graded_html

LARGEST_FILE = 50_000_000  # bytes; a notebook with pictures has one or two million


@dataclass(frozen=True)
class Assignment:
    """What the submissions of one assignment are held against."""

    template: LessonTemplate
    key: AnswerKey


def prepare_assignment(course: Course, name: str) -> Assignment:
    """Read the released notebook and work out the right and the misconceived answers, once."""
    released = nbformat.read(course.release(name), as_version=4)
    return assignment_from(released, load(), course.seed)


def assignment_from(
    released: NotebookNode, exercises: Mapping[str, Exercise], seed: int
) -> Assignment:
    """Prepare the exercises and questions that a released notebook checks."""
    template = read_template(released, exercises)
    items = {cell.item for cell in template.of_kind(CHECK)}
    exams = {id: prepare(exercises[id], seed) for id in items if id in exercises}
    questions = {id: one for id, one in load_questions().items() if id in items}
    return Assignment(template, AnswerKey(exams, questions))


def grade_one(
    course: Course, submission: Submission, assignment: Assignment, warm: Warm, limits: Limits
) -> SubmissionResult:
    """Grade one submission and write its autograded notebook."""
    if submission.notebook is None:
        return not_handed_in(submission)
    if submission.notebook.stat().st_size > LARGEST_FILE:
        graded = GradedNotebook(UNREADABLE, notes=(say("The file is larger than 50 MB."),))
    else:
        graded = grade_notebook(
            submission.notebook.read_bytes(),
            assignment.template,
            assignment.key,
            warm=warm,
            limits=limits,
            render=graded_html,
        )
    if graded.notebook is not None:
        write_autograded(course, submission, graded)
    return result_of(submission, graded)


def not_handed_in(submission: Submission) -> SubmissionResult:
    """Return the result of a student who handed nothing in that could be graded."""
    return SubmissionResult(
        submission.student, submission.assignment, MISSING, notes=(submission.note,)
    )


def result_of(submission: Submission, graded: GradedNotebook) -> SubmissionResult:
    """Put the student's and the assignment's name to what was graded."""
    notes = (submission.note, *graded.notes) if submission.note else graded.notes
    return SubmissionResult(
        submission.student,
        submission.assignment,
        graded.status,
        graded.exercises,
        notes,
        graded.seconds,
    )


def write_autograded(course: Course, submission: Submission, graded: GradedNotebook) -> None:
    """Write the notebook that formgrader and feedback show."""
    path = course.autograded(submission.student, submission.assignment)
    # nbformat.writes would hold it against the schema again, which takes as long as grading
    write_whole(path, json.dumps(graded.notebook, indent=1, ensure_ascii=False))
    stamp = course.submitted(submission.student, submission.assignment) / "timestamp.txt"
    if stamp.is_file():
        write_whole(path.parent / stamp.name, stamp.read_text(encoding="utf-8", errors="replace"))
