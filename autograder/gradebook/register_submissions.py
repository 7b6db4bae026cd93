"""Enter submissions into nbgrader's gradebook: many with a few statements, as it would itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias
from uuid import uuid4

from sqlalchemy import Connection, select

from autograder.course.folder import CourseError
from autograder.gradebook.nbgrader import TABLES

GRADED = ("GradeCell", "TaskCell")
COMMENTED = ("SolutionCell", "TaskCell")
TABLES_FILLED = ("submitted_assignment", "submitted_notebook", "grade", "comment")

Row: TypeAlias = dict[str, Any]

ASSIGNMENT, SUBMISSION = TABLES["assignment"].c, TABLES["submitted_assignment"].c
NOTEBOOK, CELL = TABLES["notebook"].c, TABLES["base_cell"].c


def enter_submissions(
    connection: Connection, assignment: str, students: Iterable[str]
) -> dict[str, str]:
    """Enter the submissions that the gradebook lacks; return the student of each, by its id."""
    assignment_id = connection.scalar(select(ASSIGNMENT.id).where(ASSIGNMENT.name == assignment))
    if assignment_id is None:
        advice = "Run `nbgrader generate_assignment` for it."
        raise CourseError(f"The gradebook has no assignment {assignment}. {advice}")
    wanted = list(students)
    query = select(SUBMISSION.id, SUBMISSION.student_id).where(
        SUBMISSION.assignment_id == assignment_id, SUBMISSION.student_id.in_(wanted)
    )
    entered: dict[str, str] = dict(connection.execute(query).all())
    new = {new_id(): student for student in wanted if student not in entered.values()}
    if new:
        add_submissions(connection, assignment_id, new)
    return {**entered, **new}


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
    rows: dict[str, list[Row]] = {table: [] for table in TABLES_FILLED}
    for id, student in new.items():
        row = {"id": id, "assignment_id": assignment_id, "student_id": student}
        rows["submitted_assignment"].append(row)
        add_notebooks(rows, id, cells)
    for table in TABLES_FILLED:
        if rows[table]:
            connection.execute(TABLES[table].insert(), rows[table])


def add_notebooks(
    rows: dict[str, list[Row]], submission_id: str, cells: Sequence[tuple[str, str, str]]
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
