"""Keep each result in a file of its own, written in one step, and read them back."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from autograder.grading.course import Course, CourseError
from autograder.grading.result import SubmissionResult, from_json, to_json


def keep(course: Course, result: SubmissionResult) -> None:
    """Write one result; a run that is killed leaves the old file or the new one, never half."""
    write_whole(course.result(result.student, result.assignment), to_json(result))


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one step; what is no character becomes a question mark."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{os.getpid()}.unfinished")  # short: a student's name may be long
    try:
        unfinished.write_text(text, encoding="utf-8", errors="replace")
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def kept(course: Course) -> Iterator[SubmissionResult]:
    """Read every result of a course, by assignment and student.

    Raises CourseError with the file where one can't be read.
    """
    for path in sorted((course.folder / "results").glob("*/*.json")):
        try:
            yield from_json(path.read_text(encoding="utf-8"))
        except (ValueError, TypeError, KeyError) as error:
            raise CourseError(
                f"{path} can't be read ({error}). Delete it and run `autograder grade` again."
            ) from None
