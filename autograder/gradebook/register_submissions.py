"""Register submissions in nbgrader's gradebook, many with a few statements, as it would itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias
from uuid import uuid4

from sqlalchemy import Connection, select

from autograder.course.folder import CourseError
from autograder.gradebook.nbgrader import TABLES

GRADED = ("GradeCell", "TaskCell")
COMMENTED = ("SolutionCell", "TaskCell")
TABLES_FILLED = ("submitted_assignment", "submitted_notebook", "grade", "comment")

Values: TypeAlias = dict[str, Any]  # of one row, by the names of the columns

ASSIGNMENT, SUBMISSION = TABLES["assignment"].c, TABLES["submitted_assignment"].c
NOTEBOOK, CELL = TABLES["notebook"].c, TABLES["base_cell"].c


def register_submissions(
    connection: Connection, assignment: str, students: Iterable[str]
) -> dict[str, str]:
    """Register the submissions that the gradebook lacks; return each one's student, by its id.

    Raises CourseError for an assignment that the gradebook does not have.
    """
    assignment_id = connection.scalar(select(ASSIGNMENT.id).where(ASSIGNMENT.name == assignment))
    if assignment_id is None:
        advice = "Run `nbgrader generate_assignment` for it."
        raise CourseError(f"The gradebook has no assignment {assignment}. {advice}")
    wanted = list(students)
    query = select(SUBMISSION.id, SUBMISSION.student_id).where(
        SUBMISSION.assignment_id == assignment_id, SUBMISSION.student_id.in_(wanted)
    )
    registered: dict[str, str] = dict(connection.execute(query).all())
    new = {new_id(): student for student in wanted if student not in registered.values()}
    if new:
        add_submissions(connection, assignment_id, new)
    return {**registered, **new}


def new_id() -> str:
    """Return an id as nbgrader makes them."""
    return uuid4().hex


def add_submissions(connection: Connection, assignment_id: str, new: Mapping[str, str]) -> None:
    """Add submissions with their notebooks, and an empty grade or comment for each cell."""
    query = (
        select(NOTEBOOK.id, CELL.id, CELL.type)
        .join_from(TABLES["notebook"], TABLES["base_cell"], NOTEBOOK.id == CELL.notebook_id)
        .where(NOTEBOOK.assignment_id == assignment_id)
    )
    cells = [tuple(row) for row in connection.execute(query)]
    rows: dict[str, list[Values]] = {table: [] for table in TABLES_FILLED}
    for id, student in new.items():
        submission = {"id": id, "assignment_id": assignment_id, "student_id": student}
        rows["submitted_assignment"].append(submission)
        add_notebooks(rows, id, cells)
    for table in TABLES_FILLED:
        if rows[table]:
            connection.execute(TABLES[table].insert(), rows[table])


def add_notebooks(
    rows: dict[str, list[Values]], submission_id: str, cells: Sequence[tuple[str, str, str]]
) -> None:
    """Add the rows of one submission's notebooks; `cells` are (notebook, cell, kind)."""
    ids = {notebook: new_id() for notebook, _, _ in cells}
    rows["submitted_notebook"] += [
        {"id": id, "notebook_id": notebook, "assignment_id": submission_id, "flagged": False}
        for notebook, id in ids.items()
    ]
    for table, kinds in (("grade", GRADED), ("comment", COMMENTED)):
        rows[table] += [
            {"cell_id": cell, "notebook_id": ids[notebook]}
            for notebook, cell, kind in cells
            if kind in kinds
        ]
