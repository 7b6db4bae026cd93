"""The Python API: what the commands do, as functions that return plain data and print nothing.

Every function takes a course, opened once with `open_course`. What a person can mend raises
`CourseError`, whose text says what and how; a machine that cannot cut students' code off raises
`WarmError`.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import autograder.collecting.collect as collecting
import autograder.feedback.pages as pages
from autograder.collecting.outcome import Collection
from autograder.exporting.book import Book, book_of
from autograder.exporting.canvas import canvas_csv
from autograder.exporting.cells import Dialect
from autograder.exporting.moodle import best_match, moodle_csv
from autograder.exporting.plain import json_text
from autograder.exporting.table import table_csv
from autograder.feedback.pages import Feedback
from autograder.feedback.zips import Packed, packed
from autograder.grading import course as courses
from autograder.grading import run as grading
from autograder.grading import status as standings
from autograder.grading.change_setting import Change, change_setting
from autograder.grading.choice import refuse_unknown
from autograder.grading.course import Course, CourseError
from autograder.grading.limits import limits_for
from autograder.grading.result import ExerciseResult, SubmissionResult
from autograder.grading.results import write_whole
from autograder.grading.roster import Student, read_roster
from autograder.grading.run import Progress, Run
from autograder.grading.status import Standing, Status
from autograder.grading.totals import totals
from autograder.grading.warm import WarmError, require_fork
from autograder.report.page import render
from autograder.report.whole import ClassReport, class_report

__all__ = [
    "Change",
    "ClassReport",
    "Collection",
    "Course",
    "CourseError",
    "ExerciseResult",
    "Exported",
    "FeedbackRun",
    "Progress",
    "Run",
    "Standing",
    "Status",
    "Student",
    "SubmissionResult",
    "WarmError",
    "collect",
    "export",
    "feedback",
    "grade",
    "open_course",
    "report",
    "set_setting",
    "status",
]

Format = Literal["canvas", "moodle", "csv", "json"]
Archive = Literal["moodle", "canvas", "plain"]


@dataclass(frozen=True)
class FeedbackRun:
    """The pages that feedback consists of.

    Parameters
    ----------
    pages
        One for each submission: its `student`, `assignment`, `path` and `text`.
    archives
        The zip files for a platform, with the names of those who were left out.
    written
        The files that were not as they should be, and were written, or would be.

    """

    pages: tuple[Feedback, ...]
    archives: tuple[Packed, ...] = ()
    written: frozenset[Path] = frozenset()


@dataclass(frozen=True)
class Exported:
    """The grades of a course in one format.

    Parameters
    ----------
    text
        The file.
    path
        Where it was written, None where it was not.
    book
        What it was made from: a row for each student, and what each assignment is worth.

    """

    text: str
    path: Path | None
    book: Book


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
        workers=workers or os.cpu_count() or 1,
        limits=limits_for(timeout),
    )
    if dry_run:
        return grading.look_ahead(course, order)
    require_fork()
    return grading.grade(course, order, progress)


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


def feedback(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    archive: Archive | None = None,
    by_roster: bool = False,
    dry_run: bool = False,
) -> FeedbackRun:
    """Write a page for each student and assignment; those that would not change are left.

    Parameters
    ----------
    course
        The course.
    assignments, students
        Whose pages are made; all where none is named.
    archive
        The platform for which the pages are packed, too.
    by_roster
        For Moodle, whether participant numbers that no download tells come from the roster.
    dry_run
        Whether nothing is written.

    Returns
    -------
    FeedbackRun
        The pages and the archives.

    Raises
    ------
    CourseError
        Where a name is unknown, or a result, the roster or the gradebook cannot be read.

    Examples
    --------
    >>> made = feedback(course, students=["bob"])
    >>> [str(one.path.relative_to(course.folder)) for one in made.pages]
    ['feedback/bob/01_neuron.html']
    >>> len(made.written), len(feedback(course, students=["bob"]).written)
    (1, 0)

    """
    known = {*course.students, *(one.id for one in read_roster(course))}
    refuse_unknown("assignment", assignments, course.assignments, "in this course")
    refuse_unknown("student", students, known, "in this course")
    made = tuple(pages.feedback(course, assignments, students))
    archives = packed(course, made, archive, by_roster=by_roster) if archive else []
    files: list[Feedback | Packed] = [*made, *archives]
    changed = [one for one in files if one.changed]
    for one in () if dry_run else changed:
        one.write()
    return FeedbackRun(made, tuple(archives), frozenset(one.path for one in changed))


def export(
    course: Course,
    format: Format,
    *,
    assignments: Sequence[str] = (),
    output: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    match: str | None = None,
    decimal_comma: bool = False,
    byte_order_mark: bool = False,
) -> Exported:
    """Put the grades into a format that a learning platform, a spreadsheet or a program reads.

    Parameters
    ----------
    course
        The course.
    format
        "canvas", "moodle", "csv" or "json".
    assignments
        Which assignments; all where none is named.
    output
        Where the file is written; without it, nothing is.
    columns
        What Canvas calls an assignment.
    match
        How Moodle knows a student: "email", "idnumber" or "username".
    decimal_comma, byte_order_mark
        What some spreadsheets want of a CSV file.

    Returns
    -------
    Exported
        The text, where it was written, and the grades behind it.

    Raises
    ------
    CourseError
        Where nothing has been graded yet, or a name is unknown.

    Examples
    --------
    >>> exported = export(course, "csv")
    >>> [(row.student.id, row.points) for row in exported.book.rows]
    [('ann', 4.0), ('bob', 3.0)]

    """
    named = (*assignments, *(columns or {}))
    refuse_unknown("assignment", named, course.assignments, "in this course")
    book = book_of(course.name, totals(course, assignments))
    if not book.worth:
        raise CourseError("Nothing has been graded yet: run `autograder grade` first.")
    dialect = Dialect(decimal_comma, byte_order_mark)
    text = written(book, format, dialect, match, columns or {})
    path = Path(output) if output is not None else None
    if path is not None:
        write_whole(path, text)
    return Exported(text, path, book)


def written(
    book: Book, format: Format, dialect: Dialect, match: str | None, columns: Mapping[str, str]
) -> str:
    """Return the file of a format."""
    if format == "canvas":
        return canvas_csv(book, dialect, columns)
    if format == "moodle":
        known_by = match or best_match(row.student for row in book.rows)
        return moodle_csv(book, dialect, known_by)
    return table_csv(book, dialect) if format == "csv" else json_text(book)


def report(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    similar: bool = False,
    output: str | os.PathLike[str] | None = None,
) -> ClassReport:
    """Gather what the class got wrong and believes.

    Parameters
    ----------
    course
        The course.
    assignments
        Which assignments; all where none is named.
    similar
        Whether similar submissions are looked for, which takes a while.
    output
        Where the page is written; without it, nothing is.

    Returns
    -------
    ClassReport
        The assignments with their exercises and misconceptions, and the trend over them.

    Raises
    ------
    CourseError
        Where a name is unknown, or a result, the roster or a released notebook cannot be read.

    Examples
    --------
    >>> (neuron,) = report(course).assignments
    >>> neuron.assignment
    '01_neuron'

    """
    refuse_unknown("assignment", assignments, course.assignments, "in this course")
    found = class_report(course, assignments, similar=similar)
    if output is not None:
        write_whole(Path(output), render(found))
    return found
