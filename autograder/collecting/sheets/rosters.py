"""Read a list of students as a platform exports it: columns are known by their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.collecting.people import mailbox, new_id, same_name, same_person
from autograder.collecting.sheets.headings import FIELD_OF, plain
from autograder.collecting.sheets.tables import Table, read_table, shown
from autograder.course.folder import CourseError
from autograder.course.names import printable
from autograder.course.roster import COLUMNS, Student

CANVAS_ONLY = ("sis user id", "sis login id")
BRIGHTSPACE_ONLY = ("OrgDefinedId", "End-of-Line Indicator")
WITHOUT_CONTENT = ("End-of-Line Indicator",)
NO_STUDENT = ("points possible", "student, test", "test student")
TELLING = {"full", "first", "last", "email", "login"}


@dataclass
class StudentList:
    """The students whom a file lists, and what its reader should know of how it was read."""

    students: list[Student] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_students(path: Path) -> StudentList:
    """Return the students whom a file lists; raises CourseError with the columns that it has."""
    table = read_table(path)
    fields = {FIELD_OF[plain(name)] for name in table.columns if plain(name) in FIELD_OF}
    if not fields & TELLING:
        raise CourseError(
            f"{path} lists no students: it has the columns {shown(table.columns)}. It needs a "
            "name (Full name, or First name and Last name), an e-mail address (Email address) or "
            "a login (Username)."
        )
    read = StudentList()
    for row in table.rows:
        if is_student(row):
            take(student_of(row, table, read.students), read, path.name)
    if not read.students:
        raise CourseError(f"{path} has the columns of a roster, but no row with a student.")
    read.notes += note_unknown(table, path.name)
    return read


def take(student: Student, read: StudentList, file: str) -> None:
    """Take a row's student, who is one with whoever has the same mailbox and name."""
    for place, known in enumerate(read.students):
        if not student.email or mailbox(known.email) != mailbox(student.email):
            continue
        who = f"{printable(student.email)}, {printable(student.name or known.name)}"
        if not are_one(known, student):
            read.notes.append(
                f"{file}: {printable(known.name)} and {printable(student.name)} share the mailbox "
                f"{printable(student.email)}; they were taken for two students."
            )
            continue
        read.students[place] = filled(known, student)
        read.notes.append(f"{file}: {who}, stands in two rows; they were taken for one student.")
        return
    read.students.append(student)


def are_one(known: Student, student: Student) -> bool:
    """Return True if two rows of one mailbox are about one student."""
    numbers = ("canvas_id", "moodle_id", "sis_id")
    pairs = [(getattr(known, number), getattr(student, number)) for number in numbers]
    if any(mine and theirs and mine != theirs for mine, theirs in pairs):
        return False
    return not (known.name and student.name) or same_name(known.name, student.name)


def filled(known: Student, student: Student) -> Student:
    """Return a student with what is known from either of two rows; the first one comes first."""
    both = {name: getattr(known, name) or getattr(student, name) for name in COLUMNS}
    return Student(**both)


def note_unknown(table: Table, file: str) -> list[str]:
    """Name the columns that were not read, though something stands in them."""
    ignored = {plain(column) for column in WITHOUT_CONTENT}
    left = [
        column
        for place, column in enumerate(table.columns)
        if plain(column) not in FIELD_OF and plain(column) not in ignored
        if any(place < len(line) and line[place] for line in table.lines)
    ]
    if not left:
        return []
    columns = "column is" if len(left) == 1 else "columns are"
    return [f"{file}: {len(left)} {columns} not kept in the roster: {shown(left)}."]


def is_student(row: Mapping[str, str]) -> bool:
    """Return True if a row is a student's: not the points possible, not the test student."""
    told = any(row.get(field) for field in (*TELLING, "id", "sis_id"))
    return told and row.get("full", "").casefold() not in NO_STUDENT


def student_of(row: Mapping[str, str], table: Table, known: Iterable[Student]) -> Student:
    """Return the student of a row, with an id that nobody else has."""
    own = {field: row.get(field, "") for field in COLUMNS}
    name = name_of(row)
    last, comma, first = name.partition(", ")
    if table.has(*CANVAS_ONLY):
        own |= {"canvas_id": row.get("id", ""), "id": ""}
        name = f"{first} {last}" if comma else name
    if table.has(*BRIGHTSPACE_ONLY):  # it writes # before ids, so that no spreadsheet spoils them
        own |= {field: own[field].removeprefix("#") for field in ("login", "sis_id")}
    wanted = own["id"] or own["login"] or own["email"].partition("@")[0] or own["sis_id"] or name
    taken = {student.id for student in known}
    return replace(Student(**{**own, "name": name}), id=new_id(wanted, taken))


def name_of(row: Mapping[str, str]) -> str:
    """Return a student's name; what some call a name is the first one beside a family name."""
    full, last = row.get("full", ""), row.get("last", "")
    if full and (not last or row.get("first") or last in full):
        return full
    return f"{row.get('first', '') or full} {last}".strip()


def merged(known: Iterable[Student], read: Iterable[Student]) -> tuple[Student, ...]:
    """Return the roster with what was read: ids stay, what was empty is filled, nobody goes."""
    roster = {student.id: student for student in known}
    before = tuple(roster.values())
    for student in read:
        old = next((other for other in before if same_person(other, student)), None)
        if old is None:
            new = replace(student, id=new_id(student.id, roster))
            roster[new.id] = new
        else:
            news = {f: getattr(student, f) for f in COLUMNS if f != "id" and getattr(student, f)}
            roster[old.id] = replace(old, **news)
    return tuple(roster.values())
