"""The result of grading one submission, as plain data that is kept and passed on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar, get_origin

from autograder.judging.finding import NO_FINDING, Finding
from autograder.notes import Cause, Note
from autograder.notes.groups import Noted

GRADED = "graded"
UNREADABLE = "unreadable"
MISSING = "missing"
NOT_GRADED = "not_graded"  # never kept: work that no run has seen yet
FORMAT = 2  # 1 kept no findings
CAUSES = {UNREADABLE: Cause.UNREADABLE, MISSING: Cause.ABSENT}  # of a note without one
MOST_SHOWN = 40  # characters of a value that is not what it should be

Result = TypeVar("Result", "ExerciseResult", "SubmissionResult")


@dataclass(frozen=True)
class ExerciseResult:
    """What one exercise or question of a submission earned, and why.

    `points` are out of `max_points`; `passed` and `kind` are the verdict's; `cell` is the graded
    cell's id in nbgrader; `message` is for the instructor alone, for it may show a hidden case;
    `finding` is what its student may read, of which nothing is hidden; `named` says whether a
    belief is named there, None where that is not known: then it is the `misconception`;
    `needs_manual_points` is set where only a person can give points;
    `answer_digest` stands for the answer as it was handed in.
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
    answer_digest: str = ""
    finding: Finding = NO_FINDING
    named: bool | None = None

    @property
    def names_belief(self) -> bool:
        """Whether what the student reads names a belief."""
        return self.misconception is not None if self.named is None else self.named


@dataclass(frozen=True)
class SubmissionResult:
    """What one submission earned.

    `status` is "graded", "unreadable" or "missing", and "not_graded" for work that no run has seen
    yet; `notes` say what was repaired or needs a
    person's look, each a sentence with its cause; `seconds` is the wall time that grading took;
    `isolation` is the level at which the student's code ran; `fingerprint` stands for all that the
    grade rests on, `content_digest` for the file that was handed in. `retry` is set where the
    grader was at fault, so that the next run grades the submission again. `format` is that of the
    file it was read from.
    """

    student: str
    assignment: str
    status: str
    exercises: tuple[ExerciseResult, ...] = ()
    notes: tuple[Note, ...] = ()
    seconds: float = 0.0
    isolation: str = ""
    fingerprint: str = ""
    content_digest: str = ""
    retry: bool = False
    format: int = FORMAT

    @property
    def is_absent(self) -> bool:
        """Whether nothing came at all; a PDF, or several notebooks, are no absence."""
        return self.status == MISSING and not any(came_otherwise(note) for note in self.notes)

    @property
    def outdated(self) -> bool:
        """Whether an earlier version of the course kept it, without the findings."""
        return self.format < FORMAT

    @property
    def points(self) -> float:
        """The points earned so far, those given by hand not counted."""
        return round(sum(exercise.points for exercise in self.exercises), 2)

    @property
    def max_points(self) -> float:
        """The points that could be earned."""
        return round(sum(exercise.max_points for exercise in self.exercises), 2)


def came_otherwise(note: Note) -> bool:
    """Return True if a note says that something came, though no notebook to grade."""
    return Note.from_plain(note).cause in (Cause.NO_NOTEBOOK, Cause.SEVERAL_NOTEBOOKS)


def noted(results: Iterable[SubmissionResult]) -> Iterator[Noted]:
    """Yield every note on some submissions."""
    for result in results:
        for note in result.notes:
            yield Noted(result.student, result.assignment, read_note(note, result.status))


def read_note(data: Any, status: str) -> Note:
    """Read one note of a result; a text alone, as earlier versions kept it, is of its status."""
    return Note.from_plain(data, CAUSES.get(status, Cause.OTHER))


def to_plain(result: SubmissionResult) -> dict[str, Any]:
    """Return the result as dictionaries; dataclasses.asdict would copy every text."""
    exercises = [
        {**vars(exercise), "finding": exercise.finding.to_plain()} for exercise in result.exercises
    ]
    notes = [read_note(note, result.status).to_plain() for note in result.notes]
    return {**vars(result), "exercises": exercises, "notes": notes}


def to_json(result: SubmissionResult) -> str:
    """Return the result as JSON text, the same for the same result."""
    return json.dumps(to_plain(result), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> SubmissionResult:
    """Read a result back from its JSON text; raises ValueError, TypeError or KeyError."""
    data: Mapping[str, Any] = json.loads(text)
    exercises = tuple(exercise_from(exercise) for exercise in data["exercises"])
    notes = tuple(read_note(note, data["status"]) for note in data["notes"])
    read = {"format": 1, **data, "exercises": exercises, "notes": notes}
    result = checked(SubmissionResult(**read))
    if result.format > FORMAT:
        raise ValueError("a newer version of the course wrote it")
    return result


def exercise_from(data: Mapping[str, Any]) -> ExerciseResult:
    """Read the result of one exercise back."""
    finding = Finding.from_plain(data.get("finding", {}))
    return checked(ExerciseResult(**{**data, "finding": finding}))


def checked(result: Result) -> Result:
    """Return what was read if every field is of its type; raises TypeError with the field."""
    for field in fields(result):
        value = getattr(result, field.name)
        if not isinstance(value, allowed(field.type)):
            raise TypeError(f"`{field.name}` is {json.dumps(value, default=str)[:MOST_SHOWN]}")
    return result


def allowed(annotation: Any) -> Any:
    """Return what `isinstance` must find for a field."""
    if get_origin(annotation) is tuple:
        return tuple
    return int | float if annotation is float else annotation  # JSON's 1 is a number of points
