"""Grade one submission of a course, from the file to its result and its autograded notebook."""

import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.exercises import Exercise, load
from autograder.grading.course import Course, CourseError
from autograder.grading.examine import AnswerKey
from autograder.grading.handed_in import Submission
from autograder.grading.hidden import HiddenCases
from autograder.grading.limits import Limits
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.reading import MAX_BYTES
from autograder.grading.result import MISSING, UNREADABLE, SubmissionResult
from autograder.grading.results import write_whole
from autograder.grading.template import CHECK, LessonTemplate, read_template
from autograder.grading.warm import Warm
from autograder.judge import Exam, prepare
from autograder.messages import say
from autograder.questions import load_questions
from autograder.student.checking import PUBLIC_SEED
from autograder.student.graded_card import graded_html


@dataclass(frozen=True)
class Assignment:
    """What the submissions of one assignment are held against."""

    template: LessonTemplate
    key: AnswerKey


def prepare_assignment(course: Course, name: str) -> Assignment:
    """Read the released notebook and work out the right and the misconceived answers, once."""
    exercises = load()
    return assignment_from(
        template_of(course.release(name), exercises),
        exercises,
        course.seed,
        show_hidden_cases=course.show_hidden_cases,
    )


def template_of(path: Path, exercises: Mapping[str, Exercise]) -> LessonTemplate:
    """Read a notebook that was given out; raises CourseError where the file is no notebook."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbformat's words on cells without ids
            return read_template(nbformat.read(path, as_version=4), exercises)
    except (ValueError, LookupError, AttributeError, TypeError, nbformat.ValidationError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise CourseError(f"{path} can't be read as a notebook: {reason}") from None


def assignment_from(
    template: LessonTemplate,
    exercises: Mapping[str, Exercise],
    seed: int,
    *,
    show_hidden_cases: bool = False,
) -> Assignment:
    """Prepare the exercises and questions that a released notebook checks."""
    items = {cell.item for cell in template.of_kind(CHECK)}
    exams = {id: prepare(exercises[id], seed) for id in items if id in exercises}
    questions = {id: one for id, one in load_questions().items() if id in items}
    hidden = {} if show_hidden_cases else hidden_cases(exams)
    return Assignment(template, AnswerKey(exams, questions, hidden=hidden))


def hidden_cases(exams: Mapping[str, Exam]) -> dict[str, HiddenCases]:
    """Put beside each exam the one of the notebook's own check, whose cases are no secret."""
    return {
        id: HiddenCases(exam, prepare(exam.exercise, PUBLIC_SEED)) for id, exam in exams.items()
    }


def grade_one(
    course: Course, submission: Submission, assignment: Assignment, warm: Warm, limits: Limits
) -> SubmissionResult:
    """Grade one submission and write its autograded notebook."""
    if submission.notebook is None:
        return not_handed_in(submission)
    graded = graded_file(submission.notebook, assignment, warm, limits)
    if graded.notebook is None:  # what an earlier file earned must not pass for this one
        course.autograded(submission.student, submission.assignment).unlink(missing_ok=True)
    else:
        write_autograded(course, submission, graded)
    return result_of(submission, graded)


def graded_file(path: Path, assignment: Assignment, warm: Warm, limits: Limits) -> GradedNotebook:
    """Grade a file; one that is gone by now, or closed to us, is that student's affair alone."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)  # no more: reading refuses what is longer
    except OSError as error:
        note = say("The file can't be read: {reason}.", reason=error.strerror or error)
        return GradedNotebook(UNREADABLE, notes=(note,))
    return grade_notebook(
        content,
        assignment.template,
        assignment.key,
        warm=warm,
        limits=limits,
        render=graded_html,
    )


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
