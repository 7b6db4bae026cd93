"""A plain table for spreadsheet programs: a row for each student, every part of the points."""

from autograder.exporting.book import Book, Row, status_of
from autograder.exporting.cells import Cell, Dialect, csv_text

WHO = ("id", "name", "email", "section", "points", "max_points", "waiting")
PARTS = ("auto", "manual", "extra_credit", "late_penalty", "total", "status")


def table_csv(book: Book, dialect: Dialect) -> str:
    """Return the grades as a table; `total` is empty where there is nothing to add up."""
    heads: list[Cell] = [
        *WHO,
        *(f"{assignment} {part}" for assignment in book.worth for part in PARTS),
    ]
    return csv_text([heads, *(cells(row, book) for row in book.rows)], dialect)


def cells(row: Row, book: Book) -> list[Cell]:
    """Return one student's row."""
    student = row.student
    cells: list[Cell] = [student.id, student.name, student.email, student.section]
    cells += [row.points, book.max_points, row.waiting]
    for assignment in book.worth:
        cells += parts(row, assignment)
    return cells


def parts(row: Row, assignment: str) -> list[Cell]:
    """Return the parts of one assignment's points, and how it stands."""
    total = row.totals.get(assignment)
    if total is None or not total.has_points:
        return [*[None] * (len(PARTS) - 1), status_of(total)]
    numbers = [total.by_machine, total.by_hand, total.extra_credit, total.late_penalty]
    return [*numbers, total.points, status_of(total)]
