"""Where a course counts the best attempt: grade every attempt, and let the best one count."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from autograder.course.files import digest, write_whole
from autograder.course.folder import Course
from autograder.course.handed_in.attempts import (
    Attempt,
    attempts_folder,
    put_into_submitted,
    read_attempts,
)
from autograder.course.handed_in.submitted import Submission
from autograder.gradebook.lock import hold_lock
from autograder.gradebook.result import SubmissionResult
from autograder.grading.plan import look_up
from autograder.grading.pool import grade_all
from autograder.grading.selection import GradingOptions
from autograder.grading.startup_guard import watching

POINTS = "points.json"
BROKEN = (OSError, ValueError, KeyError, TypeError)

Key: TypeAlias = tuple[str, str, str]  # student, assignment, content


@dataclass(frozen=True)
class RatedAttempt:
    """One attempt that is compared: what its points rest on, and what is known of them."""

    attempt: Attempt
    submission: Submission
    file: Path
    rests_on: str = ""
    points: float | None = None

    @property
    def name(self) -> tuple[str, str]:
        """Return whose attempt at what it is."""
        return self.submission.student, self.submission.assignment

    @property
    def worth(self) -> tuple[float, bool, int]:
        """The points, and to choose among equal ones whether it holds work, and its number."""
        return self.points or 0.0, not self.attempt.without_work, self.attempt.number_of_attempt


def place_best_attempts(course: Course, options: GradingOptions) -> None:
    """Put the attempt with most points into `submitted`, for all who handed in several times.

    Of equal ones the last counts. Points given by hand and late penalties are not compared.
    """
    attempts = [
        attempt
        for assignment in options.assignments
        for student in options.students
        for attempt in attempts_to_rate(course, student, assignment)
    ]
    with hold_lock(course):
        rated = rate(course, attempts, options)
        for name in dict.fromkeys(attempt.name for attempt in rated):
            of_student = [attempt for attempt in rated if attempt.name == name]
            best = max(of_student, key=lambda attempt: attempt.worth)
            put_into_submitted(course, *name, best.attempt)


def attempts_to_rate(course: Course, student: str, assignment: str) -> list[RatedAttempt]:
    """Return a student's attempts, none where there is nothing to choose."""
    attempts = read_attempts(course, student, assignment)
    home = attempts_folder(course, student, assignment)
    to_rate = []
    for attempt in attempts if len(attempts) > 1 else ():
        folder = home / str(attempt.number_of_attempt)
        submission = Submission(student, assignment, folder / f"{assignment}.ipynb")
        to_rate.append(RatedAttempt(attempt, submission, folder / POINTS))
    return to_rate


def rate(
    course: Course, attempts: Sequence[RatedAttempt], options: GradingOptions
) -> list[RatedAttempt]:
    """Return the attempts with their points; only what is not known is graded."""
    plan = look_up(course, (attempt.submission for attempt in attempts), options.limits)
    based = [
        replace(
            attempt,
            rests_on=planned.fingerprint,
            points=points_in(attempt.file, planned.fingerprint),
        )
        for attempt, planned in zip(attempts, plan, strict=True)
    ]
    unknown = by_key(attempt for attempt in based if attempt.points is None)
    earned = {
        attempt.file: result.points
        for result in grade_attempts(course, unknown, options)
        for attempt in unknown.get((result.student, result.assignment, result.content_digest), ())
    }
    return [replace(attempt, points=earned.get(attempt.file, attempt.points)) for attempt in based]


def by_key(attempts: Iterable[RatedAttempt]) -> dict[Key, list[RatedAttempt]]:
    """Return attempts by what tells their results apart."""
    groups: dict[Key, list[RatedAttempt]] = {}
    for attempt in attempts:
        content = attempt.file.with_name(f"{attempt.submission.assignment}.ipynb").read_bytes()
        groups.setdefault((*attempt.name, digest(content)), []).append(attempt)
    return groups


def grade_attempts(
    course: Course, attempts: Mapping[Key, Sequence[RatedAttempt]], options: GradingOptions
) -> Iterator[SubmissionResult]:
    """Grade attempts and yield each result, whose points are kept beside the attempt."""
    if not attempts:
        return
    submissions = [alike[0].submission for alike in attempts.values()]
    whole = replace(options, only=frozenset())
    with (
        watching(course) as guard,
        closing(grade_all(course, submissions, whole)) as grades,
    ):
        for graded in grades:
            result = graded.result
            if guard is not None:
                guard.graded(result)
            key = result.student, result.assignment, result.content_digest
            for attempt in attempts.get(key, ()) if not result.retry else ():
                keep_points(attempt, result.points)
            yield result


def points_in(file: Path, rests_on: str) -> float | None:
    """Return the points that were kept, None where they rest on something else."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return float(kept["points"]) if kept["rests_on"] == rests_on else None
    except BROKEN:
        return None


def keep_points(attempt: RatedAttempt, points: float) -> None:
    """Keep the points of an attempt beside it."""
    write_whole(attempt.file, json.dumps({"points": points, "rests_on": attempt.rests_on}))
