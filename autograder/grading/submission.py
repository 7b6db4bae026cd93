"""Grade one submission of a course, from the file to its result and its autograded notebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from autograder.course.files import digest
from autograder.course.folder import Course
from autograder.course.submitted import Submission
from autograder.exercises import Exercise, load
from autograder.gradebook.result import MISSING, UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.gradebook.rubric_cells import add_rubrics, rubrics_of
from autograder.grading.examine import AnswerKey
from autograder.grading.graded import finished, merge
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.regrade import earlier_grade, part_of
from autograder.judging.exam import Exam, prepare
from autograder.judging.hidden import HiddenCases
from autograder.judging.questions import load_questions
from autograder.messages import say
from autograder.sandbox.limits import Limits
from autograder.sandbox.warm_process import Files, WarmProcess
from autograder.student.checking import PUBLIC_SEED
from autograder.student.verdict_card import graded_html
from autograder.submissions.data_files import read_data_files
from autograder.submissions.reading import read_content
from autograder.submissions.template import CHECK, LessonTemplate, load_template


@dataclass(frozen=True)
class Assignment:
    """What the submissions of one assignment are held against."""

    template: LessonTemplate
    key: AnswerKey
    files: Files = ()
    rubrics: Mapping[str, str] = field(default_factory=dict)


def prepare_assignment(course: Course, name: str) -> Assignment:
    """Read the released notebook and work out the right and the misconceived answers, once."""
    exercises, path = load(), course.release(name)
    made = assignment_from(
        load_template(path, exercises),
        exercises,
        course.seed,
        show_hidden_cases=course.show_hidden_cases,
    )
    return replace(made, files=read_data_files(path), rubrics=rubrics_of(course, name))


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
        return GradedSubmission(result_of(submission, out_of_reach(error)))
    known = digest(content)
    name = submission.student, submission.assignment
    earlier = earlier_grade(course, *name, known) if only else None
    key = assignment.key if earlier is None else part_of(assignment.key, only)
    graded = graded_content(content, assignment, key, warm, limits)
    result = replace(result_of(submission, graded, known), isolation=warm.level)
    now = finished(result, graded, assignment.template)
    return now if earlier is None else merge(earlier, now, graded, only)


def graded_content(
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


def out_of_reach(error: OSError) -> GradedNotebook:
    """Return the grade of a file that can't be read."""
    note = say("The file can't be read: {reason}.", reason=error.strerror or error)
    return GradedNotebook(UNREADABLE, notes=(note,), retry=True)


def not_handed_in(submission: Submission) -> SubmissionResult:
    """Return the result of a student who handed nothing in that could be graded."""
    return SubmissionResult(
        submission.student, submission.assignment, MISSING, notes=(submission.note,)
    )


def result_of(
    submission: Submission, graded: GradedNotebook, content_digest: str = ""
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
        content_digest=content_digest,
        retry=graded.retry,
    )
