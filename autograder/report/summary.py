"""Turn the results of a class into the numbers that the report shows; pure, no files."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

from autograder.exercises import Exercise
from autograder.grading.result import GRADED, MISSING, ExerciseResult, SubmissionResult
from autograder.verdict import NOT_DEFINED, NOT_STARTED

BINS = 10
NEEDS_HELP = 0.5  # below half of the points
HARDEST = 5


@dataclass(frozen=True)
class Belief:
    """A misconception and the students who hold it."""

    id: str
    sentence: str
    students: tuple[str, ...]


@dataclass(frozen=True)
class ExerciseRow:
    """How the class did in one exercise or question.

    `right`, `not_done` and `other` count students; the rest hold one of `beliefs`.
    """

    id: str
    right: int
    not_done: int
    other: int
    beliefs: tuple[Belief, ...]

    @property
    def total(self) -> int:
        """Return how many students were graded."""
        return self.right + self.not_done + self.other + self.believers

    @property
    def believers(self) -> int:
        """Return how many students hold a misconception that has a name."""
        return sum(len(belief.students) for belief in self.beliefs)

    @property
    def share_right(self) -> float:
        """Return the share of students with a right answer."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True)
class StudentRow:
    """How one student did, and where they are stuck."""

    student: str
    points: float
    max_points: float
    stuck_in: tuple[str, ...]

    @property
    def share(self) -> float:
        """Return the share of points, written answers not counted."""
        return self.points / self.max_points if self.max_points else 0.0


@dataclass(frozen=True)
class AssignmentSummary:
    """What the report says about one assignment.

    `bins` counts students by tenths of the points; `unread` and `looks` are (student, sentence).
    """

    assignment: str
    students: tuple[StudentRow, ...]
    bins: tuple[int, ...]
    exercises: tuple[ExerciseRow, ...]
    unread: tuple[tuple[str, str], ...]
    looks: tuple[tuple[str, str], ...]
    waiting: int

    @property
    def mean_share(self) -> float:
        """Return the mean share of points."""
        return mean(row.share for row in self.students) if self.students else 0.0

    @property
    def median_share(self) -> float:
        """Return the median share of points."""
        return median(row.share for row in self.students) if self.students else 0.0

    @property
    def hardest(self) -> tuple[ExerciseRow, ...]:
        """Return the exercises that fewest students got right, hardest first."""
        rows = sorted(self.exercises, key=lambda row: row.share_right)
        return tuple(row for row in rows if row.share_right < 1)[:HARDEST]

    @property
    def need_help(self) -> tuple[StudentRow, ...]:
        """Return the students below half of the points, the neediest first."""
        rows = sorted(self.students, key=lambda row: row.share)
        return tuple(row for row in rows if row.share < NEEDS_HELP)


def summarize(
    results: Iterable[SubmissionResult], exercises: Mapping[str, Exercise]
) -> tuple[AssignmentSummary, ...]:
    """Summarize every assignment that has results, in order."""
    by_assignment: dict[str, list[SubmissionResult]] = {}
    for result in results:
        if result.status != MISSING:
            by_assignment.setdefault(result.assignment, []).append(result)
    return tuple(
        summarize_assignment(name, by_assignment[name], exercises) for name in sorted(by_assignment)
    )


def summarize_assignment(
    assignment: str, results: Sequence[SubmissionResult], exercises: Mapping[str, Exercise]
) -> AssignmentSummary:
    """Summarize one assignment."""
    graded = [result for result in results if result.status == GRADED]
    rows = tuple(student_row(result) for result in graded)
    return AssignmentSummary(
        assignment=assignment,
        students=rows,
        bins=histogram(row.share for row in rows),
        exercises=exercise_rows(graded, exercises),
        unread=said_of(result for result in results if result.status != GRADED),
        looks=said_of(graded),
        waiting=sum(one.needs_manual_points for result in graded for one in result.exercises),
    )


def said_of(results: Iterable[SubmissionResult]) -> tuple[tuple[str, str], ...]:
    """List what was noted about submissions, as (student, sentence)."""
    return tuple((result.student, note) for result in results for note in result.notes)


def histogram(shares: Iterable[float]) -> tuple[int, ...]:
    """Count shares of points by tenths; full points belong to the last."""
    counts = Counter(min(int(share * BINS), BINS - 1) for share in shares)
    return tuple(counts[number] for number in range(BINS))


def student_row(result: SubmissionResult) -> StudentRow:
    """Sum up one student's work, written answers left out."""
    automatic = [one for one in result.exercises if not one.by_hand]
    return StudentRow(
        result.student,
        round(sum(one.points for one in automatic), 2),
        round(sum(one.max_points for one in automatic), 2),
        tuple(one.id for one in automatic if not one.passed),
    )


def exercise_rows(
    results: Sequence[SubmissionResult], exercises: Mapping[str, Exercise]
) -> tuple[ExerciseRow, ...]:
    """Gather the class's answers exercise by exercise, in the order of the lesson."""
    answers: dict[str, list[tuple[str, ExerciseResult]]] = {}
    for result in results:
        for one in result.exercises:
            if not one.by_hand:
                answers.setdefault(one.id, []).append((result.student, one))
    return tuple(exercise_row(id, given, exercises.get(id)) for id, given in answers.items())


def exercise_row(
    id: str, answers: Sequence[tuple[str, ExerciseResult]], exercise: Exercise | None
) -> ExerciseRow:
    """Count right answers, empty ones, beliefs that have a name, and the rest."""
    holders: dict[str, list[str]] = {}
    sentences = {m.id: m.sentence for m in exercise.misconceptions} if exercise else {}
    for student, one in answers:
        if one.misconception:
            holders.setdefault(one.misconception, []).append(student)
            # a question's sentences are sealed: take the one that the student was told
            sentences.setdefault(one.misconception, one.message)
    right = sum(one.passed is True for _, one in answers)
    not_done = sum(one.kind in (NOT_STARTED, NOT_DEFINED) for _, one in answers)
    named = sum(map(len, holders.values()))
    other = len(answers) - right - not_done - named
    return ExerciseRow(id, right, not_done, other, beliefs(holders, sentences))


def beliefs(
    holders: Mapping[str, Sequence[str]], sentences: Mapping[str, str]
) -> tuple[Belief, ...]:
    """List the beliefs, most held first, each with its sentence."""
    most_held = sorted(holders, key=lambda id: -len(holders[id]))
    return tuple(Belief(id, sentences[id], tuple(holders[id])) for id in most_held)
