"""What each submission earned in all: results, points given by hand, extra credit, penalties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course.folder import Course, is_students
from autograder.course.roster import Student, read_roster
from autograder.exercises import load
from autograder.gradebook.recorded import CellPoints, Recorded, read_recorded
from autograder.gradebook.result import GRADED, MISSING, SubmissionResult
from autograder.gradebook.result_files import kept
from autograder.messages import say
from autograder.submissions.template import load_template


@dataclass(frozen=True)
class Total:
    """One submission with all that it earned.

    Parameters
    ----------
    student, result
        Whose it is, and what grading found.
    max_points
        What the assignment is worth.
    recorded
        What the gradebook holds: points by hand, comments, the late penalty.

    """

    student: Student
    result: SubmissionResult
    max_points: float
    recorded: Recorded = field(default_factory=Recorded)

    @property
    def cells(self) -> Mapping[str, CellPoints]:
        """The points of each graded cell: the gradebook's, or the result's where it has none."""
        found = {one.cell: (one.points, one.needs_manual_points) for one in self.result.exercises}
        own = {
            cell: CellPoints(None if waits else points, waits=waits)
            for cell, (points, waits) in found.items()
        }
        return {**own, **self.recorded.cells}

    @property
    def has_points(self) -> bool:
        """Whether there is anything to add up: a graded notebook, or points of a person."""
        by_hand = any(one.by_hand is not None for one in self.recorded.cells.values())
        return self.result.status == GRADED or by_hand

    @property
    def by_machine(self) -> float:
        """The points of the machine, where no person gave others."""
        cells = self.cells.values()
        return total(one.by_machine or 0.0 for one in cells if one.by_hand is None)

    @property
    def by_hand(self) -> float:
        """The points that a person gave."""
        return total(one.by_hand or 0.0 for one in self.cells.values())

    @property
    def extra_credit(self) -> float:
        """The points beyond those of the exercises."""
        return total(one.extra_credit for one in self.cells.values())

    @property
    def late_penalty(self) -> float:
        """The points that being late costs."""
        return self.recorded.late_penalty

    @property
    def points(self) -> float:
        """The sum of all, never below 0."""
        earned = self.by_machine + self.by_hand + self.extra_credit
        return round(max(0.0, earned - self.late_penalty), 2)

    @property
    def waiting(self) -> int:
        """How many answers wait for a person's points; none where nothing could be read."""
        if self.result.status != GRADED:
            return 0
        return sum(one.waits for one in self.cells.values())

    @property
    def unjudged(self) -> int:
        """How many of them wait because the machine could not judge them."""
        written = {one.cell for one in self.result.exercises if one.by_hand}
        return self.waiting and sum(
            one.waits for cell, one in self.cells.items() if cell not in written
        )


def total(points: Iterable[float]) -> float:
    """Add points up, to two decimals."""
    return round(sum(points), 2)


def totals(course: Course, assignments: Sequence[str] = ()) -> list[Total]:
    """Return what everybody earned, by assignment and student; without names, in all assignments.

    Who stands in the roster and has no result of an assignment has handed nothing in. Raises
    CourseError where a result, the roster or the gradebook cannot be read.
    """
    results: dict[str, dict[str, SubmissionResult]] = {}
    for result in kept(course):
        if not assignments or result.assignment in assignments:
            results.setdefault(result.assignment, {})[result.student] = result
    people = {one.id: one for one in read_roster(course) if is_folder_name(one.id)}
    return [
        one
        for assignment, found in sorted(results.items())
        for one in totals_of(course, assignment, found, people)
    ]


def is_folder_name(id: str) -> bool:
    """Tell whether an id of the roster can be the name of a student's folder."""
    return is_students(id) and not set(id) & set("/\\\0")


def totals_of(
    course: Course,
    assignment: str,
    results: Mapping[str, SubmissionResult],
    people: Mapping[str, Student],
) -> list[Total]:
    """Return what everybody earned in one assignment, by student."""
    recorded = read_recorded(course, assignment)
    cells = load_template(course.release(assignment), load()).cells
    worth = total(cell.points for cell in cells)
    return [
        Total(
            people.get(id, Student(id)),
            results.get(id) or nothing_from(id, assignment),
            worth,
            recorded.get(id, Recorded()),
        )
        for id in sorted({*results, *people})
    ]


def nothing_from(student: str, assignment: str) -> SubmissionResult:
    """Return the result of somebody of whom nothing has come."""
    return SubmissionResult(student, assignment, MISSING, notes=(say("Nothing was handed in."),))
