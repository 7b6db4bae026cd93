"""What several functions of this package refuse, in the same words."""

from collections.abc import Collection, Iterable

from autograder.course.folder import Course, CourseError
from autograder.grading.selection import refuse_unknown


def refuse_unknown_assignments(course: Course, names: Iterable[str]) -> None:
    """Raise CourseError for an assignment that the course has not released."""
    refuse_unknown("assignment", names, course.assignments, "in this course")


def refuse_nothing_graded(graded: Collection[object]) -> None:
    """Raise CourseError where nothing has been graded."""
    if not graded:
        raise CourseError("None of this has been graded yet: run `autograder grade` first.")
