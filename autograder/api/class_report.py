"""Report what a class got wrong and believes."""

import os
from collections.abc import Sequence
from pathlib import Path

from autograder.api.refusals import refuse_unknown_assignments
from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.report.page import render
from autograder.report.plain import data
from autograder.report.tables import tables
from autograder.report.whole import ClassReport, class_report

__all__ = ["ClassReport", "data", "report", "write_report"]


def report(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    similar: bool = False,
    output: str | os.PathLike[str] | None = None,
) -> ClassReport:
    """Gather what the class got wrong and believes.

    Parameters
    ----------
    course
        The course.
    assignments
        Which assignments; all where none is named.
    similar
        Whether similar submissions are looked for, which takes a while.
    output
        Where the page is written; without it, nothing is.

    Returns
    -------
    ClassReport
        The assignments with their exercises and misconceptions, and the trend over them.

    Raises
    ------
    CourseError
        Where a name is unknown, or a result, the roster or a released notebook cannot be read.

    Examples
    --------
    >>> (neuron,) = report(course).assignments
    >>> neuron.assignment
    '01_neuron'

    """
    refuse_unknown_assignments(course, assignments)
    made = class_report(course, assignments, similar=similar)
    if output is not None:
        write_whole(Path(output), render(made))
    return made


def write_report(report: ClassReport, page: Path, *, dry_run: bool = False) -> tuple[Path, ...]:
    """Write a report's page and the tables beside it; return the files, the page first."""
    files = {page: render(report)}
    for name, text in tables(report).items():  # `STEM-NAME.csv` is never the roster
        files[page.with_name(f"{page.stem}-{name}.csv")] = text
    for path, text in () if dry_run else files.items():
        write_whole(path, text)
    return tuple(files)
