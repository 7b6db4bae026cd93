"""Bring in what a learning platform gave."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import autograder.collecting.collect as collecting
from autograder.api.refusals import refuse_unknown_assignments
from autograder.collecting.layouts.platforms import PLATFORMS, SHOWN
from autograder.collecting.outcome import (
    EARLIER,
    NEW,
    REPLACED,
    UNCHANGED,
    Collected,
    Collection,
    NoNotebook,
    Other,
    Unmatched,
    to_plain,
)
from autograder.course.folder import Course
from autograder.course.roster import read_roster

__all__ = [
    "EARLIER",
    "NEW",
    "PLATFORMS",
    "REPLACED",
    "SHOWN",
    "UNCHANGED",
    "Collected",
    "Collection",
    "NoNotebook",
    "Other",
    "Unmatched",
    "collect",
    "roster_names",
    "to_plain",
]


def collect(
    course: Course,
    files: Sequence[str | os.PathLike[str]],
    *,
    platform: str = "",
    assignment: str = "",
    roster: str | os.PathLike[str] | None = None,
    matches: Mapping[str, str] | None = None,
    add_students: bool = False,
    dry_run: bool = False,
) -> Collection:
    """Collect what a learning platform gave into `submitted`; the originals are kept.

    Parameters
    ----------
    course
        The course.
    files
        Zip files and folders, and Moodle's grading worksheets (CSV).
    platform, assignment
        Found in the files where they are empty.
    roster
        A list of students (CSV) to take in first.
    matches
        Whose a name on the platform is: from the name to the student's id.
    add_students
        Whether people who are not in the roster are added to it.
    dry_run
        Whether nothing is written.

    Returns
    -------
    Collection
        What was collected, what belongs to nobody, with suggestions, and what could not be read.

    Raises
    ------
    CourseError
        Where the course, the roster or a worksheet can't be used.

    Examples
    --------
    >>> done = collect(course, [download], dry_run=True)
    >>> [(work.student, work.assignment, work.status) for work in done.collected]
    [('eve', '01_neuron', 'new')]

    """
    refuse_unknown_assignments(course, [assignment] if assignment else [])
    options = collecting.CollectingOptions(
        platform,
        assignment,
        Path(roster) if roster is not None else None,
        dict(matches or {}),
        add_students,
        dry_run,
    )
    return collecting.collect(course, [Path(file) for file in files], options)


def roster_names(course: Course) -> dict[str, str]:
    """Return the name of each student of the roster, by id."""
    return {student.id: student.name for student in read_roster(course)}
