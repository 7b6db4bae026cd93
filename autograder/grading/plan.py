"""What a run has to do: which submissions are graded, and which results are right as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.submitted import Submission
from autograder.gradebook.result import GRADED, SubmissionResult
from autograder.gradebook.result_files import read_result
from autograder.grading.fingerprint import basis_digest, code_digest, fingerprint
from autograder.sandbox.levels import LEVELS, reaches
from autograder.sandbox.limits import Limits
from autograder.submissions.reading import content_digest


@dataclass(frozen=True)
class Planned:
    """A submission, all that its grade would rest on now, and its result if that was kept."""

    submission: Submission
    fingerprint: str
    result: SubmissionResult | None

    @property
    def name(self) -> tuple[str, str]:
        """Return whose submission of what it is."""
        return self.submission.student, self.submission.assignment


def planned(
    course: Course, submissions: Iterable[Submission], limits: Limits
) -> tuple[Planned, ...]:
    """Look up what is known of each submission."""
    submissions = tuple(submissions)
    code = code_digest()
    names = {one.assignment for one in submissions}
    bases = {name: basis_digest(course, name, limits, code) for name in names}
    return tuple(
        Planned(
            one,
            fingerprint(bases[one.assignment], one),
            read_result(course, one.student, one.assignment),
        )
        for one in submissions
    )


def unchanged(course: Course, plan: Sequence[Planned]) -> tuple[Planned, ...]:
    """Return what need not be graded again, because nothing that its grade rests on changed."""
    return tuple(one for one in plan if still_right(course, one))


def still_right(course: Course, one: Planned) -> bool:
    """Tell whether a kept result is the one that grading would give again."""
    result = one.result
    if result is None or result.outdated or result.retry or not one.fingerprint:
        return False
    if result.fingerprint != one.fingerprint or below(result.isolation, course.isolation):
        return False
    return result.status != GRADED or there(course.autograded(*one.name))


def outdated(plan: Iterable[Planned]) -> tuple[Planned, ...]:
    """Return the submissions that are the same as when they were graded, by another basis.

    The lesson, the course's settings, the limits or this program have changed since then.
    """
    return tuple(planned for planned in plan if is_outdated(planned))


def is_outdated(planned: Planned) -> bool:
    """Return True if the file is the one that was graded, and its grade rests on other things."""
    result, notebook = planned.result, planned.submission.notebook
    if result is None or result.retry or notebook is None:
        return False
    if result.fingerprint in ("", planned.fingerprint):
        return False
    return result.content_digest == content_digest(notebook)


def there(path: Path) -> bool:
    """Tell whether a file is there and was not left empty when the power failed."""
    return path.is_file() and path.stat().st_size > 0


def below(level: str, wanted: str) -> bool:
    """Tell whether a known level of isolation is not what the course demands now."""
    return level in LEVELS and not reaches(level, wanted)
