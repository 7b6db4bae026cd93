"""Collect what was handed in: open the sources, sort what came, keep all, fill `submitted`."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from autograder.collecting.archives.entries import Bounds, CollectError, Staging, staging
from autograder.collecting.archives.names import safe_name
from autograder.collecting.archives.sources import open_source
from autograder.collecting.filing import Filing
from autograder.collecting.layouts.claim import Source
from autograder.collecting.layouts.platforms import read_claims
from autograder.collecting.looks import keep_looks
from autograder.collecting.matching import Class, namesakes
from autograder.collecting.originals import original_of
from autograder.collecting.outcome import Collection, Received
from autograder.collecting.sheets.kept_sheets import keep_canvas_gradebook, keep_worksheets
from autograder.collecting.sheets.rosters import StudentList, merged, read_students
from autograder.collecting.sheets.worksheets import Row, read_worksheet
from autograder.collecting.sorting import sort_claims
from autograder.collecting.which import Assignments, read_assignments
from autograder.course.folder import Course, CourseError
from autograder.course.names import is_student_name, printable
from autograder.course.roster import ROSTER, Student, read_roster, write_roster
from autograder.gradebook.late import enter_due_dates
from autograder.gradebook.lock import hold_lock
from autograder.gradebook.nbgrader import open_gradebook

TABLE = ".csv"


@dataclass(frozen=True)
class CollectingOptions:
    """What somebody asked to be collected, and how.

    Parameters
    ----------
    platform, assignment
        Found in what came where they are empty.
    roster
        A list of students to be taken into the course's.
    aliases
        The ids of the students that names on the platform belong to.
    add_students
        Whether people who are not in the roster are added to it.
    dry_run
        Whether nothing is written.

    """

    platform: str = ""
    assignment: str = ""
    roster: Path | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    add_students: bool = False
    dry_run: bool = False
    bounds: Bounds = field(default_factory=Bounds)


def collect(course: Course, sources: Sequence[Path], options: CollectingOptions) -> Collection:
    """Collect the sources into a course.

    Raises CourseError where the course, the roster or the worksheet can't be used; a source that
    can't be read is named in what is returned, and the others are collected.
    """
    run = Collecting(course, options, read_assignments(course))
    with nullcontext() if options.dry_run else hold_lock(course):
        run.take_roster()
        run.take_worksheets([source for source in sources if source.suffix.lower() == TABLE])
        for source in sources:
            if source.suffix.lower() != TABLE:
                run.take(source)
        run.finish()
    return run.done


@dataclass
class Collecting:
    """One run of collecting."""

    course: Course
    options: CollectingOptions
    assignments: Assignments
    done: Collection = field(default_factory=Collection)
    roster: dict[str, Student] = field(default_factory=dict)
    worksheet: dict[str, Row] = field(default_factory=dict)
    numbers: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    may_add: bool = False
    before: tuple[Student, ...] = ()

    def take_roster(self) -> None:
        """Read the course's roster, and take in the one that was given."""
        self.done.dry_run = self.options.dry_run
        self.before = read_roster(self.course)
        refuse_paths(self.before)
        read = read_students(self.options.roster) if self.options.roster else StudentList()
        self.done.notes += read.notes
        self.roster = {one.id: one for one in merged(self.before, read.students)}
        self.done.students_added = [id for id in self.roster if id not in ids(self.before)]
        self.may_add = self.options.add_students or not self.roster
        for name, id in self.options.aliases.items():
            if id not in self.roster:
                raise CourseError(
                    f"{name} can't be matched with {id}: the roster has no student of that id."
                )

    def take_worksheets(self, files: Sequence[Path]) -> None:
        """Read Moodle's grading worksheets."""
        for file in files:
            rows = read_worksheet(file, self.course.zone)
            self.worksheet |= rows
            self.numbers[file] = tuple(rows)
            if not any(row.time or row.unread for row in rows.values()):
                self.done.notes.append(f"{file.name} tells nobody's time of handing in.")

    def take(self, source: Path) -> None:
        """Collect one source; what goes wrong with it is told in what was done."""
        received = Received(str(source))
        self.done.received.append(received)
        with staging(self.options.bounds) as stage:
            try:
                self.take_opened(source, stage, received)
            except CollectError as error:
                received.failure = str(error)

    def take_opened(self, source: Path, stage: Staging, received: Received) -> None:
        """Open one source, sort what is in it and file it."""
        unpacked = open_source(source, stage)
        received.problems = unpacked.problems
        if not unpacked.entries:
            raise CollectError(f"{source} {nothing_in(received)}")
        read = Source(unpacked, tuple(self.assignments.templates), self.course.zone)
        received.platform, claims = read_claims(read, self.options.platform)
        people = Class(
            self.roster,
            received.platform,
            self.may_add,
            self.options.aliases,
            self.worksheet,
            namesakes(claims),
        )
        sorted_claims = sort_claims(
            unpacked, claims, people, self.assignments, self.options.assignment
        )
        original = original_of(self.course, unpacked, datetime.now(UTC))
        received.original = original.name
        self.done.notes += [note for note in sorted_claims.notes if note not in self.done.notes]
        Filing(self.course, received.platform, original, self.done).file(unpacked, sorted_claims)

    def finish(self) -> None:
        """Write the roster if it changed, and enter the deadlines into the gradebook."""
        known = {*ids(self.before), *self.done.students_added}
        self.done.students_added += [id for id in self.roster if id not in known]
        if self.options.dry_run:
            return
        keep_looks(self.course, self.done, {id: one.name for id, one in self.roster.items()})
        if self.options.roster:
            keep_canvas_gradebook(self.course, self.options.roster)
        self.done.notes += keep_worksheets(self.course, self.numbers, self.options.assignment)
        if tuple(self.roster.values()) != self.before:
            write_roster(self.course, self.roster.values())
        if self.course.deadlines:
            with open_gradebook(self.course) as book, book.engine.begin() as connection:
                enter_due_dates(connection, self.course)


def refuse_paths(students: Sequence[Student]) -> None:
    """Raise CourseError for an id that can't be the name of a folder."""
    for student in students:
        if (
            student.id.startswith(".")
            or set(student.id) & set("/\\\0")
            or not is_student_name(student.id)
            or (sys.platform == "win32" and safe_name(student.id) != student.id)
        ):
            raise CourseError(
                f"{ROSTER}: the id {printable(student.id)} can't name a folder; use letters, "
                "digits, - and _."
            )


def ids(students: Sequence[Student]) -> set[str]:
    """Return the ids of students."""
    return {student.id for student in students}


def nothing_in(received: Received) -> str:
    """Say why nothing was found in a source."""
    if received.problems:
        return "holds nothing that could be read: " + " ".join(received.problems)
    return "is empty: nobody has handed anything in, or the wrong file was downloaded."
