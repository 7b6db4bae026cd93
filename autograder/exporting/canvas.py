"""Canvas: the CSV file that "Import" of its gradebook takes.

The facts are from Canvas's instructor guide ("How do I import grades in the Gradebook?") and its
public source, lib/gradebook_importer.rb: the first row begins with Student, ID, SIS User ID, SIS
Login ID, Section; then a column for each assignment, `Name (number)` where it exists already: any
other name that Canvas has not makes a new assignment. A row whose first cell holds "Points
Possible" tells what each is worth. A student is known by ID, else by the SIS ids, else by the name.
`;` between cells and decimal commas are understood. An empty cell takes away points that Canvas
has, while a student without a row keeps them. So a student of whom something is not graded yet has
no row, and where nothing was handed in, a score that stood in the collected gradebook is repeated.
"""

from collections.abc import Mapping

from autograder.course.roster import Student
from autograder.exporting.book import Book, Row
from autograder.exporting.canvas_gradebook import CanvasGradebook, number_in
from autograder.exporting.cells import Cell, Dialect, csv_text
from autograder.exporting.scale import Scale

STUDENT_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS = "Points Possible"  # a name that holds it would be taken for that row


def canvas_csv(
    book: Book,
    dialect: Dialect,
    columns: Mapping[str, str],
    gradebook: CanvasGradebook | None = None,
    scale: Scale | None = None,
) -> str:
    """Return the grades for Canvas.

    Parameters
    ----------
    book, dialect
        The grades, and how the file is written.
    columns
        The heading of some assignments in Canvas, `Name (number)`; others get their own name, for
        which Canvas makes a new assignment.
    gradebook
        Canvas's own file, if it was collected.
    scale
        What each assignment is out of in Canvas.

    """
    own, scale = gradebook or CanvasGradebook(STUDENT_COLUMNS), scale or Scale()
    heads = {assignment: columns.get(assignment, assignment) for assignment in book.worth}
    out_of = [scale.maxima.get(name, worth) for name, worth in book.worth.items()]
    rows: list[list[Cell]] = [
        [*own.columns, *heads.values()],
        [f"    {POINTS}", *[""] * (len(own.columns) - 1), *out_of],
    ]
    rows += [
        [*who(row.student, own), *(score(row, name, own, heads[name], scale) for name in heads)]
        for row in book.rows
        if not row.has_work_without_points
    ]
    return csv_text(rows, dialect)


def score(row: Row, assignment: str, own: CanvasGradebook, heading: str, scale: Scale) -> Cell:
    """Return a student's points, or what Canvas had where there are none."""
    points = row.earned(assignment)
    if points is not None:
        return scale.points(assignment, points, row.totals[assignment].max_points)
    before = own.scores.get((row.student.canvas_id, heading), "")
    number = number_in(before)
    return before if number is None else number


def who(student: Student, own: CanvasGradebook) -> list[str]:
    """Return the cells by which Canvas knows a student: its own where it gave them."""
    known = {
        "Student": student.name or student.id,
        "ID": student.canvas_id,
        "SIS User ID": student.sis_id,
        "SIS Login ID": student.login,
        "Section": student.section,
    }
    cells = own.students.get(student.canvas_id) if student.canvas_id else None
    name, *others = cells or [known.get(column, "") for column in own.columns]
    return [name.replace(POINTS, POINTS.replace(" ", "-")), *others]


def is_known(student: Student) -> bool:
    """Return True if Canvas can know a student otherwise than by the name."""
    return bool(student.canvas_id or student.sis_id or student.login)
