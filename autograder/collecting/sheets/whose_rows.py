"""Whose the rows of Moodle's grading worksheet are."""

from collections.abc import Mapping, Sequence

from autograder.collecting.people import mailbox, same_name
from autograder.collecting.sheets.headings import IDENTIFIER
from autograder.collecting.sheets.kept_sheets import moodle_numbers, worksheet_path
from autograder.collecting.sheets.worksheets import EMAIL, NAME, Worksheet, open_worksheet
from autograder.course.folder import Course
from autograder.course.roster import Student


def numbers_in_worksheet(
    course: Course, assignment: str, students: Mapping[str, Student]
) -> dict[str, str]:
    """Return Moodle's number of each student in the worksheet that was collected, by id.

    It is empty where no worksheet was. Raises CourseError where it can't be read.
    """
    path = worksheet_path(course, assignment)
    if not path.is_file():
        return {}
    worksheet = open_worksheet(path)
    lines = worksheet.table.lines
    whose = owners(course, assignment, worksheet, lines, students)
    return {id: worksheet.number(lines[place]) for place, id in whose.items()}


def owners(
    course: Course,
    assignment: str,
    worksheet: Worksheet,
    lines: Sequence[Sequence[str]],
    students: Mapping[str, Student],
) -> dict[int, str]:
    """Return whose each row is: by Moodle's number, else by the mailbox, else by a single name."""
    numbers = {number: id for id in students for number in moodle_numbers(course, id, assignment)}
    boxes = {mailbox(one.email): id for id, one in students.items() if one.email}
    found: dict[int, str] = {}
    for place, line in enumerate(lines):
        email = worksheet.cell(line, EMAIL)
        id = numbers.get(worksheet.number(line)) or boxes.get(mailbox(email))
        if id:
            found[place] = id
    for place, line in enumerate(lines):
        name = name_in(worksheet, line)
        alike = [
            id
            for id, one in students.items()
            if id not in found.values() and name and same_name(one.name, name)
        ]
        if place not in found and len(alike) == 1:
            found[place] = alike[0]
    return found


def name_in(worksheet: Worksheet, line: Sequence[str]) -> str:
    """Return a row's name, or its number where names are hidden."""
    name = worksheet.cell(line, NAME).strip()
    return name or worksheet.cell(line, IDENTIFIER).strip()
