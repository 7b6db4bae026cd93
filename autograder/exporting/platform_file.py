"""One file for a platform: what it is made from, and what is to be known about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from autograder.collecting.people import is_made_up
from autograder.collecting.sheets.kept_sheets import worksheet_path
from autograder.course.folder import Course, CourseError
from autograder.exercises import load
from autograder.exporting.book import Book
from autograder.exporting.canvas import canvas_csv, is_known
from autograder.exporting.canvas_gradebook import (
    CanvasGradebook,
    names_of,
    read_canvas_gradebook,
)
from autograder.exporting.cells import Dialect
from autograder.exporting.moodle import USERNAME, best_match, identity, moodle_csv
from autograder.exporting.plain import json_text
from autograder.exporting.scale import Scale
from autograder.exporting.table import table_csv
from autograder.exporting.worksheet import Sheet, fill, read_sheet
from autograder.feedback.sections import lesson_title
from autograder.submissions.template import load_template

Format = Literal["canvas", "moodle", "worksheet", "csv", "json"]


@dataclass(frozen=True)
class Choices:
    """How somebody wants a file: in which format, with which headings, on which scale."""

    format: Format
    dialect: Dialect = field(default_factory=Dialect)
    match: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    maxima: Mapping[str, float] = field(default_factory=dict)
    scaled: bool = False
    worksheet: Path | None = None


@dataclass(frozen=True)
class Made:
    """The text of a file, and what its reader should know.

    Parameters
    ----------
    text, scale
        The file, and what the platform's items are out of.
    match
        How Moodle knows a student; empty for other formats.
    students
        The ids of those who are in the file.
    unknown
        The ids of those whom the platform cannot know.
    new_headings
        The assignments that Canvas would make anew, with the headings that it has.
    strangers
        The names of those who stand in a worksheet and are no students of the course.
    made_up
        The ids that are given to Moodle as user names and seem to be made of names or addresses.

    """

    text: str
    scale: Scale
    match: str = ""
    students: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    new_headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()


def make(course: Course, book: Book, choices: Choices) -> Made:
    """Make the file; raises CourseError where something that it needs is not known."""
    if choices.format == "canvas":
        return make_canvas(course, book, choices)
    if choices.format == "moodle":
        return make_moodle(course, book, choices)
    if choices.format == "worksheet":
        return make_worksheet(course, book, choices)
    if choices.scaled:
        raise CourseError("--scale is for a platform's own scale: canvas, moodle or worksheet.")
    text = table_csv(book, choices.dialect) if choices.format == "csv" else json_text(book)
    return Made(text, Scale(), students=tuple(row.student.id for row in book.rows))


def make_canvas(course: Course, book: Book, choices: Choices) -> Made:
    """Make Canvas's file, with its own headings where its gradebook was collected."""
    gradebook = read_canvas_gradebook(course)
    known = gradebook or CanvasGradebook()
    columns = {**own_headings(course, book, known), **choices.columns}
    possible = {name: known.possible.get(columns.get(name, "")) for name in book.worth}
    scale = scale_of(book, choices, {name: most for name, most in possible.items() if most})
    rows = [row for row in book.rows if not row.has_work_without_points]
    return Made(
        canvas_csv(book, choices.dialect, columns, gradebook, scale),
        scale,
        students=tuple(row.student.id for row in rows),
        unknown=tuple(row.student.id for row in rows if not is_known(row.student)),
        new_headings={name: tuple(known.possible) for name in book.worth if name not in columns},
    )


def own_headings(course: Course, book: Book, gradebook: CanvasGradebook) -> dict[str, str]:
    """Return the heading in Canvas's gradebook of each assignment that has a single one."""
    found = {}
    for assignment in book.worth if gradebook.possible else ():
        title = lesson_title(load_template(course.release(assignment), load()), assignment)
        alike = gradebook.headings_like(names_of(assignment, title))
        if len(alike) == 1:
            found[assignment] = alike[0]
    return found


def make_moodle(course: Course, book: Book, choices: Choices) -> Made:
    """Make the file for Moodle's gradebook."""
    match = choices.match or best_match(row.student for row in book.rows)
    paths = {name: worksheet_path(course, name) for name in book.worth}
    maxima = {name: read_sheet(path).maximum for name, path in paths.items() if path.is_file()}
    scale = scale_of(book, choices, {name: most for name, most in maxima.items() if most})
    rows = [row for row in book.rows if not row.has_work_without_points]
    unknown = tuple(row.student.id for row in rows if not identity(row.student, match))
    return Made(
        moodle_csv(book, choices.dialect, match, scale),
        scale,
        match,
        tuple(row.student.id for row in rows if row.student.id not in unknown),
        unknown,
        made_up=tuple(
            row.student.id for row in rows if match == USERNAME and is_made_up(row.student)
        ),
    )


def make_worksheet(course: Course, book: Book, choices: Choices) -> Made:
    """Fill Moodle's grading worksheet of the book's only assignment."""
    assignment, sheet = the_worksheet(course, book, choices.worksheet)
    maximum = {assignment: sheet.maximum} if sheet.maximum else {}
    scale = scale_of(book, choices, maximum)
    filled = fill(course, assignment, sheet, book, scale)
    graded = [row.student.id for row in book.rows if row.earned(assignment) is not None]
    unknown = tuple(id for id in graded if id not in filled.students)
    return Made(filled.text, scale, "", filled.students, unknown, strangers=filled.strangers)


def the_worksheet(course: Course, book: Book, named: Path | None) -> tuple[str, Sheet]:
    """Return the assignment and its worksheet; raises CourseError where there is not one."""
    if len(book.worth) != 1:
        raise CourseError("A grading worksheet is of one assignment: name it with --assignment.")
    (assignment,) = book.worth
    path = named or worksheet_path(course, assignment)
    if not path.is_file():
        raise CourseError(
            f"There is no grading worksheet of {assignment} in this course. Download it in Moodle "
            "(Download grading worksheet) and name it with --worksheet, or collect it with the "
            "zip file of the submissions."
        )
    return assignment, read_sheet(path)


def scale_of(book: Book, choices: Choices, known: Mapping[str, float]) -> Scale:
    """Return the platform's scale; raises CourseError where it is wanted and not known."""
    maxima = {**known, **choices.maxima}
    missing = [name for name in book.worth if name not in maxima]
    if choices.scaled and missing:
        raise CourseError(
            f"How many points {missing[0]} is out of on the platform is not known. Name it with "
            f"--maximum {missing[0]}=100, or collect the platform's own file: Moodle's grading "
            "worksheet beside the zip file, Canvas's gradebook with --roster."
        )
    return Scale(maxima, choices.scaled)
