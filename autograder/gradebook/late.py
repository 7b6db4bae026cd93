"""When work is due and was handed in, and what being late costs, kept current in the gradebook.

A deadline of the course becomes nbgrader's due date; the penalty is what the course's late rule,
set in its nbgrader configuration, gives for the score and the seconds.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from autograder.course.files import is_regular_file
from autograder.course.folder import SETTINGS, Course, CourseError
from autograder.course.handed_in.timestamps import TIMESTAMP, read_timestamp, timestamp_text
from autograder.course.names import printable
from autograder.gradebook.nbgrader import TABLES, LateRule, change_rows
from autograder.messages import say
from autograder.notes import NO_NOTE, Cause, Note

ASSIGNMENT, SUBMISSION = TABLES["assignment"].c, TABLES["submitted_assignment"].c
NOTEBOOK, GRADE = TABLES["submitted_notebook"].c, TABLES["grade"].c
GIVEN, CELL = TABLES["notebook"].c, TABLES["base_cell"].c
MOST_SHOWN = 60  # characters of a file that should hold a time


def late_by(course: Course, assignment: str, handed_in: datetime | None) -> timedelta:
    """Return by how much work missed its deadline, nothing if either time is not known."""
    due = course.deadlines.get(assignment)
    if due is None or handed_in is None:
        return timedelta()
    return max(timedelta(), handed_in - due)


def enter_due_dates(connection: Connection, course: Course) -> tuple[str, ...]:
    """Enter the course's deadlines as nbgrader's due dates; return the assignments that changed.

    What has no deadline in the settings keeps the due date that the formgrader gave it. Raises
    CourseError for a deadline of an assignment that the gradebook does not have.
    """
    query = select(ASSIGNMENT.name, ASSIGNMENT.duedate)
    known: dict[str, datetime | None] = dict(connection.execute(query).all())
    refuse_unknown_assignments(course, known)
    due = {name: in_utc(time) for name, time in course.deadlines.items()}
    changed = [{"key": name, "duedate": time} for name, time in due.items() if known[name] != time]
    change_rows(connection, ASSIGNMENT.name, changed)
    return tuple(str(change["key"]) for change in changed)


def refuse_unknown_assignments(course: Course, known: Iterable[str]) -> None:
    """Raise CourseError for a deadline whose assignment does not exist."""
    names = sorted(known)
    for name in course.deadlines:
        if name not in names:
            raise CourseError(
                f"{course.folder / SETTINGS}: [deadlines] names {name}, which is no assignment of "
                f"this course; there are: {', '.join(names) or 'none'}."
            )


def in_utc(time: datetime) -> datetime:
    """Return a time as nbgrader keeps it: in UTC, without its zone."""
    return time.astimezone(UTC).replace(tzinfo=None)


def note_on_time(course: Course, student: str, assignment: str) -> Note:
    """Return a note for the instructor if the file for a submission's time does not hold one."""
    stamp = course.submitted(student, assignment) / TIMESTAMP
    if not stamp.exists() or read_timestamp(stamp, course.zone) is not None:
        return NO_NOTE
    told = printable(timestamp_text(stamp)[:MOST_SHOWN]) if is_regular_file(stamp) else ""
    text = say(
        "{file} holds no time that is sure, but “{told}”; the submission is taken as in time. "
        "Write it as {example}, or name the timezone of the course.",
        file=TIMESTAMP,
        told=told,
        example="2026-10-01 18:10:00 +0200",
    )
    return Note(Cause.TIME_UNKNOWN, text)


def update_times(connection: Connection, course: Course, assignment: str) -> None:
    """Enter when each submission was handed in; a time stays if its file is gone."""
    query = (
        select(SUBMISSION.id, SUBMISSION.student_id, SUBMISSION.timestamp)
        .join_from(TABLES["submitted_assignment"], TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    changes = []
    for id, student, known in connection.execute(query).all():
        handed_in = read_timestamp(course.submitted(student, assignment) / TIMESTAMP, course.zone)
        if handed_in is not None and handed_in != known:
            changes.append({"key": id, "timestamp": handed_in})
    change_rows(connection, SUBMISSION.id, changes)


def update_penalties(connection: Connection, assignment: str, rule: LateRule | None) -> None:
    """Set the late penalty of each submission of an assignment to what the rule gives now.

    Raises CourseError if the rule fails.
    """
    changes = penalty_changes(connection, assignment, rule).values()
    change_rows(connection, NOTEBOOK.id, list(changes))


def penalty_changes(
    connection: Connection, assignment: str, rule: LateRule | None, deadline: datetime | None = None
) -> dict[str, dict[str, Any]]:
    """Return the rows of penalties that are not what the rule gives now, by student.

    `deadline`, in UTC, comes before the due date of the gradebook.
    """
    query = (
        select(NOTEBOOK.id, NOTEBOOK.late_submission_penalty, SUBMISSION.student_id)
        .add_columns(SUBMISSION.timestamp, ASSIGNMENT.duedate, SUBMISSION.extension)
        .join_from(TABLES["submitted_notebook"], TABLES["submitted_assignment"])
        .join(TABLES["assignment"])
        .where(ASSIGNMENT.name == assignment)
    )
    changes: dict[str, dict[str, Any]] = {}
    scores = scores_of(connection, assignment) if rule else {}
    for id, known, student, handed_in, due, extension in connection.execute(query).all():
        late = seconds_late(handed_in, deadline or due, extension)
        penalty = penalty_by(rule, student, scores.get(id, 0.0), late) if rule and late else None
        if penalty != known:
            changes[student] = {"key": id, "late_submission_penalty": penalty}
    return changes


def scores_of(connection: Connection, assignment: str) -> dict[str, float]:
    """Return the score of each submitted notebook, with points by hand and extra credit."""
    points = func.coalesce(GRADE.manual_score, GRADE.auto_score)
    # One query for all: a query for each would search the whole table of grades each time.
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
    """Return by how much a submission missed its due date, 0 if either time is not known."""
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
