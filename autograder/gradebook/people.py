"""The roster's names and addresses in nbgrader's gradebook, where the formgrader shows them.

A table of our own keeps what the roster said last: only what has changed there is written, so that
what a person types in the formgrader stays. A name in one piece is divided as nbgrader shows it:
the family name, a comma, the given names.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Column, Connection, MetaData, String, Table, select
from sqlalchemy.dialects.sqlite import insert

from autograder.course.names import printable
from autograder.course.roster import Student, is_folder_name
from autograder.gradebook.nbgrader import TABLES, change_rows

ROSTER = Table(
    "autograder_roster",
    MetaData(),
    Column("student_id", String(128), primary_key=True),
    Column("name", String, nullable=False),
    Column("email", String, nullable=False),
)
STUDENT = TABLES["student"].c
MOST = 128  # signs in a column of nbgrader's
# The formgrader writes names into its pages as they are.
NO_MARKUP = str.maketrans('<>&"', "‹›＆”")

BEFORE_FAMILY = (
    "af al am aus'm av bar ben bin bint da dal dalla das de degli dei del della den der des di do "
    "dos du e el ibn la las le lo los op san st st. ten ter und van vom von y zu zum zur"
)
PARTICLES = frozenset(BEFORE_FAMILY.split())
SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")
PATRONYMICS = ("вич", "ьич", "мич", "вна", "чна")
FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")  # scripts in which the family leads

Row: TypeAlias = Mapping[str, Any]


def enter_people(connection: Connection, students: Iterable[Student]) -> None:
    """Enter the students of a roster, with names and e-mail where the roster has news of them.

    What a person typed in the formgrader stays until the roster has another name or address, and
    nothing is ever replaced by nothing.
    """
    people = {student.id: student for student in students if is_folder_name(student.id)}
    ROSTER.create(connection, checkfirst=True)
    if not people:
        return
    ids = [{"id": id} for id in people]
    connection.execute(insert(TABLES["student"]).on_conflict_do_nothing(), ids)
    said = {row.student_id: row for row in connection.execute(select(ROSTER))}
    shown = {row.id: row for row in connection.execute(select(TABLES["student"]))}
    news = [student for student in people.values() if is_news(student, said.get(student.id))]
    for changes in grouped(changed(student, said, shown) for student in news):
        change_rows(connection, STUDENT.id, changes)
    remember(connection, news)


def is_news(student: Student, said: Any) -> bool:
    """Return True if the roster says other things than it did last."""
    return said is None or (student.name, student.email) != (said.name, said.email)


def changed(student: Student, said: Mapping[str, Any], shown: Mapping[str, Any]) -> Row:
    """Return the columns that one student's news change."""
    before, now = said.get(student.id), shown[student.id]
    columns: dict[str, Any] = {"key": student.id}
    first, last = name_parts(student.name)
    typed = "" if now.last_name == student.id else now.last_name  # `name_by_id` typed that
    if last and is_open(before and before.name, student.name, now.first_name, typed):
        columns |= {"first_name": shown_as(first), "last_name": shown_as(last)}
    if student.email and is_open(before and before.email, student.email, now.email):
        columns["email"] = shown_as(student.email)
    return columns


def shown_as(text: str) -> str:
    """Return a text of the roster as a page of the formgrader can hold it: visible, no markup."""
    return printable(text).translate(NO_MARKUP)[:MOST]


def is_open(before: str | None, roster: str, *shown: str | None) -> bool:
    """Return True if the roster's word counts: it is a new one, or nobody has typed another."""
    return roster != before if before else not any(shown)


def name_by_id(connection: Connection) -> None:
    """Let a student without any name be shown by the id, and no address as none; not as “None”."""
    students = TABLES["student"]
    nameless = STUDENT.first_name.is_(None) & STUDENT.last_name.is_(None)
    connection.execute(
        students.update().where(nameless).values(first_name="", last_name=STUDENT.id)
    )
    connection.execute(students.update().where(STUDENT.email.is_(None)).values(email=""))


def grouped(changes: Iterable[Row]) -> Iterator[list[Row]]:
    """Put changes of the same columns together, as one statement needs them."""
    by_columns: dict[tuple[str, ...], list[Row]] = {}
    for change in changes:
        by_columns.setdefault(tuple(change), []).append(change)
    yield from (group for columns, group in by_columns.items() if len(columns) > 1)


def remember(connection: Connection, students: Iterable[Student]) -> None:
    """Keep what the roster says now."""
    rows = [
        {"student_id": student.id, "name": student.name, "email": student.email}
        for student in students
    ]
    if rows:
        connection.execute(insert(ROSTER).prefix_with("OR REPLACE"), rows)


def name_parts(name: str) -> tuple[str, str]:
    """Return the given names and the family name; who has one name has no given names.

    A roster has names as "Ada Lovelace"; where one was typed as "Lovelace, Ada", the comma says
    which is which. A guess that is wrong is mended in the formgrader, and stays.

    >>> name_parts("Ludwig van Beethoven"), name_parts("García López, María")
    (('Ludwig', 'van Beethoven'), ('María', 'García López'))
    >>> name_parts("山田 太郎"), name_parts("Ada")
    (('太郎', '山田'), ('', 'Ada'))
    """
    family, comma, given = name.partition(",")
    if comma and family.strip() and given.strip():
        return given.strip(), family.strip()
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return "", "".join(words)
    start, end = family_of(words)
    return " ".join([*words[:start], *words[end:]]), " ".join(words[start:end])


def family_of(words: Sequence[str]) -> tuple[int, int]:
    """Return where the family name stands among the words of a name."""
    capitals = [place for place, word in enumerate(words) if is_capitals(word)]
    if capitals and len(capitals) < len(words) and adjoin(capitals):  # as in "DUPONT Marie"
        return capitals[0], capitals[-1] + 1
    if leads(words):
        return 0, 1
    end = len(words)
    start = before_suffix(words)
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start, end


def before_suffix(words: Sequence[str]) -> int:
    """Return where the last word stands that is no "Jr."; the first word never is it."""
    return len(words) - (2 if len(words) > 2 and words[-1].casefold() in SUFFIXES else 1)


def leads(words: Sequence[str]) -> bool:
    """Return True if the family name comes first: by the script, or by a patronymic at the end."""
    if all(unicodedata.name(word[0], "").startswith(FAMILY_FIRST) for word in words):
        return True
    return len(words) == 3 and words[-1].casefold().endswith(PATRONYMICS)


def is_capitals(word: str) -> bool:
    """Return True for a family name in capitals, which is no initial and no suffix."""
    return len(word) > 2 and word.isupper() and word.casefold() not in SUFFIXES and "." not in word


def adjoin(places: Sequence[int]) -> bool:
    """Return True if places follow each other, at the beginning or at the end of a name."""
    return places[-1] - places[0] == len(places) - 1
