"""Where a course stands: who has handed in what, and what has become of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, timedelta

from autograder.course.folder import Course
from autograder.course.roster import Student, read_roster
from autograder.course.submitted import Submission, find_submission, out_of_place
from autograder.course.timestamps import TIMESTAMP, read_timestamp
from autograder.gradebook.late import late_by
from autograder.gradebook.nbgrader import gradebook_path
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE
from autograder.gradebook.totals import Total, is_folder_name, totals
from autograder.submissions.reading import content_digest

NEW = "new"
CHANGED = "changed"
WAITING = "waiting"
STATES = (MISSING, NEW, CHANGED, UNREADABLE, WAITING, GRADED)


@dataclass(frozen=True)
class Standing:
    """Where one submission stands.

    Parameters
    ----------
    student, assignment
        Whose it is, and of what.
    state
        "missing" (nothing handed in), "new" (not graded yet), "changed" (another file than the one
        that was graded), "unreadable", "waiting" (for points that a person gives) or "graded".
    points, max_points
        What it earned so far, None where there is nothing to add up, and what it is worth.
    waiting
        How many answers wait for a person's points.
    late_by
        By how much it missed its deadline.
    note
        What is odd about its files, empty where nothing is.

    """

    student: Student
    assignment: str
    state: str
    points: float | None = None
    max_points: float | None = None
    waiting: int = 0
    late_by: timedelta = timedelta()
    note: str = ""


@dataclass(frozen=True)
class Status:
    """Where a course stands.

    Parameters
    ----------
    course
        The course.
    standings
        One for each student, of the roster or with a folder, and each released assignment.
    out_of_place
        What lies in `submitted` and is nobody's work, in sentences.

    """

    course: Course
    standings: tuple[Standing, ...]
    out_of_place: tuple[str, ...] = ()

    def of(self, assignment: str) -> tuple[Standing, ...]:
        """Return the standings of one assignment, by student."""
        return tuple(one for one in self.standings if one.assignment == assignment)


def status(course: Course) -> Status:
    """Look up where every submission stands; nothing is graded or written.

    Raises CourseError where a result, the roster or the gradebook cannot be read.
    """
    roster = {one.id: one for one in read_roster(course) if is_folder_name(one.id)}
    people = {**{id: Student(id) for id in course.students}, **roster}
    graded = graded_work(course)
    standings = (
        standing(course, people[id], assignment, graded.get((id, assignment)))
        for assignment in course.assignments
        for id in sorted(people)
    )
    return Status(course, tuple(standings), tuple(out_of_place(course)))


def graded_work(course: Course) -> Mapping[tuple[str, str], Total]:
    """Return what has been graded, by student and assignment."""
    if not any((course.folder / "results").glob("*/*.json")):
        return {}
    gradebook_path(course)  # says what to do where it is missing
    return {(one.result.student, one.result.assignment): one for one in totals(course)}


def standing(course: Course, student: Student, assignment: str, total: Total | None) -> Standing:
    """Return where one submission stands."""
    submission = find_submission(course, student.id, assignment)
    state = state_of(submission, total)
    came = course.submitted(student.id, assignment).is_dir()
    late = late_of(course, student.id, assignment) if submission.notebook else timedelta()
    note = submission.note if came else ""
    if total is None:
        return Standing(student, assignment, state, late_by=late, note=note)
    points = total.points if total.has_points else None
    worth = total.max_points
    return Standing(student, assignment, state, points, worth, total.waiting, late, note)


def state_of(submission: Submission, total: Total | None) -> str:
    """Return the state of one submission, from its file and from what grading found."""
    if submission.notebook is None:
        return MISSING
    if total is None or total.result.status == MISSING:
        return NEW
    graded = total.result.content_digest
    if graded and graded != content_digest(submission.notebook):
        return CHANGED
    if total.result.status == UNREADABLE:
        return UNREADABLE
    return WAITING if total.waiting else GRADED


def late_of(course: Course, student: str, assignment: str) -> timedelta:
    """Return by how much a submission missed its deadline, by the time that lies beside it."""
    time = read_timestamp(course.submitted(student, assignment) / TIMESTAMP)
    return late_by(course, assignment, time and time.replace(tzinfo=UTC))
