"""Open a course, change its settings, see where it stands."""

import os
from pathlib import Path

from autograder.course import folder as courses
from autograder.course.change_setting import Change, change_setting
from autograder.course.folder import Course
from autograder.grading import status as standings
from autograder.grading.status import Status


def open_course(folder: str | os.PathLike[str]) -> Course:
    """Open a course folder.

    Parameters
    ----------
    folder
        Where `course.toml` lies.

    Returns
    -------
    Course
        The folder and its settings; its `assignments` and `students` are looked up each time.

    Raises
    ------
    CourseError
        Where this is no course folder or a setting is wrong, with the line.

    Examples
    --------
    >>> course = open_course(folder)
    >>> course.assignments, course.students
    (('01_neuron',), ('ann', 'bob'))

    """
    return courses.open_course(Path(folder))


def set_setting(course: Course, name: str, value: str, *, dry_run: bool = False) -> Change:
    """Change a setting in `course.toml`; comments and order stay.

    Parameters
    ----------
    course
        The course.
    name
        As it stands in the file; a deadline is `deadlines.ASSIGNMENT`.
    value
        As one would type it: `2026-10-01T23:59`, `true`, `full`.
    dry_run
        Whether the file stays as it is.

    Returns
    -------
    Change
        The words before and after, and the `course` with its new settings.

    Raises
    ------
    CourseError
        Where the setting or the value is not allowed; nothing is written then.

    Examples
    --------
    >>> change = set_setting(course, "deadlines.01_neuron", "2026-10-01T23:59+02:00")
    >>> change.course.deadlines["01_neuron"].isoformat()
    '2026-10-01T23:59:00+02:00'

    """
    return change_setting(course.folder, name, value, dry_run=dry_run)


def status(course: Course) -> Status:
    """Look up where every submission stands; nothing is graded or written.

    Parameters
    ----------
    course
        The course.

    Returns
    -------
    Status
        One `Standing` for each student and assignment: missing, new, changed, unreadable, waiting
        for points by hand, or graded; and by how much it is late.

    Raises
    ------
    CourseError
        Where a result, the roster or the gradebook cannot be read.

    Examples
    --------
    >>> [(one.student.id, one.state, one.waiting) for one in status(course).of("01_neuron")]
    [('ann', 'waiting', 1), ('bob', 'waiting', 1)]

    """
    return standings.status(course)
