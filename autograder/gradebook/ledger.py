"""Keep each result as it comes, and write the gradebook in groups, in one process.

The file of a result is there before the gradebook knows of it: a run that is killed loses
nothing, because the next one records what the gradebook lacks.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine

from autograder.course.folder import Course, CourseError
from autograder.course.roster import read_roster
from autograder.gradebook.backup import back_up
from autograder.gradebook.handed_out import bring_back, set_aside
from autograder.gradebook.late import enter_due_dates, note_on_time, update_penalties, update_times
from autograder.gradebook.lessons import about_source, follow_release
from autograder.gradebook.lock import hold_lock
from autograder.gradebook.nbgrader import (
    LateRule,
    clear_errors,
    file_of,
    gradebook_path,
    late_rule,
    make_missing_gradebook,
    open_gradebook,
    retry_while_locked,
)
from autograder.gradebook.people import enter_people, name_by_id
from autograder.gradebook.record_results import not_recorded, prepare_table, record_results
from autograder.gradebook.result import SubmissionResult
from autograder.gradebook.result_files import (
    GradedSubmission,
    clear_unfinished,
    write_autograded,
    write_result,
)

MOST_WAITING = 25  # results in one transaction
LONGEST_WAIT = 1.0  # seconds until the formgrader shows a result

T = TypeVar("T")


@dataclass
class Ledger:
    """The results of one run on their way into the gradebook."""

    course: Course
    engine: Engine
    rule: LateRule | None
    waiting: list[SubmissionResult] = field(default_factory=list)
    written: float = field(default_factory=time.monotonic)
    said: list[str] = field(default_factory=list)

    def add(self, graded: GradedSubmission, fingerprint: str) -> SubmissionResult:
        """Keep one result and its notebook; return it with a note if its time is not known."""
        result = complete(self.course, graded.result, fingerprint)
        write_autograded(self.course, replace(graded, result=result))
        write_result(self.course, result)
        self.waiting.append(result)
        due = time.monotonic() - self.written > LONGEST_WAIT
        if due or len(self.waiting) >= MOST_WAITING:
            self.flush()
        return result

    def flush(self) -> None:
        """Record what waits, in one transaction; raises CourseError if that can't be done."""
        self.write(lambda connection: record_results(connection, self.waiting))
        self.waiting.clear()
        self.written = time.monotonic()

    def catch_up(self, assignment: str, results: Sequence[SubmissionResult]) -> None:
        """Record the kept results of one assignment that the gradebook lacks."""
        self.write(lambda book: record_results(book, not_recorded(book, assignment, results)))

    def update_lateness(self, assignment: str) -> None:
        """Bring the times and the late penalties of an assignment up to date."""
        self.write(lambda connection: update_times(connection, self.course, assignment))
        self.write(lambda connection: update_penalties(connection, assignment, self.rule))

    def follow_release(self, assignment: str) -> None:
        """Give the gradebook the points of a release; keep what there is to say of it."""
        if not self.course.release(assignment).is_file():
            return
        self.said += about_source(self.course, assignment)
        self.said += self.write(lambda book: [*follow_release(book, self.course, assignment)])

    def enter_people(self) -> None:
        """Enter the names and addresses of the roster's students."""
        students = read_roster(self.course)
        self.write(lambda connection: enter_people(connection, students))

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do some work in one transaction, tried again while another program is writing."""
        with clear_errors(file_of(self.course)):
            return retry_while_locked(lambda: in_transaction(self.engine, work))


def in_transaction(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Do some work in one transaction: all of it or nothing."""
    with engine.begin() as connection:
        return work(connection)


def complete(course: Course, result: SubmissionResult, fingerprint: str) -> SubmissionResult:
    """Add what only the run knows; a result to be tried again gets no fingerprint."""
    rests_on = "" if result.retry else result.fingerprint or fingerprint
    note = note_on_time(course, result.student, result.assignment)
    notes = (*result.notes, note) if note and note not in result.notes else result.notes
    return replace(result, notes=notes, fingerprint=rests_on)


@contextmanager
def open_ledger(course: Course, assignments: Sequence[str]) -> Iterator[Ledger]:
    """Be the one run that grades a course: lock it, clear up, back the gradebook up, open it.

    Raises CourseError if another run holds the course or the gradebook can't be written.
    """
    rule = late_rule(course)
    with hold_lock(course):
        clear_unfinished(course, assignments)
        make_missing_gradebook(course)
        with clear_errors(gradebook_path(course, thorough=True)):
            back_up(course, datetime.now())
        with open_gradebook(course) as gradebook:
            ledger = Ledger(course, gradebook.engine, rule)
            ledger.write(prepare_table)
            ledger.write(bring_back)
            ledger.write(lambda connection: enter_due_dates(connection, course))
            ledger.enter_people()
            for assignment in assignments:
                ledger.follow_release(assignment)
            try:
                yield ledger
            except BaseException:
                with suppress(CourseError):  # the next run records what this one kept
                    ledger.flush()
                raise
            ledger.flush()
            for assignment in assignments:
                ledger.update_lateness(assignment)
            ledger.write(name_by_id)
            ledger.write(lambda connection: set_aside(connection, course))
