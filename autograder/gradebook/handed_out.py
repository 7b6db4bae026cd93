"""Lessons of which nothing has come in yet count in nobody's maximum in the formgrader.

A course is made with all its lessons at once, and nbgrader adds up what all the notebooks of its
gradebook are worth. So the notebooks of a lesson stand aside, without their assignment, until
somebody hands it in. They are kept whole: a table of our own says where they belong.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import Column, Connection, MetaData, String, Table, delete, select

from autograder.course.folder import Course
from autograder.gradebook.nbgrader import TABLES

ASIDE = Table(
    "autograder_not_handed_out",
    MetaData(),
    Column("notebook_id", String(32), primary_key=True),
    Column("assignment_id", String(32), nullable=False),
)
ASSIGNMENT, NOTEBOOK = TABLES["assignment"].c, TABLES["notebook"].c
SUBMISSION, SUBMITTED = TABLES["submitted_assignment"].c, TABLES["submitted_notebook"].c
CELL = TABLES["base_cell"].c


def bring_back(connection: Connection) -> None:
    """Give every notebook that stands aside back to its assignment.

    Where nbgrader has entered the notebook anew in the meantime, that one stays.
    """
    ASIDE.create(connection, checkfirst=True)
    belongs: dict[str, str] = dict(connection.execute(select(ASIDE)).all())
    drop_empty_submissions(connection, set(belongs.values()))
    entered_anew = set(connection.scalars(select(NOTEBOOK.assignment_id).distinct()))
    for notebook, assignment in belongs.items():
        if assignment in entered_anew:
            drop_notebook(connection, notebook)
        else:
            place(connection, [notebook], assignment)
    connection.execute(delete(ASIDE))


def drop_empty_submissions(connection: Connection, assignments: Collection[str]) -> None:
    """Drop what nbgrader registered of a lesson while it had no notebook: it holds nothing."""
    with_notebooks = select(SUBMITTED.assignment_id)
    connection.execute(
        delete(TABLES["submitted_assignment"]).where(
            SUBMISSION.assignment_id.in_(assignments), SUBMISSION.id.not_in(with_notebooks)
        )
    )


def drop_notebook(connection: Connection, notebook: str) -> None:
    """Drop a notebook with its cells; nobody has handed it in."""
    cells = select(CELL.id).where(CELL.notebook_id == notebook)
    for name in ("grade_cells", "solution_cells", "task_cells"):
        table = TABLES[name]
        connection.execute(delete(table).where(table.c.id.in_(cells)))
    for name in ("base_cell", "source_cell"):
        table = TABLES[name]
        connection.execute(delete(table).where(table.c.notebook_id == notebook))
    connection.execute(delete(TABLES["notebook"]).where(NOTEBOOK.id == notebook))


def place(connection: Connection, notebooks: Iterable[str], assignment: str | None) -> None:
    """Give notebooks to an assignment, or to none."""
    change = TABLES["notebook"].update().where(NOTEBOOK.id.in_(list(notebooks)))
    connection.execute(change.values(assignment_id=assignment))


def set_aside(connection: Connection, course: Course) -> None:
    """Set the notebooks of the lessons aside of which nobody has handed anything in."""
    ASIDE.create(connection, checkfirst=True)
    handed_in = select(SUBMISSION.assignment_id).where(SUBMISSION.assignment_id.is_not(None))
    query = (
        select(NOTEBOOK.id, NOTEBOOK.assignment_id, ASSIGNMENT.name)
        .join_from(TABLES["notebook"], TABLES["assignment"])
        .where(NOTEBOOK.assignment_id.not_in(handed_in))
    )
    rows = [
        {"notebook_id": notebook, "assignment_id": assignment}
        for notebook, assignment, name in connection.execute(query)
        if not is_handed_in(course, name)
    ]
    if rows:
        connection.execute(ASIDE.insert(), rows)
        place(connection, [row["notebook_id"] for row in rows], None)


def is_handed_in(course: Course, assignment: str) -> bool:
    """Return True if anybody's folder of an assignment is there."""
    folders = (course.folder / "submitted").glob("*")
    return any((folder / assignment).is_dir() for folder in folders)
