"""Grade a course."""

from collections.abc import Sequence
from dataclasses import replace

from autograder.course.folder import Course
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE, SubmissionResult, to_plain
from autograder.grading.run import Progress, Report, Run, ignore_progress, preview, run_grading
from autograder.grading.selection import GradingOptions, grading_options
from autograder.grading.startup_guard import accepts_limits
from autograder.sandbox.levels import LEVELS
from autograder.sandbox.warm_process import require_fork

__all__ = [
    "GRADED",
    "LEVELS",
    "MISSING",
    "UNREADABLE",
    "GradingOptions",
    "Progress",
    "Report",
    "Run",
    "SubmissionResult",
    "accepts_limits",
    "grade",
    "grading_options",
    "ignore_progress",
    "preview",
    "require_fork",
    "run_grading",
    "to_plain",
]


def grade(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    exercises: Sequence[str] = (),
    force: bool = False,
    workers: int | None = None,
    timeout: float | None = None,
    isolation: str | None = None,
    dry_run: bool = False,
    progress: Report = ignore_progress,
) -> Run:
    """Grade the submissions that have changed and enter their points into the gradebook.

    Parameters
    ----------
    course
        The course.
    assignments, students, exercises
        What is graded; all where none is named.
    force
        Whether what has not changed is graded, too.
    workers
        How many graders work side by side, as many as there are cores where it is None. In a
        script, guard the call with `if __name__ == "__main__":`, for graders are new processes.
    timeout
        Seconds for one cell.
    isolation
        Another level than the course's.
    dry_run
        Whether nothing is graded, and the result only says what would be.
    progress
        Is called at the start and after each submission with a `Progress`.

    Returns
    -------
    Run
        A result for each submission, and the names of those that were graded now.

    Raises
    ------
    CourseError
        Where a name is unknown, nothing was handed in, or grading cannot go on; what was graded
        until then is kept.
    WarmError
        Where students' code cannot be cut off as far as the course demands.

    Examples
    --------
    >>> run = grade(course, workers=1)
    >>> [(result.student, result.status, result.points) for result in run.results]
    [('ann', 'graded', 4.0), ('bob', 'graded', 3.0)]
    >>> grade(course, dry_run=True).graded
    ()

    """
    course = replace(course, isolation=isolation or course.isolation)
    options = grading_options(
        course,
        assignments=assignments,
        students=students,
        exercises=exercises,
        force=force,
        workers=workers,
        timeout=timeout,
    )
    return preview(course, options) if dry_run else run_grading(course, options, progress)
