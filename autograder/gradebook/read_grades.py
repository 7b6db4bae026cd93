"""Read what nbgrader's gradebook holds: points, those given by hand, comments, late penalties."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, create_engine, select
from sqlalchemy.pool import NullPool

from autograder.course.folder import Course, CourseError
from autograder.gradebook.late import in_utc, penalty_changes, seconds_late
from autograder.gradebook.nbgrader import (
    ONE_TRY,
    TABLES,
    clear_errors,
    gradebook_path,
    late_rule,
    retry_while_locked,
)

ASSIGNMENT, SUBMISSION = TABLES["assignment"].c, TABLES["submitted_assignment"].c
NOTEBOOK, GRADE = TABLES["submitted_notebook"].c, TABLES["grade"].c
CELL, COMMENT = TABLES["base_cell"].c, TABLES["comment"].c


@dataclass(frozen=True)
class CellPoints:
    """What one graded cell earned: by the machine, by a person, and beyond its points."""

    by_machine: float | None = None
    by_hand: float | None = None
    extra_credit: float = 0.0
    waits: bool = False

    @property
    def points(self) -> float:
        """The points that count: a person's before the machine's, and extra credit."""
        counted = self.by_machine if self.by_hand is None else self.by_hand
        return round((counted or 0.0) + self.extra_credit, 2)


@dataclass(frozen=True)
class SubmissionGrades:
    """What the gradebook holds of one submission; cells and comments are by the cell's id."""

    cells: Mapping[str, CellPoints] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    late_penalty: float = 0.0
    handed_in: datetime | None = None
    seconds_late: float = 0.0
    due: datetime | None = None
    extension: timedelta | None = None


def read_grades(course: Course, assignment: str) -> dict[str, SubmissionGrades]:
    """Return what the gradebook holds of an assignment, by student; changes nothing.

    Raises CourseError if there is no gradebook, or if it can't be read.
    """
    path = gradebook_path(course)
    engine = create_engine("sqlite://", creator=lambda: open_read_only(path), poolclass=NullPool)
    with clear_errors(path):
        return retry_while_locked(lambda: grades_in(engine.connect(), assignment))


def outdated_penalties(course: Course, assignments: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return whose late penalty is another one by now, by assignment; only `grade` enters it.

    A due date, an extension, the late rule or points by hand have changed since then. A rule that
    fails is told by `grade`.
    """
    path = gradebook_path(course)
    engine = create_engine("sqlite://", creator=lambda: open_read_only(path), poolclass=NullPool)
    due = {name: in_utc(time) for name, time in course.deadlines.items()}
    found: dict[str, tuple[str, ...]] = {}
    with clear_errors(path), engine.connect() as connection, suppress(CourseError):
        rule = late_rule(course)
        for name in assignments:
            found[name] = tuple(sorted(penalty_changes(connection, name, rule, due.get(name))))
    return {name: students for name, students in found.items() if students}


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a gradebook so that nothing in it can be changed."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", timeout=ONE_TRY, uri=True)


def grades_in(connection: Connection, assignment: str) -> dict[str, SubmissionGrades]:
    """Read one assignment with three queries, however many students there are."""
    with connection:
        cells = points_of(connection, assignment)
        comments = comments_of(connection, assignment)
        query = (
            select(NOTEBOOK.id, NOTEBOOK.late_submission_penalty, SUBMISSION.student_id)
            .add_columns(SUBMISSION.timestamp, ASSIGNMENT.duedate, SUBMISSION.extension)
            .join_from(TABLES["submitted_notebook"], TABLES["submitted_assignment"])
            .join(TABLES["assignment"])
            .where(ASSIGNMENT.name == assignment)
        )
        return {
            student: SubmissionGrades(
                cells.get(id, {}),
                comments.get(id, {}),
                penalty or 0.0,
                handed_in,
                seconds_late(handed_in, due, extension),
                due,
                extension,
            )
            for id, penalty, student, handed_in, due, extension in connection.execute(query)
        }


def points_of(connection: Connection, assignment: str) -> dict[str, dict[str, CellPoints]]:
    """Return the points of each cell, by submitted notebook and the cell's id."""
    query = (
        select(GRADE.notebook_id, CELL.name, GRADE.auto_score, GRADE.manual_score)
        .add_columns(GRADE.extra_credit, GRADE.needs_manual_grade)
        .join_from(TABLES["grade"], TABLES["base_cell"])
        .join(TABLES["notebook"], TABLES["notebook"].c.id == CELL.notebook_id)
        .join(TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    points: dict[str, dict[str, CellPoints]] = {}
    for id, cell, by_machine, by_hand, extra, waits in connection.execute(query):
        earned = CellPoints(by_machine, by_hand, extra or 0.0, bool(waits))
        points.setdefault(id, {})[cell] = earned
    return points


def comments_of(connection: Connection, assignment: str) -> dict[str, dict[str, str]]:
    """Return what graders wrote, by submitted notebook and the cell's id; no empty ones."""
    query = (
        select(COMMENT.notebook_id, CELL.name, COMMENT.manual_comment, COMMENT.auto_comment)
        .join_from(TABLES["comment"], TABLES["base_cell"])
        .join(TABLES["notebook"], TABLES["notebook"].c.id == CELL.notebook_id)
        .join(TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    comments: dict[str, dict[str, str]] = {}
    for id, cell, by_hand, by_machine in connection.execute(query):
        text = by_machine if by_hand is None else by_hand
        if text and text.strip():
            comments.setdefault(id, {})[cell] = text.strip()
    return comments
