"""Bring work in and grade it."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import autograder.collecting.collect as collecting
from autograder.collecting.outcome import Collection
from autograder.course.folder import Course
from autograder.grading import run as grading
from autograder.grading.run import Run
from autograder.grading.selection import refuse_unknown
from autograder.sandbox.warm_process import require_fork


def collect(
    course: Course,
    files: Sequence[str | os.PathLike[str]],
    *,
    platform: str = "",
    assignment: str = "",
    roster: str | os.PathLike[str] | None = None,
    matches: Mapping[str, str] | None = None,
    add_students: bool = False,
    dry_run: bool = False,
) -> Collection:
    """Collect what a learning platform gave into `submitted`; the originals are kept.

    Parameters
    ----------
    course
        The course.
    files
        Zip files and folders, and Moodle's grading worksheets (CSV).
    platform, assignment
        Found in the files where they are empty.
    roster
        A list of students (CSV) to take in first.
    matches
        Whose a name on the platform is: from the name to the student's id.
    add_students
        Whether people who are not in the roster are added to it.
    dry_run
        Whether nothing is written.

    Returns
    -------
    Collection
        What was collected, what belongs to nobody, with suggestions, and what could not be read.

    Raises
    ------
    CourseError
        Where the course, the roster or a worksheet can't be used.

    Examples
    --------
    >>> done = collect(course, [download], dry_run=True)
    >>> [(one.student, one.assignment, one.status) for one in done.collected]
    [('eve', '01_neuron', 'new')]

    """
    if assignment:
        refuse_unknown("assignment", [assignment], course.assignments, "in this course")
    order = collecting.Order(
        platform,
        assignment,
        Path(roster) if roster is not None else None,
        dict(matches or {}),
        add_students,
        dry_run,
    )
    return collecting.collect(course, [Path(one) for one in files], order)


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
    progress: grading.Tell = grading.quietly,
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
    >>> [(one.student, one.status, one.points) for one in run.results]
    [('ann', 'graded', 4.0), ('bob', 'graded', 3.0)]
    >>> grade(course, dry_run=True).graded
    ()

    """
    course = replace(course, isolation=isolation or course.isolation)
    order = grading.ordered(
        course,
        assignments=assignments,
        students=students,
        exercises=exercises,
        force=force,
        workers=workers,
        timeout=timeout,
    )
    if dry_run:
        return grading.look_ahead(course, order)
    require_fork()
    return grading.grade(course, order, progress)
