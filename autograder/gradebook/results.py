"""Keep each result in a file of its own, written in one step, and read them back."""

from collections.abc import Iterable, Iterator

from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.gradebook.result import SubmissionResult, from_json, to_json

UNFINISHED = ".*.unfinished"
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def keep(course: Course, result: SubmissionResult) -> None:
    """Write one result; a run that is killed leaves the old file or the new one, never half."""
    write_whole(course.result(result.student, result.assignment), to_json(result), durable=True)


def clear_unfinished(course: Course, assignments: Iterable[str]) -> None:
    """Remove what runs that were killed left half-written."""
    for assignment in assignments:
        for pattern in (f"results/{assignment}", f"autograded/*/{assignment}"):
            for path in course.folder.glob(f"{pattern}/{UNFINISHED}"):
                path.unlink(missing_ok=True)


def kept(course: Course) -> Iterator[SubmissionResult]:
    """Read every result of a course, by assignment and student.

    Raises CourseError with the file where one can't be read.
    """
    for path in sorted((course.folder / "results").glob("*/*.json")):
        try:
            yield from_json(path.read_text(encoding="utf-8"))
        except BROKEN as error:
            raise CourseError(
                f"{path} can't be read ({error}). Run `autograder grade` again, which grades "
                "that submission anew; if nobody hands it in any more, delete the file."
            ) from None


def kept_result(course: Course, student: str, assignment: str) -> SubmissionResult | None:
    """Return the result of one submission, None where there is none or its file is damaged."""
    try:
        text = course.result(student, assignment).read_text(encoding="utf-8")
        result = from_json(text)
    except (OSError, *BROKEN):
        return None
    return result if (result.student, result.assignment) == (student, assignment) else None
