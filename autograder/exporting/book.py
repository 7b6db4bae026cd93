"""The grades of a course, a row for each student: what every format of export is made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.course.roster import Student
from autograder.gradebook.result import GRADED
from autograder.gradebook.totals import Total


@dataclass(frozen=True)
class Row:
    """One student with what each assignment earned, by its name."""

    student: Student
    totals: Mapping[str, Total] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """The points of all assignments together."""
        return round(sum(total.points for total in self.totals.values() if total.has_points), 2)

    @property
    def waiting(self) -> int:
        """How many answers of the student wait for a person's points."""
        return sum(total.waiting for total in self.totals.values())

    def earned(self, assignment: str) -> float | None:
        """Return the points of one assignment, None where there is nothing to add up."""
        total = self.totals.get(assignment)
        return total.points if total is not None and total.has_points else None


@dataclass(frozen=True)
class Book:
    """The assignments with what each is worth, and the students with what they earned."""

    course_name: str
    worth: Mapping[str, float]
    rows: tuple[Row, ...]

    @property
    def max_points(self) -> float:
        """What all assignments together are worth."""
        return round(sum(self.worth.values()), 2)

    @property
    def waiting(self) -> int:
        """How many answers wait for a person's points."""
        return sum(row.waiting for row in self.rows)

    @property
    def unjudged(self) -> int:
        """How many of them wait because the machine could not judge them."""
        return sum(total.unjudged for row in self.rows for total in row.totals.values())

    @property
    def written_waiting(self) -> int:
        """How many of them are written answers."""
        return self.waiting - self.unjudged

    @property
    def unreadable(self) -> int:
        """How many submissions could not be read and have no points."""
        return sum(
            total.result.status == "unreadable" and not total.has_points
            for row in self.rows
            for total in row.totals.values()
        )


def book_of(course_name: str, totals: Iterable[Total]) -> Book:
    """Gather what everybody earned, by student."""
    worth: dict[str, float] = {}
    students: dict[str, Student] = {}
    earned: dict[str, dict[str, Total]] = {}
    for total in totals:
        worth[total.result.assignment] = total.max_points
        students[total.student.id] = total.student
        earned.setdefault(total.student.id, {})[total.result.assignment] = total
    rows = tuple(Row(students[id], earned[id]) for id in sorted(students))
    return Book(course_name, dict(sorted(worth.items())), rows)


def status_of(total: Total | None) -> str:
    """Name the state of a submission: graded, waiting, unreadable or missing."""
    if total is None:
        return "missing"
    if total.result.status == GRADED and total.waiting:
        return "waiting"
    return GRADED if total.has_points else total.result.status
