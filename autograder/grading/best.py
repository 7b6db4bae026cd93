"""Where a course counts the best attempt: grade every attempt, and let the best one count."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from autograder.course.attempts import Attempt, attempts_folder, put_into_submitted, read_attempts
from autograder.course.files import digest, write_whole
from autograder.course.folder import Course
from autograder.course.submitted import Submission
from autograder.gradebook.lock import hold_lock
from autograder.gradebook.result import SubmissionResult
from autograder.grading.plan import planned
from autograder.grading.pool import grade_all
from autograder.sandbox.limits import Limits

POINTS = "points.json"
BROKEN = (OSError, ValueError, KeyError, TypeError)


Key: TypeAlias = tuple[str, str, str]  # student, assignment, content


@dataclass(frozen=True)
class Tried:
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


def take_the_best(
    course: Course,
    assignments: Iterable[str],
    students: Sequence[str],
    *,
    workers: int,
    limits: Limits,
) -> None:
    """Put the attempt with most points into `submitted`, for all who handed in several times.

    Of equal ones the last counts. Points given by hand and late penalties are not compared.
    """
    tried = [
        one
        for assignment in assignments
        for student in students
        for one in attempts_to_try(course, student, assignment)
    ]
    with hold_lock(course):
        known = with_points(course, tried, workers, limits)
        for name in dict.fromkeys(one.name for one in known):
            best = max((one for one in known if one.name == name), key=worth)
            put_into_submitted(course, *name, best.attempt)


def worth(one: Tried) -> tuple[float, int]:
    """Return the points of an attempt, and its number to choose among equal ones."""
    return one.points or 0.0, one.attempt.number_of_attempt


def attempts_to_try(course: Course, student: str, assignment: str) -> list[Tried]:
    """Return a student's attempts, none where there is nothing to choose."""
    attempts = read_attempts(course, student, assignment)
    home = attempts_folder(course, student, assignment)
    tried = []
    for attempt in attempts if len(attempts) > 1 else ():
        folder = home / str(attempt.number_of_attempt)
        submission = Submission(student, assignment, folder / f"{assignment}.ipynb")
        tried.append(Tried(attempt, submission, folder / POINTS))
    return tried


def with_points(
    course: Course, tried: Sequence[Tried], workers: int, limits: Limits
) -> list[Tried]:
    """Return the attempts with their points; only what is not known is graded."""
    plan = planned(course, (one.submission for one in tried), limits)
    based = [
        replace(one, rests_on=now.fingerprint, points=points_in(one.file, now.fingerprint))
        for one, now in zip(tried, plan, strict=True)
    ]
    todo = by_key(one for one in based if one.points is None)
    earned = {
        one.file: result.points
        for result in graded(course, todo, workers, limits)
        for one in todo.get((result.student, result.assignment, result.content_digest), ())
    }
    return [replace(one, points=earned.get(one.file, one.points)) for one in based]


def by_key(tried: Iterable[Tried]) -> dict[Key, list[Tried]]:
    """Return attempts by what tells their results apart."""
    found: dict[Key, list[Tried]] = {}
    for one in tried:
        content = one.file.with_name(f"{one.submission.assignment}.ipynb").read_bytes()
        found.setdefault((*one.name, digest(content)), []).append(one)
    return found


def graded(
    course: Course, todo: Mapping[Key, Sequence[Tried]], workers: int, limits: Limits
) -> Iterator[SubmissionResult]:
    """Grade attempts and yield each result, whose points are kept beside the attempt."""
    if not todo:
        return
    submissions = [alike[0].submission for alike in todo.values()]
    with closing(grade_all(course, submissions, workers=workers, limits=limits)) as grades:
        for one in grades:
            result = one.result
            key = result.student, result.assignment, result.content_digest
            for tried in todo.get(key, ()) if not result.retry else ():
                keep_points(tried, result.points)
            yield result


def points_in(file: Path, rests_on: str) -> float | None:
    """Return the points that were kept, None where they rest on something else."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return float(kept["points"]) if kept["rests_on"] == rests_on else None
    except BROKEN:
        return None


def keep_points(one: Tried, points: float) -> None:
    """Keep the points of an attempt beside it."""
    write_whole(one.file, json.dumps({"points": points, "rests_on": one.rests_on}))
