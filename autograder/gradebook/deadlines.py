"""The deadlines that a course sets: when an assignment is due, and by how much work missed it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from autograder.course.folder import SETTINGS, Course, CourseError
from autograder.gradebook.nbgrader import TABLES

ASSIGNMENT = TABLES["assignment"].c


def enter_due_dates(connection: Connection, course: Course) -> tuple[str, ...]:
    """Enter the course's deadlines as nbgrader's due dates; return the assignments that changed.

    What has no deadline in the settings keeps the due date that the formgrader gave it. Raises
    CourseError for a deadline of an assignment that the gradebook does not have.
    """
    query = select(ASSIGNMENT.name, ASSIGNMENT.duedate)
    known: dict[str, datetime | None] = dict(connection.execute(query).all())
    refuse_strangers(course, known)
    due = {name: in_utc(time) for name, time in course.deadlines.items()}
    changed = [{"key": name, "duedate": time} for name, time in due.items() if known[name] != time]
    if changed:
        update = TABLES["assignment"].update().where(ASSIGNMENT.name == bindparam("key"))
        connection.execute(update, changed)
    return tuple(str(one["key"]) for one in changed)


def refuse_strangers(course: Course, known: Iterable[str]) -> None:
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


def late_by(course: Course, assignment: str, handed_in: datetime | None) -> timedelta:
    """Return by how much work missed its deadline; nothing where either time is not known."""
    due = course.deadlines.get(assignment)
    if due is None or handed_in is None:
        return timedelta()
    return max(timedelta(), handed_in - due)
