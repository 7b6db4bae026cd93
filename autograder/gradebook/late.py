"""When each submission was handed in, and what being late costs, kept current in the gradebook."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from autograder.course.folder import Course, CourseError
from autograder.course.timestamps import TIMESTAMP, read_timestamp
from autograder.gradebook.nbgrader import TABLES, LateRule
from autograder.messages import say

ASSIGNMENT, SUBMISSION = TABLES["assignment"].c, TABLES["submitted_assignment"].c
NOTEBOOK, GRADE = TABLES["submitted_notebook"].c, TABLES["grade"].c
GIVEN, CELL = TABLES["notebook"].c, TABLES["base_cell"].c


def note_on_time(course: Course, student: str, assignment: str) -> str:
    """Return a note for the instructor where the file of a submission's time tells none."""
    stamp = course.submitted(student, assignment) / TIMESTAMP
    if not stamp.exists() or read_timestamp(stamp) is not None:
        return ""
    return say("{file} holds no time; the submission is taken as in time.", file=TIMESTAMP)


def update_times(connection: Connection, course: Course, assignment: str) -> None:
    """Enter when each submission was handed in; a time whose file is gone stays known."""
    query = (
        select(SUBMISSION.id, SUBMISSION.student_id, SUBMISSION.timestamp)
        .join_from(TABLES["submitted_assignment"], TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    changes = []
    for id, student, known in connection.execute(query).all():
        told = read_timestamp(course.submitted(student, assignment) / TIMESTAMP)
        if told is not None and told != known:
            changes.append({"key": id, "timestamp": told})
    if changes:
        update = TABLES["submitted_assignment"].update().where(SUBMISSION.id == bindparam("key"))
        connection.execute(update, changes)


def update_penalties(connection: Connection, assignment: str, rule: LateRule | None) -> None:
    """Give each submission of an assignment the penalty that the rule of today gives it.

    Raises CourseError where the rule fails.
    """
    query = (
        select(NOTEBOOK.id, NOTEBOOK.late_submission_penalty, SUBMISSION.student_id)
        .add_columns(SUBMISSION.timestamp, ASSIGNMENT.duedate, SUBMISSION.extension)
        .join_from(TABLES["submitted_notebook"], TABLES["submitted_assignment"])
        .join(TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    changes = []
    scores = scores_of(connection, assignment) if rule else {}
    for id, known, student, handed_in, due, extension in connection.execute(query).all():
        late = seconds_late(handed_in, due, extension)
        penalty = penalty_by(rule, student, scores.get(id, 0.0), late) if rule and late else None
        if penalty != known:
            changes.append({"key": id, "late_submission_penalty": penalty})
    if changes:
        update = TABLES["submitted_notebook"].update().where(NOTEBOOK.id == bindparam("key"))
        connection.execute(update, changes)


def scores_of(connection: Connection, assignment: str) -> dict[str, float]:
    """Return the score of each submitted notebook: points by hand before others, extra credit."""
    points = func.coalesce(GRADE.manual_score, GRADE.auto_score)
    # One query for all: asked for its own, each would search the whole table of grades.
    query = (
        select(GRADE.notebook_id, func.sum(points + func.coalesce(GRADE.extra_credit, 0.0)))
        .join_from(TABLES["grade"], TABLES["base_cell"])
        .join(TABLES["notebook"], GIVEN.id == CELL.notebook_id)
        .join(TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
        .group_by(GRADE.notebook_id)
    )
    return {notebook: score or 0.0 for notebook, score in connection.execute(query)}


def seconds_late(
    handed_in: datetime | None, due: datetime | None, extension: timedelta | None
) -> float:
    """Return by how much a submission missed its due date, 0 where either is not known."""
    if handed_in is None or due is None:
        return 0.0
    return max(0.0, (handed_in - due - (extension or timedelta())).total_seconds())


def penalty_by(rule: LateRule, student: str, score: float, late: float) -> float | None:
    """Return the penalty of one submission, never below 0 nor above its score."""
    try:
        penalty = rule(student, score, late)
        return None if penalty is None else min(max(float(penalty), 0.0), score)
    except Exception as error:  # a rule is a program of the instructor's
        reason = f"{type(error).__name__}: {error}"
        raise CourseError(
            f"The late rule in nbgrader_config.py failed for {student}: {reason}. "
            "All points are recorded; mend the rule and run the same command again."
        ) from None
