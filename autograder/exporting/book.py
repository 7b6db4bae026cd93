"""The grades of a course, a row for each student: what every format of export is made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.course.roster import Student
from autograder.gradebook.rare_lessons import shares
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE
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

    @property
    def has_work_without_points(self) -> bool:
        """Whether something was handed in that is not graded yet, not readable or no notebook.

        An empty cell would take away a score that the platform has for it.
        """
        return any(
            status_of(total) != MISSING and not total.has_points for total in self.totals.values()
        )

    def earned(self, assignment: str) -> float | None:
        """Return the points of one assignment, None where there is nothing to add up."""
        total = self.totals.get(assignment)
        return total.points if total is not None and total.has_points else None


@dataclass(frozen=True)
class Book:
    """The assignments with what each is worth, and the students with what they earned.

    `left` are the ids of those who have results and do not take part; they have no row.
    """

    course_name: str
    worth: Mapping[str, float]
    rows: tuple[Row, ...]
    left: tuple[str, ...] = ()

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
        return sum(total.unjudged for total in self.totals)

    @property
    def written_waiting(self) -> int:
        """How many of them are written answers."""
        return self.waiting - self.unjudged

    @property
    def totals(self) -> tuple[Total, ...]:
        """What everybody earned, by student and assignment."""
        return tuple(total for row in self.rows for total in row.totals.values())

    @property
    def unreadable(self) -> int:
        """How many submissions could not be read, or hold no notebook, and have no points."""
        return sum(len(students) for students in self.not_readable.values())

    @property
    def not_readable(self) -> dict[str, tuple[str, ...]]:
        """Whose submissions these are, by assignment."""
        return by_assignment(
            total
            for total in self.totals
            if status_of(total) == UNREADABLE and not total.has_points
        )

    @property
    def rare(self) -> dict[str, tuple[str, ...]]:
        """Who handed in a lesson that only few did while most handed in another, by assignment."""
        came = by_assignment(total for total in self.totals if status_of(total) != MISSING)
        return {lesson: came[lesson] for lesson in shares(came, len(self.rows)).rare}

    @property
    def not_graded(self) -> dict[str, tuple[str, ...]]:
        """Whose work has come in and is not graded yet, by assignment."""
        return by_assignment(total for total in self.totals if total.not_graded)

    @property
    def superseded(self) -> dict[str, tuple[str, ...]]:
        """Who has handed in another file since than the one that was graded, by assignment."""
        return by_assignment(total for total in self.totals if total.superseded)


def by_assignment(totals: Iterable[Total]) -> dict[str, tuple[str, ...]]:
    """Return the students of some submissions by assignment."""
    students: dict[str, tuple[str, ...]] = {}
    for total in totals:
        name = total.result.assignment
        students[name] = (*students.get(name, ()), total.student.id)
    return students


def book_of(course_name: str, totals: Iterable[Total]) -> Book:
    """Gather what everybody earned, by student."""
    worth: dict[str, float] = {}
    students: dict[str, Student] = {}
    earned: dict[str, dict[str, Total]] = {}
    left: dict[str, None] = {}
    for total in totals:
        worth[total.result.assignment] = total.max_points
        if not total.takes_part:
            left[total.student.id] = None
            continue
        students[total.student.id] = total.student
        earned.setdefault(total.student.id, {})[total.result.assignment] = total
    rows = tuple(Row(students[id], earned[id]) for id in sorted(students))
    return Book(course_name, dict(sorted(worth.items())), rows, tuple(left))


def status_of(total: Total | None) -> str:
    """Name the state of a submission: graded, waiting, not_graded, unreadable or missing."""
    if total is None or total.result.is_absent:
        return MISSING
    if total.result.status == GRADED and total.waiting:
        return "waiting"
    if total.result.status == MISSING:  # no notebook came, but other files
        return UNREADABLE
    return GRADED if total.has_points else total.result.status
