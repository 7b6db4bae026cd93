"""The roster of a course: who takes part, and the numbers by which platforms know them."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError

ROSTER = "students.csv"


@dataclass(frozen=True)
class Student:
    """One student of a course; what is not known is empty.

    Parameters
    ----------
    id
        The name of the student's folders, and the one that nbgrader uses.
    name, email
        As the platform shows them.
    moodle_id, canvas_id, sis_id
        The numbers by which platforms and the university know the student.
    section
        The group or class within the course.

    """

    id: str
    name: str = ""
    email: str = ""
    moodle_id: str = ""
    canvas_id: str = ""
    sis_id: str = ""
    section: str = ""


COLUMNS = tuple(field.name for field in fields(Student))


def read_roster(course: Course) -> tuple[Student, ...]:
    """Return the students of a course's roster, none where it has no roster.

    Raises CourseError with the line where the file is not as it must be.
    """
    path = course.folder / ROSTER
    if not path.is_file():
        return ()
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path} can't be read: {error}. Save it as CSV in UTF-8.") from None
    students = [student_of_row(str(path), line, row) for line, row in enumerate(rows, start=2)]
    refuse_duplicates(str(path), students)
    return tuple(students)


def student_of_row(path: str, line: int, row: dict[str | None, object]) -> Student:
    """Read one row; raises CourseError where it has no id or too many cells."""
    if None in row or not str(row.get("id") or "").strip():
        columns = ", ".join(COLUMNS)
        raise CourseError(f"{path}, line {line}: a row needs an id and the columns {columns}.")
    return Student(**{name: str(row.get(name) or "").strip() for name in COLUMNS})


def refuse_duplicates(path: str, students: Iterable[Student]) -> None:
    """Raise CourseError where two rows have the same id."""
    seen: set[str] = set()
    for student in students:
        if student.id in seen:
            raise CourseError(f"{path}: the id {student.id} stands in two rows; ids are unique.")
        seen.add(student.id)


def write_roster(course: Course, students: Iterable[Student]) -> None:
    """Write the roster in one step, sorted by id."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    by_id = sorted(students, key=lambda student: student.id)
    rows.writerows(astuple(student) for student in by_id)
    write_whole(course.folder / ROSTER, text.getvalue())
