"""Keep what was noted of the whole course where a teacher can read it in full."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.looks_file import LOOKS, write_looks
from autograder.course.roster import names_of
from autograder.gradebook.result import SubmissionResult, noted
from autograder.gradebook.result_files import read_result
from autograder.grading.other_lessons import other_lessons
from autograder.notes.groups import gather


def keep_looks(
    course: Course, results: Sequence[SubmissionResult], misplaced: Sequence[str]
) -> Path | None:
    """Write down all notes on the course, of which some submissions were just graded.

    Returns the file, None where it can't be written: every grade is kept by then.
    """
    path, known = course.folder / LOOKS, [*results, *kept_before(course, results)]
    with suppress(OSError):
        groups = gather([*noted(known), *other_lessons(known)])
        write_looks(path, groups, misplaced, names_of(course))
        return path
    return None


def kept_before(course: Course, results: Sequence[SubmissionResult]) -> Iterator[SubmissionResult]:
    """Yield the kept results of the submissions that were not chosen now."""
    chosen = {(result.student, result.assignment) for result in results}
    students = course.students
    for assignment in course.assignments:
        for student in students:
            if (student, assignment) not in chosen:
                result = read_result(course, student, assignment)
                if result is not None:
                    yield result
