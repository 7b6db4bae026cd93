"""Moodle: the CSV file that "Import" of its gradebook takes.

The facts are from Moodle's documentation ("Grade import") and its public source,
grade/import/csv/classes/load_data.php: one column identifies the user, by e-mail address, ID
number or user name; others are mapped by hand to grade items and to their feedback. A row with an
unknown user ends the whole import, and one with an empty cell there gets the user of the row
before it. So the file has one such column, and no row without it. Feedback without grades would
take the grades away, so both stand there. An empty grade takes away the one that Moodle has, while
a student without a row keeps it. So a student of whom something is not graded yet has no row.
"""

from collections.abc import Iterable
from typing import Final

from autograder.course.roster import Student
from autograder.exporting.book import Book, Row
from autograder.exporting.cells import Cell, Dialect, csv_text, harmless
from autograder.exporting.scale import Scale
from autograder.gradebook.result import GRADED
from autograder.gradebook.totals import Total
from autograder.messages import say
from autograder.messages.notebook import number

EMAIL, ID_NUMBER, USERNAME = "email", "idnumber", "username"
HEADS: Final = {EMAIL: "Email address", ID_NUMBER: "ID number", USERNAME: "Username"}
MATCHES = tuple(HEADS)


def moodle_csv(book: Book, dialect: Dialect, match: str, scale: Scale | None = None) -> str:
    """Return the grades for Moodle; `match` is the field by which it knows a student.

    Beside the points stands what they are out of, a column that nobody maps.
    """
    scale = scale or Scale()
    heads: list[Cell] = [HEADS[match], "Full name"]
    for assignment in book.worth:
        heads += [assignment, f"{assignment} (maximum)", f"{assignment} (feedback)"]
    rows = [heads]
    rows += [
        cells(row, book, match, scale)
        for row in book.rows
        if identity(row.student, match) and not row.has_work_without_points
    ]
    return csv_text(rows, dialect)


def cells(row: Row, book: Book, match: str, scale: Scale) -> list[Cell]:
    """Return one student's row."""
    cells: list[Cell] = [identity(row.student, match), row.student.name or row.student.id]
    for assignment, worth in book.worth.items():
        points = row.earned(assignment)
        cells += [
            None if points is None else scale.points(assignment, points, worth),
            scale.out_of(assignment, worth),
            feedback(row.totals.get(assignment)),
        ]
    return cells


def identity(student: Student, match: str) -> str:
    """Return what stands in the column by which Moodle knows a student, if it can stand there."""
    username = student.login or student.id
    known = {EMAIL: student.email, ID_NUMBER: student.sis_id, USERNAME: username}[match]
    return known if harmless(known) == known else ""


def best_match(students: Iterable[Student]) -> str:
    """Return the field that most students have; user names only where there is no other."""
    people = list(students)
    have = {
        match: sum(bool(identity(student, match)) for student in people) for match in MATCHES[:2]
    }
    best = max(have, key=lambda one: have[one])
    return best if have[best] else USERNAME


def feedback(total: Total | None) -> str:
    """Say in a sentence or two how the points came about, or why there are none."""
    if total is None or not total.has_points:
        return " ".join(total.result.notes if total else ()) or say("Nothing was handed in.")
    said = [say("{points} of {most} points.", **of(total.points, total.max_points))]
    if total.late_penalty:
        said.append(say("Being late cost {points}.", points=number(total.late_penalty)))
    if total.waiting:
        said.append(say("Written answers that wait for points: {count}.", count=total.waiting))
    if total.result.status == GRADED:
        said.append(say("The feedback page says more."))
    return " ".join(said)


def of(points: float, most: float) -> dict[str, str]:
    """Return points as they are read."""
    return {"points": number(points), "most": number(most)}
