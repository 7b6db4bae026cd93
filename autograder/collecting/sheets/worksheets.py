"""Moodle's grading worksheet: whose number is which in one assignment, and when they handed in.

Moodle writes it in the language of the teacher. Its columns are known by their headings in the
languages of its packs, and in any other by what stands in them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from autograder.collecting.sheets.headings import (
    CAN_CHANGE,
    FIELD_OF,
    GRADE,
    GRADED,
    HANDED_IN,
    IDENTIFIER,
    MAXIMUM,
    MEANING_OF,
    plain,
)
from autograder.collecting.sheets.tables import Table, read_table, shown
from autograder.collecting.sheets.times import Habit, habit_of, parsed
from autograder.course.folder import CourseError
from autograder.course.names import printable

NAME, EMAIL, SIS_ID = "full", "email", "sis_id"  # the fields of a list of students
# "Participant 123", "Teilnehmer/in123": a word, which is one in all rows, and a number.
NUMBERED = re.compile(r"(?P<word>.*[^\W\d_]\W*?)\s*(?P<number>\d+)")
NUMBER = re.compile(r"(\d+)\s*$")
CLOCK_AND_YEAR = re.compile(r"(?=.*\d[:.]\d\d)(?=.*\d{4}).*", re.DOTALL)
POINTS = re.compile(r"\d+([.,]\d+)?")
SHEETS_ALONE = {MAXIMUM, CAN_CHANGE, HANDED_IN, GRADED}  # no list of students has these columns
LEAST_COLUMNS = 6  # of a worksheet whose headings are in an unknown language


@dataclass(frozen=True)
class Worksheet:
    """A grading worksheet as it stands, and the place of each column whose meaning is known.

    Meanings are those of `headings.WORKSHEET`, and NAME, EMAIL and SIS_ID.
    """

    table: Table
    places: Mapping[str, int]

    def cell(self, line: Sequence[str], meaning: str) -> str:
        """Return a row's cell of some meaning, empty where there is no such column."""
        place = self.places.get(meaning)
        return line[place] if place is not None and place < len(line) else ""

    def number(self, line: Sequence[str]) -> str:
        """Return the number that Moodle drew for a row's student in this assignment."""
        match = NUMBER.search(self.cell(line, IDENTIFIER))
        return match[1] if match else ""


@dataclass(frozen=True)
class Row:
    """What the worksheet says about one student.

    `unread` names a time that could not be read, `file` the worksheet.
    """

    name: str
    email: str
    sis_id: str
    time: datetime | None
    unread: str = ""
    file: str = ""


def read_worksheet(path: Path, zone: tzinfo | None = None) -> dict[str, Row]:
    """Return the rows of a worksheet by the students' numbers.

    Times are in `zone` (None: this machine's), as Moodle names none. Raises CourseError where the
    file is no worksheet.
    """
    worksheet = open_worksheet(path)
    lines = {worksheet.number(line): line for line in worksheet.table.lines}
    habit = habit_of(worksheet.cell(line, HANDED_IN) for line in lines.values())
    return {
        number: row_of(worksheet, line, zone, habit, path.name)
        for number, line in lines.items()
        if number
    }


def row_of(
    worksheet: Worksheet, line: Sequence[str], zone: tzinfo | None, habit: Habit, file: str
) -> Row:
    """Return what one line says about its student."""
    told = worksheet.cell(line, HANDED_IN).strip("- ")
    time = parsed(told, zone, habit) if told else None
    unread = ""
    if told and time is None:
        heading = worksheet.table.columns[worksheet.places[HANDED_IN]]
        unread = f"“{printable(told)}” below “{printable(heading)}” in {printable(file)}"
    name, email, sis_id = (worksheet.cell(line, meaning) for meaning in (NAME, EMAIL, SIS_ID))
    return Row(name, email, sis_id, time, unread, file)


def open_worksheet(path: Path) -> Worksheet:
    """Read a worksheet and find its columns; raises CourseError where the file is none."""
    table = read_table(path)
    places = columns_of(table)
    if IDENTIFIER not in places:
        raise CourseError(
            f"{path} is no grading worksheet of Moodle: it has the columns "
            f"{shown(table.columns)}, but none with a number for each participant, as "
            "“Participant 123” below “Identifier”. If it is a list of students, name it with "
            "--roster."
        )
    return Worksheet(table, places)


def columns_of(table: Table) -> dict[str, int]:
    """Return the place of each column whose meaning is known, none where this is no worksheet."""
    named = places_by_heading(table.columns)
    at = place_of_identifier(table, named)
    if at is None:
        return {}
    named[IDENTIFIER] = at
    return {**places_by_content(table, named), **named}


def places_by_heading(columns: Sequence[str]) -> dict[str, int]:
    """Return the place of each column whose heading is known."""
    places: dict[str, int] = {}
    for place, column in enumerate(columns):
        heading = plain(column)
        meaning = MEANING_OF.get(heading) or FIELD_OF.get(heading, "")
        if meaning and meaning not in places:
            places[meaning] = place
    return places


def place_of_identifier(table: Table, named: Mapping[str, int]) -> int | None:
    """Return the column with a number for each participant, None where there is none."""
    at = named.get(IDENTIFIER, 0)
    cells = cells_of(table, at)
    if named.keys() & SHEETS_ALONE:
        known = IDENTIFIER in named and any(NUMBER.search(cell) for cell in cells)
        return at if known or are_numbered(cells) else None
    return at if len(table.columns) >= LEAST_COLUMNS and are_numbered(cells) else None


def are_numbered(cells: Sequence[str]) -> bool:
    """Return True if cells are one word, each with a number of its own."""
    matches = [NUMBERED.fullmatch(cell) for cell in cells]
    words = {match["word"] for match in matches if match}
    numbers = {match["number"] for match in matches if match}
    return len(words) == 1 and len(numbers) == len(cells)


def places_by_content(table: Table, named: Mapping[str, int]) -> dict[str, int]:
    """Return the places of columns in an unknown language, known by what stands in them."""
    free = [place for place in range(len(table.columns)) if place not in named.values()]
    maximum = named.get(MAXIMUM, first(free, table, are_one_number))
    found = {
        EMAIL: first(free, table, are_addresses),
        # Moodle has the column of the submission before that of the grade.
        HANDED_IN: first(free, table, are_times),
        MAXIMUM: maximum,
        GRADE: maximum - 1 if maximum is not None and maximum - 1 in free else None,
    }
    return {meaning: place for meaning, place in found.items() if place is not None}


def first(
    places: Sequence[int], table: Table, are_such: Callable[[Sequence[str]], bool]
) -> int | None:
    """Return the first of some columns whose cells are such as are looked for."""
    return next((place for place in places if are_such(cells_of(table, place))), None)


def cells_of(table: Table, place: int) -> list[str]:
    """Return the filled cells of a column."""
    return [line[place] for line in table.lines if place < len(line) and line[place]]


def are_addresses(cells: Sequence[str]) -> bool:
    """Return True if cells are e-mail addresses."""
    return bool(cells) and all("@" in cell for cell in cells)


def are_times(cells: Sequence[str]) -> bool:
    """Return True if cells hold a clock and a year, or the dash that Moodle writes for nothing."""
    return bool(cells) and all(cell == "-" or CLOCK_AND_YEAR.match(cell) for cell in cells)


def are_one_number(cells: Sequence[str]) -> bool:
    """Return True if cells hold one number, the same in all rows."""
    return bool(cells) and len(set(cells)) == 1 and POINTS.fullmatch(cells[0]) is not None
