"""Who takes part in a course: its roster, with the numbers by which platforms know each person.

People edit the roster in spreadsheet programs. So no name in it can be run as a formula, and it is
read with the separator that such a program writes.
"""

import csv
import io
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, fields

from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.course.formulas import defused, undefused
from autograder.course.names import is_student_name, same_file_name

ROSTER = "students.csv"
SEPARATORS = ",;\t"
IGNORING_CASE = ("win32", "darwin")  # systems on whose disks Ann and ann are one folder


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
    login
        The user name on the platform.

    """

    id: str
    name: str = ""
    email: str = ""
    moodle_id: str = ""
    canvas_id: str = ""
    sis_id: str = ""
    section: str = ""
    login: str = ""


COLUMNS = tuple(field.name for field in fields(Student))


def read_roster(course: Course) -> tuple[Student, ...]:
    """Return the students of a course's roster, none where it has no roster.

    Raises CourseError with the line where the file is not as it must be.
    """
    path = course.folder / ROSTER
    if not path.is_file():
        return ()
    try:
        rows = rows_of(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path} can't be read: {error}. Save it as CSV in UTF-8.") from None
    students = [student_of_row(str(path), line, row) for line, row in enumerate(rows, start=2)]
    refuse_duplicates(str(path), students)
    return tuple(students)


def rows_of(text: str) -> list[dict[str | None, object]]:
    """Return the rows of a CSV text, whatever separates its cells; raises csv.Error."""
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    return list(csv.DictReader(io.StringIO(text), delimiter=separator, strict=True))


def student_of_row(path: str, line: int, row: dict[str | None, object]) -> Student:
    """Read one row; raises CourseError where it has no id or too many cells."""
    if None in row or not str(row.get("id") or "").strip():
        columns = ", ".join(COLUMNS)
        raise CourseError(f"{path}, line {line}: a row needs an id and the columns {columns}.")
    cells = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    return Student(**{name: undefused(cell).strip() for name, cell in cells.items()})


def refuse_duplicates(path: str, students: Iterable[Student]) -> None:
    """Raise CourseError where two rows have the same id, or ids with which one folder is named."""
    seen: dict[str, str] = {}
    for student in students:
        before = seen.get(as_folder(student.id))
        if before == student.id:
            raise CourseError(f"{path}: the id {student.id} stands in two rows; ids are unique.")
        if before is not None:
            raise CourseError(
                f"{path}: the ids {before} and {student.id} name the same folder on this system; "
                "let them differ in more than capital letters."
            )
        seen[as_folder(student.id)] = student.id


def as_folder(id: str) -> str:
    """Return what is equal for two ids that this system takes for the name of one folder."""
    return same_file_name(id) if sys.platform in IGNORING_CASE else id


def write_roster(course: Course, students: Iterable[Student]) -> None:
    """Write the roster in one step, sorted by id."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    by_id = sorted(students, key=lambda student: student.id)
    rows.writerows([defused(cell) for cell in astuple(student)] for student in by_id)
    write_whole(course.folder / ROSTER, text.getvalue())


def names_of(course: Course) -> dict[str, str]:
    """Return the students' names by id, none where the roster can't be read: ids tell enough."""
    with suppress(CourseError):
        return {student.id: student.name for student in read_roster(course)}
    return {}


@dataclass(frozen=True)
class Participants:
    """Those who take part in a course, and those whose work lies beside theirs.

    Parameters
    ----------
    people
        Who takes part, by id.
    others
        The ids of those who have a folder in `submitted` and no row in the roster: somebody took
        them out of it, or has never put them in. Without a roster there is nobody of that kind.
    has_roster
        Whether the course has a roster with anybody in it.

    """

    people: Mapping[str, Student]
    others: tuple[str, ...] = ()
    has_roster: bool = True

    def has(self, id: str) -> bool:
        """Return True if someone with work in the course takes part: without a roster, anybody."""
        return id in self.people or not self.has_roster


def read_participants(course: Course) -> Participants:
    """Read who takes part; raises CourseError where the roster cannot be read."""
    roster = {student.id: student for student in read_roster(course) if is_folder_name(student.id)}
    if not roster:
        return Participants({id: Student(id) for id in course.students}, has_roster=False)
    return Participants(roster, tuple(id for id in course.students if id not in roster))


def is_folder_name(id: str) -> bool:
    """Return True if an id of the roster can be the name of a student's folder."""
    return is_student_name(id) and not set(id) & set("/\\\0")
