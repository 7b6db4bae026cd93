"""Where a course counts the best attempt: grade every attempt, and let the best one count."""

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.grading.attempts import Attempt, attempts_of, folder_of, place
from autograder.grading.classwork import grade_all
from autograder.grading.course import Course
from autograder.grading.fingerprint import digest
from autograder.grading.handed_in import Submission
from autograder.grading.limits import Limits
from autograder.grading.lock import only_run
from autograder.grading.plan import planned
from autograder.grading.results import write_whole

POINTS = "points.json"
BROKEN = (OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True)
class Tried:
    """One attempt that is compared: what its points rest on, and what is known of them."""

    attempt: Attempt
    submission: Submission
    file: Path
    rests_on: str = ""
    points: float | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells its result from those of the others."""
        content = self.file.with_name(f"{self.submission.assignment}.ipynb").read_bytes()
        return self.submission.student, self.submission.assignment, digest(content)


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
    with only_run(course):
        known = with_points(course, tried, workers, limits)
        for name in dict.fromkeys(
            (one.submission.student, one.submission.assignment) for one in known
        ):
            mine = [o for o in known if (o.submission.student, o.submission.assignment) == name]
            best = max(mine, key=lambda one: (one.points or 0.0, one.attempt.number_of_attempt))
            place(course, *name, best.attempt)


def attempts_to_try(course: Course, student: str, assignment: str) -> list[Tried]:
    """Return a student's attempts, none where there is nothing to choose."""
    attempts = attempts_of(course, student, assignment)
    home = folder_of(course, student, assignment)
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
    todo = [one for one in based if one.points is None]
    found = {one.key: one for one in todo}
    earned: dict[tuple[str, str, str], float] = {}
    if todo:
        submissions = [one.submission for one in found.values()]
        with closing(grade_all(course, submissions, workers=workers, limits=limits)) as grades:
            for graded in grades:
                result = graded.result
                key = result.student, result.assignment, result.content_digest
                earned[key] = result.points
                for one in todo if not result.retry else ():
                    if one.key == key:
                        keep_points(one, result.points)
    return [
        one if one.points is not None else replace(one, points=earned.get(one.key)) for one in based
    ]


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
