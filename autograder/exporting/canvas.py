"""Canvas: the CSV file that "Import" of its gradebook takes.

The facts are from Canvas's instructor guide ("How do I import grades in the Gradebook?") and its
public source, lib/gradebook_importer.rb: the first row begins with Student, ID, SIS User ID, SIS
Login ID, Section; then a column for each assignment, `Name (number)` where it exists already. A
row whose first cell holds "Points Possible" tells what each is worth. A student is known by ID,
else by the SIS ids, else by the name. `;` between cells and decimal commas are understood. An
empty cell takes away points that Canvas has, while a student without a row keeps them. So a student
of whom something is not graded yet has no row.
"""

from collections.abc import Mapping

from autograder.course.roster import Student
from autograder.exporting.book import Book
from autograder.exporting.cells import Cell, Dialect, csv_text

STUDENT_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS = "Points Possible"  # a name that holds it would be taken for that row


def canvas_csv(book: Book, dialect: Dialect, columns: Mapping[str, str]) -> str:
    """Return the grades for Canvas.

    Parameters
    ----------
    book, dialect
        The grades, and how the file is written.
    columns
        The heading of some assignments in Canvas, `Name (number)`; others get their own name, for
        which Canvas makes a new assignment.

    """
    heads = [columns.get(assignment, assignment) for assignment in book.worth]
    rows: list[list[Cell]] = [
        [*STUDENT_COLUMNS, *heads],
        [f"    {POINTS}", "", "", "", "", *book.worth.values()],
    ]
    rows += [
        [*who(row.student), *(row.earned(assignment) for assignment in book.worth)]
        for row in book.rows
        if not row.has_work_without_points
    ]
    return csv_text(rows, dialect)


def who(student: Student) -> list[str]:
    """Return the cells by which Canvas knows a student."""
    name = (student.name or student.id).replace(POINTS, POINTS.replace(" ", "-"))
    return [name, student.canvas_id, student.sis_id, "", student.section]


def is_known(student: Student) -> bool:
    """Return True if Canvas can know a student otherwise than by the name."""
    return bool(student.canvas_id or student.sis_id)
