"""Read a list of students as a platform exports it: columns are known by their names.

The names are those of the platforms' public descriptions: Moodle's participants, grades and grading
worksheet; Canvas's grade book (Student, ID, SIS User ID, SIS Login ID, Section; a row of possible
points; "Student, Test"); GitHub Classroom's roster (identifier, github_username, github_id, name).
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.collecting.people import new_id, same_person, squeezed
from autograder.course.folder import CourseError
from autograder.course.names import printable
from autograder.course.roster import COLUMNS, Student

# field -> the names of its column: English, Russian, Kazakh, German, French, Spanish, Korean, …
NAMES: Mapping[str, tuple[str, ...]] = {
    "full": (
        "name", "full name", "student", "student name", "fullname", "имя / фамилия", "фио",
        "полное имя", "фамилия имя", "аты-жөні", "vollständiger name", "name / nachname",
        "nom complet", "nombre completo", "이름", "성명", "पूरा नाम", "الاسم الكامل", "氏名", "姓名",
    ),
    "first": (
        "first name", "given name", "firstname", "forename", "имя", "аты", "vorname", "prénom",
        "nombre", "이름(first)", "प्रथम नाम", "الاسم الأول", "名",
    ),
    "last": (
        "last name", "surname", "family name", "lastname", "фамилия", "тегі", "nachname", "nom",
        "nom de famille", "apellido(s)", "apellidos", "성", "उपनाम", "اسم العائلة", "姓",
    ),
    "email": (
        "email", "email address", "e-mail", "e-mail address", "mail", "адрес электронной почты",
        "электронная почта", "почта", "электрондық пошта", "e-mail-adresse",
        "adresse de courriel", "courriel", "correo electrónico", "dirección de correo", "이메일",
        "이메일 주소", "ईमेल", "البريد الإلكتروني", "メールアドレス", "电子邮件",
    ),
    "login": (
        "username", "user name", "login", "login id", "sis login id", "github_username", "логин",
        "имя пользователя", "anmeldename", "benutzername", "nom d'utilisateur",
        "nombre de usuario", "사용자 아이디",
    ),
    "sis_id": (
        "sis_id", "sis user id", "id number", "student id", "student number",
        "matriculation number",
        "индивидуальный номер", "номер студента", "id-nummer", "matrikelnummer",
        "numéro d'identification", "número de id", "número de identificación", "학번",
    ),
    "section": (
        "section", "group", "groups", "group_name", "группа", "группы", "топ", "gruppe", "gruppen",
        "groupe", "groupes", "grupo", "grupos", "분반", "그룹",
    ),
    "moodle_id": ("moodle_id",),
    "canvas_id": ("canvas_id",),
    "id": ("id",),
}  # fmt: skip
FIELD_OF = {name: field for field, names in NAMES.items() for name in names}
CANVAS_ONLY = ("sis user id", "sis login id")
NO_STUDENT = ("points possible", "student, test", "test student")
SEPARATORS = ",;\t"


@dataclass(frozen=True)
class Table:
    """A CSV file: its column names as they stand, and its rows by field."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    is_canvas: bool = False


def read_students(path: Path) -> tuple[Student, ...]:
    """Return the students whom a file lists; raises CourseError with the columns that it has."""
    table = read_table(path)
    fields = {FIELD_OF[plain(name)] for name in table.columns if plain(name) in FIELD_OF}
    if not fields & {"full", "first", "last", "email", "login"}:
        raise CourseError(
            f"{path} lists no students: it has the columns {shown(table.columns)}. It needs a "
            "name (Full name, or First name and Last name), an e-mail address (Email address) or "
            "a login (Username)."
        )
    students: list[Student] = []
    for row in table.rows:
        if is_student(row):
            students.append(student_of(row, table.is_canvas, students))
    if not students:
        raise CourseError(f"{path} has the columns of a roster, but no row with a student.")
    return tuple(students)


def read_table(path: Path) -> Table:
    """Read a CSV file, whatever separates its cells; raises CourseError where it is none."""
    text = text_of(path)
    head = text.lstrip().partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CourseError(f"{path} can't be read as CSV: {error}. Export it again.") from None
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if not lines:
        raise CourseError(f"{path} is empty. Export the list of students again.")
    columns = tuple(cell.strip() for cell in lines[0])
    is_canvas = any(plain(column) in CANVAS_ONLY for column in columns)
    return Table(columns, tuple(by_field(columns, line) for line in lines[1:]), is_canvas)


def text_of(path: Path) -> str:
    """Return a file's text, in UTF-8 or as spreadsheets of Windows save it."""
    raw = path.read_bytes()
    if raw.startswith(b"PK\x03\x04"):
        raise CourseError(f"{path} is an Excel workbook or a zip file. Save it as CSV (UTF-8).")
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise CourseError(
            f"{path} is not in UTF-8 (byte {error.start}). Save it as “CSV UTF-8”, so that no "
            "name is spoiled."
        ) from None


def by_field(columns: Sequence[str], line: Sequence[str]) -> dict[str, str]:
    """Return one row's cells by field, and by their column where it is no field."""
    cells = zip(columns, line, strict=False)
    return {FIELD_OF.get(plain(name), plain(name)): cell.strip() for name, cell in cells}


def plain(column: str) -> str:
    """Return a column's name as the table of names has it."""
    return " ".join(column.strip().strip("\"'").casefold().split())


def is_student(row: Mapping[str, str]) -> bool:
    """Return True if a row is a student's: not the points possible, not the test student."""
    told = any(row.get(field) for field in ("full", "first", "last", "email", "login", "id"))
    return told and row.get("full", "").casefold() not in NO_STUDENT


def student_of(row: Mapping[str, str], is_canvas: bool, known: Iterable[Student]) -> Student:
    """Return the student of a row, with an id that nobody else has."""
    own = {field: row.get(field, "") for field in COLUMNS}
    name = row.get("full") or f"{row.get('first', '')} {row.get('last', '')}".strip()
    last, comma, first = name.partition(", ")
    if is_canvas:
        own |= {"canvas_id": row.get("id", ""), "id": ""}
        name = f"{first} {last}" if comma else name
    wanted = own["id"] or row.get("login", "") or own["email"].partition("@")[0] or name
    taken = {student.id for student in known}
    return replace(Student(**{**own, "name": name}), id=new_id(wanted, taken))


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


def shown(columns: Sequence[str]) -> str:
    """Return column names as a person reads them."""
    return ", ".join(f"“{printable(column)}”" for column in columns) or "none"


def is_worksheet(table: Table) -> bool:
    """Return True if a list is Moodle's grading worksheet."""
    return any(squeezed(column) == "identifier" for column in table.columns)
