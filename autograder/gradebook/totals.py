"""What each submission earned in all: results, points given by hand, extra credit, penalties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course.folder import Course
from autograder.course.roster import Participants, Student, read_participants
from autograder.exercises import load
from autograder.gradebook.read_grades import CellPoints, SubmissionGrades, read_grades
from autograder.gradebook.result import GRADED, NOT_GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import is_superseded, read_results, result_now
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
    grades
        What the gradebook holds: points by hand, comments, the late penalty.
    superseded
        Whether another file has been handed in since it was graded.
    takes_part
        Whether the student is on the course's roster, if it has one.

    """

    student: Student
    result: SubmissionResult
    max_points: float
    grades: SubmissionGrades = field(default_factory=SubmissionGrades)
    superseded: bool = False
    takes_part: bool = True

    @property
    def cells(self) -> Mapping[str, CellPoints]:
        """The points of each graded cell: the gradebook's, or the result's where it has none."""
        of_result = {exercise.cell: points_of(exercise) for exercise in self.result.exercises}
        return {**of_result, **self.grades.cells}

    @property
    def has_points(self) -> bool:
        """Whether there is anything to add up: a graded notebook, or points of a person."""
        by_hand = any(cell.by_hand is not None for cell in self.grades.cells.values())
        return self.result.status == GRADED or (by_hand and not self.not_graded)

    @property
    def not_graded(self) -> bool:
        """Whether it has been handed in and no run has graded it yet."""
        return self.result.status == NOT_GRADED

    @property
    def by_machine(self) -> float:
        """The points of the machine, where no person gave others."""
        cells = self.cells.values()
        return add_up(cell.by_machine or 0.0 for cell in cells if cell.by_hand is None)

    @property
    def by_hand(self) -> float:
        """The points that a person gave."""
        return add_up(cell.by_hand or 0.0 for cell in self.cells.values())

    @property
    def extra_credit(self) -> float:
        """The points beyond those of the exercises."""
        return add_up(cell.extra_credit for cell in self.cells.values())

    @property
    def late_penalty(self) -> float:
        """The points that being late costs."""
        return self.grades.late_penalty

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
        return sum(cell.waits for cell in self.cells.values())

    @property
    def unjudged(self) -> int:
        """How many of them wait because the machine could not judge them."""
        written = {exercise.cell for exercise in self.result.exercises if exercise.by_hand}
        others = [points for cell, points in self.cells.items() if cell not in written]
        return self.waiting and sum(points.waits for points in others)


def points_of(exercise: ExerciseResult) -> CellPoints:
    """Return the points of a cell that the gradebook does not know."""
    waits = exercise.needs_manual_points
    return CellPoints(None if waits else exercise.points, waits=waits)


def add_up(points: Iterable[float]) -> float:
    """Add points up, to two decimals."""
    return round(sum(points), 2)


def totals(course: Course, assignments: Sequence[str] = ()) -> list[Total]:
    """Return what everybody earned, by assignment and student; without names, in all assignments.

    These are the assignments of which something has been graded. A student without a result has
    handed nothing in, or work that is not graded yet. Raises CourseError if a result, the roster
    or the gradebook can't be read.
    """
    results: dict[str, dict[str, SubmissionResult]] = {}
    for result in read_results(course):
        if not assignments or result.assignment in assignments:
            results.setdefault(result.assignment, {})[result.student] = result
    participants = read_participants(course)
    return [
        total
        for assignment, by_student in sorted(results.items())
        for total in totals_of(course, assignment, by_student, participants)
    ]


def totals_of(
    course: Course,
    assignment: str,
    results: Mapping[str, SubmissionResult],
    participants: Participants,
) -> list[Total]:
    """Return what everybody earned in one assignment, by student."""
    grades = read_grades(course, assignment)
    cells = load_template(course.release(assignment), load()).cells
    max_points = add_up(cell.points for cell in cells)
    people = participants.people
    ids = sorted({*results, *people, *participants.others})
    now = {id: result_now(course, id, assignment, results.get(id)) for id in ids}
    return [
        Total(
            people.get(id, Student(id)),
            result,
            max_points,
            grades.get(id, SubmissionGrades()),
            is_superseded(course, result),
            participants.has(id),
        )
        for id, result in now.items()
    ]
