"""What a run has to do: which submissions are graded, and which results stay as they are.

A result stays where its fingerprint is the same: one hash of the file that was handed in, of all
that was given out, of the course's settings and rubrics, of the limits, and of the code and the
libraries that decide.
"""

import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from itertools import compress
from operator import not_
from pathlib import Path

import autograder
import nnlib
from autograder.course.files import digest
from autograder.course.folder import Course
from autograder.course.handed_in.submitted import Submission
from autograder.course.libraries import library_versions
from autograder.gradebook.result import GRADED, SubmissionResult
from autograder.gradebook.result_files import read_result
from autograder.grading.assignment import rubrics_of
from autograder.grading.selection import GradingOptions
from autograder.sandbox.levels import LEVELS, reaches
from autograder.sandbox.limits import Limits
from autograder.submissions.reading import content_digest, read_content


@dataclass(frozen=True)
class PlannedSubmission:
    """A submission, the hash of all that its grade would rest on, and its result if it has one."""

    submission: Submission
    fingerprint: str
    result: SubmissionResult | None

    @property
    def name(self) -> tuple[str, str]:
        """Return whose submission of what it is."""
        return self.submission.student, self.submission.assignment


@dataclass(frozen=True)
class Plan:
    """The submissions that are graded, and those that keep their results.

    `outdated` says how many of the first are graded only because what grades rest on has changed.
    """

    to_grade: tuple[PlannedSubmission, ...]
    kept: tuple[PlannedSubmission, ...]
    outdated: int = 0

    @property
    def read_results(self) -> tuple[SubmissionResult, ...]:
        """The results that stay as they are."""
        return tuple(planned.result for planned in self.kept if planned.result is not None)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The student and the assignment of each submission that is graded."""
        return tuple(planned.name for planned in self.to_grade)


def make_plan(course: Course, submissions: Iterable[Submission], options: GradingOptions) -> Plan:
    """Divide the chosen submissions into those to grade and those whose results stay."""
    chosen = [submission for submission in submissions if submission.student in options.students]
    planned = look_up(course, chosen, options.limits)
    if options.force or options.only:
        return Plan(planned, ())
    current = [is_current(course, submission) for submission in planned]
    kept = tuple(compress(planned, current))
    to_grade = tuple(compress(planned, map(not_, current)))
    return Plan(to_grade, kept, sum(map(is_outdated, to_grade)))


def look_up(
    course: Course, submissions: Iterable[Submission], limits: Limits
) -> tuple[PlannedSubmission, ...]:
    """Look up what is known of each submission."""
    submissions = tuple(submissions)
    code = code_digest()
    names = {submission.assignment for submission in submissions}
    bases = {name: basis_digest(course, name, limits, code) for name in names}
    return tuple(
        PlannedSubmission(
            submission,
            fingerprint(bases[submission.assignment], submission),
            read_result(course, submission.student, submission.assignment),
        )
        for submission in submissions
    )


def is_current(course: Course, planned: PlannedSubmission) -> bool:
    """Return True if the result that was kept is the one that grading would give again."""
    result = planned.result
    if result is None or result.outdated or result.retry or not planned.fingerprint:
        return False
    if result.fingerprint != planned.fingerprint or below(result.isolation, course.isolation):
        return False
    return result.status != GRADED or has_content(course.autograded(*planned.name))


def is_outdated(planned: PlannedSubmission) -> bool:
    """Return True if the file is the one that was graded, and its grade rests on other things.

    The lesson, the course's settings, the limits or this program have changed since then.
    """
    result, notebook = planned.result, planned.submission.notebook
    if result is None or result.retry or notebook is None:
        return False
    if result.fingerprint in ("", planned.fingerprint):
        return False
    return result.content_digest == content_digest(notebook)


def has_content(path: Path) -> bool:
    """Return True if a file is there and was not left empty when the power failed."""
    return path.is_file() and path.stat().st_size > 0


def below(level: str, wanted: str) -> bool:
    """Return True if a known level of isolation is not what the course demands now."""
    return level in LEVELS and not reaches(level, wanted)


def fingerprint(basis: str, submission: Submission) -> str:
    """Return the hash of all that one grade rests on; empty where the file can't be read."""
    if submission.notebook is None:
        return digest(basis.encode(), submission.note.encode())
    try:
        content = read_content(submission.notebook)
    except OSError:
        return ""
    return digest(basis.encode(), submission.note.encode(), content)


def basis_digest(course: Course, assignment: str, limits: Limits, code: str) -> str:
    """Return a hash of what all grades of one assignment rest on; `code` is `code_digest()`."""
    rubrics = rubrics_of(course, assignment)
    settings = [course.seed, course.show_hidden_cases, rubrics, limits.to_plain()]
    if course.libraries:
        settings.append(library_versions(course))
    given_out = folder_digest(course.release(assignment).parent)
    text = json.dumps(settings, sort_keys=True)
    answers = read_if_there(course.answers(assignment))
    return digest(code.encode(), given_out.encode(), text.encode(), course.secret, answers)


def read_if_there(path: Path) -> bytes:
    """Return what a file holds, nothing where there is none."""
    return path.read_bytes() if path.is_file() else b""


def code_digest() -> str:
    """Return a hash of both packages, of Python and of NumPy; take it once in a run."""
    packages = [Path(package.__path__[0]) for package in (autograder, nnlib)]
    versions = f"Python {platform.python_version()}, NumPy {version('numpy')}"
    return digest(versions.encode(), *(folder_digest(folder).encode() for folder in packages))


def folder_digest(folder: Path) -> str:
    """Return a hash of the names and contents of all files below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not is_by_product(path))
    parts = [(path.relative_to(folder).as_posix().encode(), path.read_bytes()) for path in files]
    return digest(*(part for pair in parts for part in pair))


def is_by_product(path: Path) -> bool:
    """Return True for what programs leave beside files: compiled code, editors' copies."""
    return path.name.startswith(".") or path.parent.name in ("__pycache__", ".ipynb_checkpoints")
