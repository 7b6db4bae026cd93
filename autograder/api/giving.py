"""Give back what grading found: feedback, grades, the class report."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import autograder.feedback.pages as pages
from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.course.roster import read_roster
from autograder.exporting.book import Book, book_of
from autograder.exporting.canvas import canvas_csv
from autograder.exporting.cells import Dialect
from autograder.exporting.moodle import best_match, moodle_csv
from autograder.exporting.plain import json_text
from autograder.exporting.table import table_csv
from autograder.feedback.pages import Feedback
from autograder.feedback.zips import Packed, packed
from autograder.gradebook.totals import totals
from autograder.grading.selection import refuse_unknown
from autograder.report.page import render
from autograder.report.whole import ClassReport, class_report

Format = Literal["canvas", "moodle", "csv", "json"]
Archive = Literal["moodle", "canvas", "plain"]
NOTHING_GRADED = "None of this has been graded yet: run `autograder grade` first."


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


def feedback(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    archive: Archive | None = None,
    by_roster: bool = False,
    dry_run: bool = False,
    follow: Callable[[Iterable[Feedback]], Iterable[Feedback]] = iter,
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
    follow
        What the pages go through as they are made, such as `rich.progress.track`.

    Returns
    -------
    FeedbackRun
        The pages and the archives.

    Raises
    ------
    CourseError
        Where nothing of this has been graded yet, a name is unknown, or a result, the roster or
        the gradebook cannot be read.

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
    made = tuple(follow(pages.feedback(course, assignments, students)))
    if not made:
        raise CourseError(NOTHING_GRADED)
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
        raise CourseError(NOTHING_GRADED)
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
