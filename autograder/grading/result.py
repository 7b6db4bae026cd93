"""The result of grading one submission, as plain data that is kept and passed on."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

GRADED = "graded"
UNREADABLE = "unreadable"
MISSING = "missing"


@dataclass(frozen=True)
class ExerciseResult:
    """What one exercise or question of a submission earned, and why.

    `points` are out of `max_points`; `passed` and `kind` are the verdict's; `cell` is the graded
    cell's id in nbgrader; `needs_manual_points` is set where only a person can give points.
    """

    id: str
    cell: str
    points: float
    max_points: float
    passed: bool | None
    kind: str
    misconception: str | None = None
    message: str = ""
    by_hand: bool = False
    needs_manual_points: bool = False


@dataclass(frozen=True)
class SubmissionResult:
    """What one submission earned.

    `status` is "graded", "unreadable" or "missing"; `notes` say what was repaired or needs a
    person's look, in sentences; `seconds` is the wall time that grading took; `isolation` is the
    level at which the student's code ran; `fingerprint` stands for all that the grade rests on.
    """

    student: str
    assignment: str
    status: str
    exercises: tuple[ExerciseResult, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    isolation: str = ""
    fingerprint: str = ""

    @property
    def points(self) -> float:
        """The points earned so far, those given by hand not counted."""
        return round(sum(one.points for one in self.exercises), 2)

    @property
    def max_points(self) -> float:
        """The points that could be earned."""
        return round(sum(one.max_points for one in self.exercises), 2)


def to_json(result: SubmissionResult) -> str:
    """Return the result as JSON text, the same for the same result."""
    return json.dumps(asdict(result), ensure_ascii=False, indent=1, sort_keys=True)


def from_json(text: str) -> SubmissionResult:
    """Read a result back from its JSON text."""
    data: Mapping[str, Any] = json.loads(text)
    exercises = tuple(ExerciseResult(**one) for one in data["exercises"])
    return SubmissionResult(**{**data, "exercises": exercises, "notes": tuple(data["notes"])})
