"""Write the grades for another program."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.api.refusals import refuse_nothing_graded, refuse_unknown_assignments
from autograder.collecting.sheets.kept_sheets import worksheet_path
from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.course.roster import read_participants
from autograder.exporting.book import Book, book_of
from autograder.exporting.cells import Dialect
from autograder.exporting.moodle import HEADS, MATCHES
from autograder.exporting.platform_file import Choices, Format, make
from autograder.exporting.scale import Scale
from autograder.gradebook.read_grades import outdated_penalties
from autograder.gradebook.result_files import ungraded_assignments
from autograder.gradebook.totals import totals

__all__ = [
    "HEADS",
    "MATCHES",
    "Book",
    "Exported",
    "Format",
    "Scale",
    "above_maximum",
    "export",
    "with_worksheet",
]


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
    students
        The ids of those who are in the file.
    scale
        What the platform's items are out of, as far as it is known.
    new_headings
        The assignments that Canvas would make anew, with the headings that it has.
    strangers
        The names of those who stand in Moodle's worksheet and are no students of the course.
    made_up
        The ids that are given to Moodle as user names and seem to be made of names or addresses.
    outdated
        Whose late penalty is another one by now, by assignment: `grade` enters it.

    """

    text: str
    path: Path | None
    book: Book
    match: str = ""
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    not_graded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_begun: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    students: tuple[str, ...] = ()
    scale: Scale = field(default_factory=Scale)
    new_headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    outdated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    scale: bool = False,
    maxima: Mapping[str, float] | None = None,
    worksheet: str | os.PathLike[str] | None = None,
) -> Exported:
    """Put the grades into a format that a learning platform, a spreadsheet or a program reads.

    Parameters
    ----------
    course
        The course.
    format
        "canvas", "moodle", "worksheet" (Moodle's grading worksheet of one assignment, filled in),
        "csv" or "json".
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
    scale
        Whether points are brought to the maximum of the platform's item.
    maxima
        What the platform's items are out of, where no file of its that was collected tells it.
    worksheet
        Moodle's grading worksheet, where it is another than the one that was collected.

    Returns
    -------
    Exported
        The text, where it was written, and the grades behind it.

    Raises
    ------
    CourseError
        Where nothing has been graded yet, a name is unknown, or a platform's file is wanted and
        not there.

    Examples
    --------
    >>> exported = export(course, "csv")
    >>> [(row.student.id, row.points) for row in exported.book.rows]
    [('ann', 4.0), ('bob', 3.0)]

    """
    named = (*assignments, *(columns or {}), *(maxima or {}))
    refuse_unknown_assignments(course, named)
    book = book_of(course.name, totals(course, assignments))
    refuse_nothing_graded(book.worth)
    choices = Choices(
        format,
        Dialect(decimal_comma, byte_order_mark),
        match or "",
        columns or {},
        maxima or {},
        scale,
        Path(worksheet) if worksheet is not None else None,
    )
    made = make(course, book, choices)
    exported = Exported(
        made.text,
        Path(output) if output is not None else None,
        book,
        made.match,
        made.unknown,
        left_out(book, format),
        book.not_graded,
        not_begun(course, assignments),
        made.students,
        made.scale,
        made.new_headings,
        made.strangers,
        made.made_up,
        outdated_penalties(course, book.worth),
    )
    if strict and not exported.is_complete:
        return replace(exported, path=None)
    if exported.path is not None:
        write_whole(exported.path, exported.text)
    return exported


def with_worksheet(course: Course, assignments: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the assignments of which Moodle's grading worksheet was collected."""
    refuse_unknown_assignments(course, assignments)
    names = assignments or course.assignments
    return tuple(name for name in names if worksheet_path(course, name).is_file())


def above_maximum(exported: Exported) -> dict[str, tuple[str, ...]]:
    """Return who has more points in the file than the platform's item is out of, by assignment."""
    scale, rows = exported.scale, exported.book.rows
    found = {
        name: tuple(
            row.student.id
            for row in rows
            if row.student.id in exported.students
            and scale.points(name, row.earned(name) or 0.0, exported.book.worth[name]) > most
        )
        for name, most in scale.maxima.items()
        if name in exported.book.worth
    }
    return {name: students for name, students in found.items() if students}


def not_begun(course: Course, assignments: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return who has handed in an assignment of which nothing has been graded."""
    people = read_participants(course).people
    return ungraded_assignments(course, assignments or course.assignments, people)


def left_out(book: Book, format: Format) -> tuple[str, ...]:
    """Return the ids of those who have no row so that nothing the platform has is taken away."""
    if format not in ("canvas", "moodle"):  # in a worksheet the row stays as it came
        return ()
    return tuple(row.student.id for row in book.rows if row.has_work_without_points)
