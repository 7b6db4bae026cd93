"""The rows of the report: one belief, one exercise, one student."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.feedback.sections import Section

NOWHERE = Section("", "")


@dataclass(frozen=True)
class Belief:
    """A misconception and the students who hold it.

    `of_code` is whether it belongs to a function: there the same id in another exercise is the
    same belief, while the options of two questions have nothing to do with each other.
    """

    id: str
    sentence: str
    students: tuple[str, ...]
    of_code: bool = True


@dataclass(frozen=True)
class ExerciseRow:
    """How the class did in one exercise or question.

    `right`, `not_done` and `other` count students; the rest hold one of `beliefs`. `section` is
    where in the lesson it stands. `discrimination` is None where it would say nothing.
    """

    id: str
    right: int
    not_done: int
    other: int
    beliefs: tuple[Belief, ...]
    section: Section = NOWHERE
    discrimination: float | None = None

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
    """How one student did in what the machine judges, and why they may need help."""

    student: str
    points: float
    max_points: float
    stuck_in: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Return the share of points, written answers not counted."""
        return self.points / self.max_points if self.max_points else 0.0


def by_need(rows: Sequence[StudentRow]) -> tuple[StudentRow, ...]:
    """Return the students with a reason to be helped, the neediest first."""
    return tuple(sorted((row for row in rows if row.reasons), key=lambda row: row.share))
