"""Make a course, open it, change its settings, see how it is doing."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import autograder.course.folder as folders
import autograder.grading.status as statuses
from autograder.course.change_setting import Change, change_setting
from autograder.course.folder import Course
from autograder.course.lessons import lessons_of
from autograder.course.libraries import install_libraries
from autograder.course.settings.declared import ANSWERED, RECORDED
from autograder.gradebook.lessons import install_lessons
from autograder.gradebook.result import MISSING, UNREADABLE
from autograder.grading.selection import refuse_unknown
from autograder.grading.status import CHANGED, NEW, STATES, Status, SubmissionStatus

__all__ = [
    "ANSWERED",
    "CHANGED",
    "MISSING",
    "NEW",
    "RECORDED",
    "STATES",
    "UNREADABLE",
    "Change",
    "Course",
    "Status",
    "SubmissionStatus",
    "install_libraries",
    "new_course",
    "open_course",
    "release_lessons",
    "set_setting",
    "status",
]


def new_course(
    folder: str | os.PathLike[str],
    *,
    seed: int | None = None,
    questions: str = ANSWERED,
    solutions: str | os.PathLike[str] | None = None,
    progress: Callable[[str], object] = str,
) -> Course:
    """Make an nbgrader course: settings, sources, release, teacher's pages, gradebook.

    Parameters
    ----------
    folder
        Where it is made: a folder that is not there yet, or is empty.
    seed
        Makes the same grading cases each time, for tests and demonstrations; where it is None, as a
        real course needs, they come from a secret of 256 random bits.
    questions
        What a check of a question tells in the notebooks: "answered" or "recorded".
    solutions
        The folder of the lessons' texts; by default the course's own.
    progress
        Is called with each lesson's name once it is released.

    Returns
    -------
    Course
        The course with all lessons released.

    Raises
    ------
    CourseError
        Where the folder holds something else, or there are no lessons' texts.

    Examples
    --------
    >>> spring = new_course(folder / "spring", seed=7, solutions=solutions)
    >>> spring.assignments, spring.seed
    (('01_neuron',), 7)

    """
    texts = Path(solutions) if solutions is not None else None
    lessons = lessons_of(texts)  # first: a mistake in them must not leave half a course
    course = folders.new_course(Path(folder), seed=seed, questions=questions)
    for lesson in install_lessons(course, lessons):
        progress(lesson)
    return course


def release_lessons(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    solutions: str | os.PathLike[str] | None = None,
    progress: Callable[[str], object] = str,
) -> Course:
    """Make the notebooks of a course anew, from the lessons' texts and the settings of today.

    Parameters
    ----------
    course
        The course.
    assignments
        The lessons; all where none is named.
    solutions
        The folder of the lessons' texts; by default the course's own.
    progress
        Is called with each lesson's name once it is released.

    Returns
    -------
    Course
        The same course.

    Raises
    ------
    CourseError
        Where a lesson is unknown, there are no lessons' texts, or nbgrader cannot release one.

    Examples
    --------
    >>> autumn = new_course(folder / "autumn", solutions=solutions)
    >>> recorded = set_setting(autumn, "questions", "recorded").course
    >>> release_lessons(recorded, assignments=["01_neuron"], solutions=solutions).questions
    'recorded'

    """
    lessons = lessons_of(Path(solutions) if solutions is not None else None)
    known = [lesson.slug for lesson in lessons]
    refuse_unknown("lesson", assignments, known, "among the lessons' texts")
    chosen = [lesson for lesson in lessons if not assignments or lesson.slug in assignments]
    for lesson in install_lessons(course, chosen):
        progress(lesson)
    return course


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
    return folders.open_course(Path(folder))


def set_setting(
    course: Course | str | os.PathLike[str], name: str, value: str, *, dry_run: bool = False
) -> Change:
    """Change a setting in `course.toml`; comments and order stay.

    Parameters
    ----------
    course
        The course, or its folder, in whose file something may be wrong before.
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
    folder = course.folder if isinstance(course, Course) else Path(course)
    return change_setting(folder, name, value, dry_run=dry_run)


def status(
    course: Course, *, assignments: Sequence[str] = (), students: Sequence[str] = ()
) -> Status:
    """Look up what has become of every submission; nothing is graded or written.

    Parameters
    ----------
    course
        The course.
    assignments, students
        Whose work is looked up; all where none is named.

    Returns
    -------
    Status
        One `SubmissionStatus` for each student and assignment: missing, new, changed, unreadable,
        waiting for points by hand, or graded; and by how much it is late.

    Raises
    ------
    CourseError
        Where a name is unknown, or a result, the roster or the gradebook cannot be read.

    Examples
    --------
    >>> [(one.student.id, one.state, one.waiting) for one in status(course).submissions]
    [('ann', 'waiting', 1), ('bob', 'waiting', 1)]

    """
    return statuses.status(course, assignments, students)
