"""Moodle's grading worksheet, filled in: the file that "Upload grading worksheet" takes.

The facts are from Moodle's public source, mod/assign/feedback/offline: columns are known by their
headings in the language of whoever uploads, so they stay as they came; Identifier, Grade and Last
modified (grade) must be there. A row is known by the number in its Identifier. An empty grade is
passed over, but a comment that differs from Moodle's takes its place, even an empty one: so a row
without a grade of ours stays as it is. A grade above the maximum is passed over without a word, and
so is a row that was graded in Moodle after the download, unless the box for that is ticked.
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.collecting.sheets.headings import (
    CAN_CHANGE,
    COMMENTS,
    GRADE,
    GRADED,
    HANDED_IN,
    IDENTIFIER,
    MAXIMUM,
    STATUS,
)
from autograder.collecting.sheets.tables import NAMED_SEPARATOR, SEPARATORS, shown, text_of
from autograder.collecting.sheets.whose_rows import name_in, owners
from autograder.collecting.sheets.worksheets import Worksheet, open_worksheet
from autograder.course.folder import Course, CourseError
from autograder.exporting.book import Book, Row
from autograder.exporting.canvas_gradebook import number_in
from autograder.exporting.cells import BOM, harmless
from autograder.exporting.moodle import feedback
from autograder.exporting.scale import Scale
from autograder.messages.notebook import number

OWN_COMMENT = re.compile(r"(<p[^>]*>)?\s*[\d.]+ of [\d.]+ points\.")
AS_IT_CAME = (IDENTIFIER, STATUS, GRADE, MAXIMUM, CAN_CHANGE, HANDED_IN, GRADED, COMMENTS)


@dataclass(frozen=True)
class Sheet:
    """A worksheet with its text as it came: cells, the sign between them, line ends, a BOM."""

    worksheet: Worksheet
    lines: tuple[tuple[str, ...], ...]
    separator: str
    line_end: str
    bom: bool

    @property
    def maximum(self) -> float | None:
        """What the assignment is out of in Moodle, None where the sheet does not say it."""
        told = {self.worksheet.cell(line, MAXIMUM) for line in self.lines[1:]}
        return number_in(told.pop()) if len(told) == 1 else None

    @property
    def decimal_comma(self) -> bool:
        """Whether the sheet's language has a comma in numbers, as its maximum shows."""
        return any("," in self.worksheet.cell(line, MAXIMUM) for line in self.lines[1:])


@dataclass(frozen=True)
class Filled:
    """A filled worksheet, whose grades are in it (ids), and the names in rows that are nobody's."""

    text: str
    students: tuple[str, ...]
    strangers: tuple[str, ...]


def read_sheet(path: Path) -> Sheet:
    """Read a worksheet; raises CourseError where it is none, or no column is for grades."""
    worksheet = open_worksheet(path)
    if GRADE not in worksheet.places:
        raise CourseError(
            f"{path} can't be filled in: of its columns, {shown(worksheet.table.columns)}, none is "
            "known to be for the grade. Download the worksheet again, with Moodle set to English, "
            "and name it with --worksheet."
        )
    text = text_of(path)
    named = NAMED_SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    separator = named[1] if named else max(SEPARATORS, key=text.lstrip().partition("\n")[0].count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    filled = tuple(tuple(line) for line in lines if any(cell.strip() for cell in line))
    line_end = "\r\n" if "\r\n" in text else "\n"
    return Sheet(worksheet, filled, separator, line_end, path.read_bytes()[:3] == BOM.encode())


def fill(course: Course, assignment: str, sheet: Sheet, book: Book, scale: Scale) -> Filled:
    """Return a worksheet with the grades of one assignment."""
    rows = {row.student.id: row for row in book.rows}
    head, *lines = sheet.lines
    people = {id: row.student for id, row in rows.items()}
    whose = owners(course, assignment, sheet.worksheet, lines, people)
    graded = {
        place: rows[id] for place, id in whose.items() if rows[id].earned(assignment) is not None
    }
    made = [
        filled_line(line, sheet, graded.get(place), assignment, scale)
        for place, line in enumerate(lines)
    ]
    strangers = [line for place, line in enumerate(lines) if place not in whose]
    return Filled(
        sheet_text(sheet, [list(head), *made]),
        tuple(row.student.id for row in graded.values()),
        tuple(name_in(sheet.worksheet, line) for line in strangers),
    )


def filled_line(
    line: tuple[str, ...], sheet: Sheet, row: Row | None, assignment: str, scale: Scale
) -> list[str]:
    """Return a row with its grade and comment; without a grade it stays as it is."""
    places = sheet.worksheet.places
    kept = {places[meaning] for meaning in AS_IT_CAME if meaning in places}
    cells = [cell if at in kept else harmless(cell) for at, cell in enumerate(line)]
    points = row.earned(assignment) if row else None
    if row is None or points is None:
        return cells
    total = row.totals[assignment]
    written = number(scale.points(assignment, points, total.max_points))
    cells += [""] * (max(places.values()) + 1 - len(cells))
    cells[places[GRADE]] = written.replace(".", ",") if sheet.decimal_comma else written
    at = places.get(COMMENTS)
    if at is not None and (not cells[at].strip() or OWN_COMMENT.match(cells[at])):
        cells[at] = feedback(total)
    return cells


def sheet_text(sheet: Sheet, lines: list[list[str]]) -> str:
    """Return the text of a worksheet, written as it came."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sheet.separator, lineterminator=sheet.line_end)
    writer.writerows(lines)
    return (BOM if sheet.bom else "") + text.getvalue()
