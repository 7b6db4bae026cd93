"""What each submission earned in all: results, points given by hand, extra credit, penalties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course.folder import Course
from autograder.course.names import is_student_name
from autograder.course.roster import Student, read_roster
from autograder.exercises import load
from autograder.gradebook.read_grades import CellPoints, SubmissionGrades, read_grades
from autograder.gradebook.result import GRADED, MISSING, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import read_results
from autograder.messages import say
from autograder.notes import Cause, Note
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

    """

    student: Student
    result: SubmissionResult
    max_points: float
    grades: SubmissionGrades = field(default_factory=SubmissionGrades)

    @property
    def cells(self) -> Mapping[str, CellPoints]:
        """The points of each graded cell: the gradebook's, or the result's where it has none."""
        of_result = {exercise.cell: points_of(exercise) for exercise in self.result.exercises}
        return {**of_result, **self.grades.cells}

    @property
    def has_points(self) -> bool:
        """Whether there is anything to add up: a graded notebook, or points of a person."""
        by_hand = any(cell.by_hand is not None for cell in self.grades.cells.values())
        return self.result.status == GRADED or by_hand

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

    A student of the roster without a result has handed nothing in. Raises CourseError if a result,
    the roster or the gradebook can't be read.
    """
    results: dict[str, dict[str, SubmissionResult]] = {}
    for result in read_results(course):
        if not assignments or result.assignment in assignments:
            results.setdefault(result.assignment, {})[result.student] = result
    people = {student.id: student for student in read_roster(course) if is_folder_name(student.id)}
    return [
        total
        for assignment, by_student in sorted(results.items())
        for total in totals_of(course, assignment, by_student, people)
    ]


def is_folder_name(id: str) -> bool:
    """Return True if an id of the roster can be the name of a student's folder."""
    return is_student_name(id) and not set(id) & set("/\\\0")


def totals_of(
    course: Course,
    assignment: str,
    results: Mapping[str, SubmissionResult],
    people: Mapping[str, Student],
) -> list[Total]:
    """Return what everybody earned in one assignment, by student."""
    grades = read_grades(course, assignment)
    cells = load_template(course.release(assignment), load()).cells
    max_points = add_up(cell.points for cell in cells)
    return [
        Total(
            people.get(id, Student(id)),
            results.get(id) or missing_result(id, assignment),
            max_points,
            grades.get(id, SubmissionGrades()),
        )
        for id in sorted({*results, *people})
    ]


def missing_result(student: str, assignment: str) -> SubmissionResult:
    """Return the result of a student who handed nothing in."""
    note = Note(Cause.ABSENT, say("Nothing was handed in."))
    return SubmissionResult(student, assignment, MISSING, notes=(note,))
