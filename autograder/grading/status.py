"""How a course is doing: who has handed in what, and what has become of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from autograder.course.folder import Course
from autograder.course.handed_in.submitted import Submission, find_submission, out_of_place
from autograder.course.handed_in.timestamps import TIMESTAMP, read_timestamp
from autograder.course.roster import Student, read_participants
from autograder.gradebook.late import in_utc, seconds_late
from autograder.gradebook.nbgrader import gradebook_path
from autograder.gradebook.read_grades import SubmissionGrades
from autograder.gradebook.result import (
    GRADED,
    MISSING,
    NOT_GRADED,
    UNREADABLE,
    came_otherwise,
    read_note,
)
from autograder.gradebook.totals import Total, totals
from autograder.grading.looks import instead_of_usual
from autograder.grading.selection import refuse_unknown
from autograder.notes import NO_NOTE, Note
from autograder.notes.groups import Group, Noted, gather

NEW = "new"
CHANGED = "changed"
WAITING = "waiting"
STATES = (MISSING, NEW, CHANGED, UNREADABLE, WAITING, GRADED)


@dataclass(frozen=True)
class SubmissionStatus:
    """What has become of one submission.

    Parameters
    ----------
    student, assignment
        Whose it is, and of what.
    state
        "missing" (nothing handed in), "new" (not graded yet), "changed" (another file than the one
        that was graded), "unreadable" (and where other files came instead of a notebook),
        "waiting" (for points that a person gives) or "graded".
    points, max_points
        What it earned so far, None where there is nothing to add up, and what it is worth.
    waiting
        How many answers wait for a person's points.
    late_by
        By how much it missed its deadline.
    note
        What is odd about its files, empty where nothing is.
    notes
        What is to be said of it: of its files, and what grading noted of the file that counts.
    takes_part
        Whether the student is on the course's roster, if it has one.

    """

    student: Student
    assignment: str
    state: str
    points: float | None = None
    max_points: float | None = None
    waiting: int = 0
    late_by: timedelta = timedelta()
    note: Note = NO_NOTE
    takes_part: bool = True
    notes: tuple[Note, ...] = ()

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should look at it."""
        return self.state == UNREADABLE or any(note.needs_a_look for note in self.notes)

    @property
    def noted(self) -> Iterator[Noted]:
        """What is to be said of it, with whose it is."""
        return (Noted(self.student.id, self.assignment, note) for note in self.notes)


@dataclass(frozen=True)
class Status:
    """How a course is doing.

    Parameters
    ----------
    course
        The course.
    submissions
        A `SubmissionStatus` for each student, of the roster or with a folder, and each released
        assignment.
    out_of_place
        What lies in `submitted` and is nobody's work, in sentences.

    """

    course: Course
    submissions: tuple[SubmissionStatus, ...]
    out_of_place: tuple[str, ...] = ()

    @property
    def standings(self) -> tuple[SubmissionStatus, ...]:
        """The earlier name of `submissions`."""
        return self.submissions

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something that a person should look at."""
        return bool(self.out_of_place or self.left) or any(
            submission.needs_a_look for submission in self.submissions
        )

    @property
    def groups(self) -> tuple[Group, ...]:
        """The notes by their cause, the gravest first."""
        return gather(noted for submission in self.submissions for noted in submission.noted)

    @property
    def left(self) -> tuple[str, ...]:
        """Those who have a folder in `submitted` and no row in the roster, by id."""
        ids = (one.student.id for one in self.submissions if not one.takes_part)
        return tuple(dict.fromkeys(ids))

    def of(self, assignment: str) -> tuple[SubmissionStatus, ...]:
        """Return the submissions of one assignment, by student."""
        return tuple(
            submission for submission in self.submissions if submission.assignment == assignment
        )


def status(course: Course, assignments: Sequence[str] = (), students: Sequence[str] = ()) -> Status:
    """Look up every submission, or those that are named; nothing is graded or written.

    Raises CourseError for a name that the course does not know, and where a result, the roster or
    the gradebook cannot be read.
    """
    participants = read_participants(course)
    people = {**{id: Student(id) for id in participants.others}, **participants.people}
    graded = graded_work(course)
    due = {
        total.result.assignment: total.grades.due for total in graded.values() if total.grades.due
    }
    submissions = [
        replace(
            submission_status(
                course, people[id], assignment, graded.get((id, assignment)), due.get(assignment)
            ),
            takes_part=id in participants.people,
        )
        for assignment in course.assignments
        for id in sorted(people)
    ]
    submissions = with_other_lessons(submissions)
    refuse_unknown("assignment", assignments, course.assignments, "in this course")
    known = {submission.student.id for submission in submissions}
    refuse_unknown("student", students, known, "in this course")
    chosen = (
        submission
        for submission in submissions
        if (not assignments or submission.assignment in assignments)
        and (not students or submission.student.id in students)
    )
    return Status(course, tuple(chosen), tuple(out_of_place(course)))


def with_other_lessons(submissions: Sequence[SubmissionStatus]) -> list[SubmissionStatus]:
    """Return the submissions, with a note where another lesson seems to have come instead."""
    handed_in = [(one.student.id, one.assignment) for one in submissions if one.state != MISSING]
    found = {
        (noted.student, noted.assignment): noted.note
        for noted in instead_of_usual(handed_in, {one.student.id for one in submissions})
    }
    names = [(one.student.id, one.assignment) for one in submissions]
    return [
        replace(one, notes=(*one.notes, found[name])) if name in found else one
        for one, name in zip(submissions, names, strict=True)
    ]


def graded_work(course: Course) -> Mapping[tuple[str, str], Total]:
    """Return what has been graded, by student and assignment."""
    if not any((course.folder / "results").glob("*/*.json")):
        return {}
    gradebook_path(course)  # says what to do where it is missing
    return {(total.result.student, total.result.assignment): total for total in totals(course)}


def submission_status(
    course: Course,
    student: Student,
    assignment: str,
    total: Total | None,
    due: datetime | None = None,
) -> SubmissionStatus:
    """Return what has become of one submission; `due` is the gradebook's due date, in UTC."""
    grades = total.grades if total else SubmissionGrades()
    submission = find_submission(course, student.id, assignment)
    state = state_of(submission, total)
    has_folder = course.submitted(student.id, assignment).is_dir()
    late = timedelta()
    if submission.notebook:
        late = late_of(course, student.id, assignment, due, grades)
    note = submission.note if has_folder else NO_NOTE
    notes: tuple[Note, ...] = (note,) if note else ()
    if total is None:
        return SubmissionStatus(student, assignment, state, late_by=late, note=note, notes=notes)
    if state in (UNREADABLE, WAITING, GRADED):  # of this very file
        notes = tuple(read_note(one, total.result.status) for one in total.result.notes)
    points = total.points if total.has_points else None
    earned = points, total.max_points, total.waiting
    return SubmissionStatus(student, assignment, state, *earned, late, note, notes=notes)


def state_of(submission: Submission, total: Total | None) -> str:
    """Return the state of one submission, from its file and from what grading found."""
    if submission.notebook is None:
        return UNREADABLE if came_otherwise(submission.note) else MISSING
    if total is None or total.result.status in (NOT_GRADED, MISSING):
        return NEW
    if total.superseded:
        return CHANGED
    if total.result.status == UNREADABLE:
        return UNREADABLE
    return WAITING if total.waiting else GRADED


def late_of(
    course: Course, student: str, assignment: str, due: datetime | None, grades: SubmissionGrades
) -> timedelta:
    """Return by how much a submission missed its deadline, by the time that lies beside it.

    As for the penalty, the formgrader's due date holds where the course has no deadline, and its
    extension does in any case.
    """
    time = read_timestamp(course.submitted(student, assignment) / TIMESTAMP, course.zone)
    deadline = course.deadlines.get(assignment)
    due = in_utc(deadline) if deadline else due
    return timedelta(seconds=seconds_late(time, due, grades.extension))
