"""Write the grades for another program."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from autograder.api.refusals import refuse_nothing_graded, refuse_unknown_assignments
from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.course.participants import read_participants
from autograder.exporting.book import Book, book_of
from autograder.exporting.canvas import canvas_csv, is_known
from autograder.exporting.cells import Dialect
from autograder.exporting.moodle import HEADS, MATCHES, best_match, identity, moodle_csv
from autograder.exporting.plain import json_text
from autograder.exporting.table import table_csv
from autograder.gradebook.handed_in import ungraded_assignments
from autograder.gradebook.totals import totals

__all__ = ["HEADS", "MATCHES", "Book", "Exported", "Format", "export"]

Format = Literal["canvas", "moodle", "csv", "json"]
PLATFORMS = ("canvas", "moodle")


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
    match
        How Moodle knows a student; empty for other formats.
    unknown
        The ids of those whom the platform cannot know by what the roster has.
    left_out
        The ids of those who have no row because something of theirs is not graded yet or could
        not be read: an empty cell would take away what the platform has.
    not_graded
        Whose work has come in and is not graded yet, by assignment.
    not_begun
        The same for assignments of which nothing is graded; they are not in the file.

    """

    text: str
    path: Path | None
    book: Book
    match: str = ""
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    not_graded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_begun: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether all that was handed in has been graded."""
        return not self.not_graded and not self.not_begun


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
    strict: bool = False,
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
    strict
        Whether nothing is written while something that was handed in is not graded.

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
    refuse_unknown_assignments(course, (*assignments, *(columns or {})))
    book = book_of(course.name, totals(course, assignments))
    refuse_nothing_graded(book.worth)
    dialect = Dialect(decimal_comma, byte_order_mark)
    known_by = match or best_match(row.student for row in book.rows)
    exported = Exported(
        file_text(book, format, dialect, known_by, columns or {}),
        Path(output) if output is not None else None,
        book,
        known_by if format == "moodle" else "",
        unknown_to_platform(book, format, known_by),
        left_out(book, format),
        book.not_graded,
        not_begun(course, assignments),
    )
    if strict and not exported.is_complete:
        return replace(exported, path=None)
    if exported.path is not None:
        write_whole(exported.path, exported.text)
    return exported


def not_begun(course: Course, assignments: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return who has handed in an assignment of which nothing has been graded."""
    people = read_participants(course).people
    return ungraded_assignments(course, assignments or course.assignments, people)


def left_out(book: Book, format: Format) -> tuple[str, ...]:
    """Return the ids of those who have no row so that nothing the platform has is taken away."""
    if format not in PLATFORMS:
        return ()
    return tuple(row.student.id for row in book.rows if row.has_work_without_points)


def file_text(
    book: Book, format: Format, dialect: Dialect, match: str, columns: Mapping[str, str]
) -> str:
    """Return the file of a format."""
    if format == "canvas":
        return canvas_csv(book, dialect, columns)
    if format == "moodle":
        return moodle_csv(book, dialect, match)
    return table_csv(book, dialect) if format == "csv" else json_text(book)


def unknown_to_platform(book: Book, format: Format, match: str) -> tuple[str, ...]:
    """Return the ids of those whom the platform cannot know by what the roster has."""
    students = [row.student for row in book.rows]
    if format == "canvas":
        return tuple(student.id for student in students if not is_known(student))
    if format == "moodle":
        return tuple(student.id for student in students if not identity(student, match))
    return ()
