"""The files that are kept of each graded submission: its result and its autograded notebook.

What is kept is held against what has been handed in by now: work that came since is not missing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from autograder.course.files import is_regular_file, write_whole
from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.submitted import find_submission
from autograder.course.handed_in.timestamps import MOST_READ, TIMESTAMP
from autograder.gradebook.result import (
    MISSING,
    NOT_GRADED,
    SubmissionResult,
    from_json,
    to_json,
)
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.submissions.reading import content_digest

UNFINISHED = ".*.unfinished"
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True)
class GradedSubmission:
    """The result of one submission, and the text of its autograded notebook if there is one."""

    result: SubmissionResult
    autograded: str | None = None


def write_result(course: Course, result: SubmissionResult) -> None:
    """Write one result; a run that is killed leaves the old file or the new one, never half."""
    write_whole(course.result(result.student, result.assignment), to_json(result), durable=True)


def write_autograded(course: Course, graded: GradedSubmission) -> None:
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
    if is_regular_file(stamp):
        with stamp.open(encoding="utf-8", errors="replace") as file:
            write_whole(path.parent / stamp.name, file.read(MOST_READ))


def clear_unfinished(course: Course, assignments: Iterable[str]) -> None:
    """Remove what runs that were killed left half-written."""
    for assignment in assignments:
        for pattern in (f"results/{assignment}", f"autograded/*/{assignment}"):
            for path in course.folder.glob(f"{pattern}/{UNFINISHED}"):
                path.unlink(missing_ok=True)


def read_results(course: Course) -> Iterator[SubmissionResult]:
    """Read every result of a course, by assignment and student.

    Raises CourseError with the name of a file that can't be read.
    """
    for path in sorted((course.folder / "results").glob("*/*.json")):
        try:
            yield from_json(path.read_text(encoding="utf-8"))
        except BROKEN as error:
            raise CourseError(
                f"{path} can't be read ({error}). Run `autograder grade` again, which grades "
                "that submission anew; if nobody hands it in any more, delete the file."
            ) from None


def read_result(course: Course, student: str, assignment: str) -> SubmissionResult | None:
    """Return the result of one submission, None if there is none or its file is damaged."""
    try:
        text = course.result(student, assignment).read_text(encoding="utf-8")
        result = from_json(text)
    except (OSError, *BROKEN):
        return None
    return result if (result.student, result.assignment) == (student, assignment) else None


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
