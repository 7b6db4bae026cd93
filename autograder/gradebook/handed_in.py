"""What has been handed in, held against what was graded: work that came since is not missing."""

from collections.abc import Collection, Iterable

from autograder.course.folder import Course
from autograder.course.handed_in.submitted import find_submission
from autograder.gradebook.result import MISSING, NOT_GRADED, SubmissionResult
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.submissions.reading import content_digest


def result_now(
    course: Course, student: str, assignment: str, known: SubmissionResult | None
) -> SubmissionResult:
    """Return what is known of a submission by now; `known` is the result of an earlier run."""
    if known is not None and known.status != MISSING:
        return known
    submission = find_submission(course, student, assignment)
    if submission.notebook is not None:
        note = Note(Cause.NOT_GRADED, say("It has been handed in and is not graded yet."))
        return SubmissionResult(student, assignment, NOT_GRADED, notes=(note,))
    if known is not None and submission.note in known.notes:
        return known
    return SubmissionResult(student, assignment, MISSING, notes=(submission.note,))


def is_superseded(course: Course, result: SubmissionResult) -> bool:
    """Return True if another file has been handed in since than the one that was graded."""
    if not result.content_digest:
        return False
    notebook = find_submission(course, result.student, result.assignment).notebook
    return notebook is not None and content_digest(notebook) != result.content_digest


def ungraded_assignments(
    course: Course, assignments: Iterable[str], students: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Return who of some students has handed in what, for assignments that nobody has graded."""
    handed_in = {
        name: tuple(id for id in sorted(students) if find_submission(course, id, name).notebook)
        for name in assignments
        if not any((course.folder / "results" / name).glob("*.json"))
    }
    return {name: ids for name, ids in handed_in.items() if ids}
