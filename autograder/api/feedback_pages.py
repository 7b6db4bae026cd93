"""Write a page for each student."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import autograder.feedback.pages as pages
from autograder.api.refusals import refuse_nothing_graded, refuse_unknown_assignments
from autograder.course.folder import Course
from autograder.course.roster import read_roster
from autograder.feedback.pages import Feedback
from autograder.feedback.zips import FORMATS, Packed, packed
from autograder.grading.selection import refuse_unknown

__all__ = ["FORMATS", "Archive", "Feedback", "FeedbackRun", "feedback"]

Archive = Literal["moodle", "canvas", "plain"]


@dataclass(frozen=True)
class FeedbackRun:
    """The pages that feedback consists of.

    Parameters
    ----------
    pages
        One for each submission: its `student`, `assignment`, `path` and `text`.
    archives
        The zip files for a platform, with the names of those who were left out.
    written
        The files that were not as they should be, and were written, or would be.

    """

    pages: tuple[Feedback, ...]
    archives: tuple[Packed, ...] = ()
    written: frozenset[Path] = frozenset()

    @property
    def not_graded(self) -> tuple[Feedback, ...]:
        """The pages that only say that the work is not graded yet."""
        return tuple(page for page in self.pages if page.total.not_graded)


def feedback(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    archive: Archive | None = None,
    by_roster: bool = False,
    dry_run: bool = False,
    follow: Callable[[Iterable[Feedback]], Iterable[Feedback]] = iter,
) -> FeedbackRun:
    """Write a page for each student and assignment; those that would not change are left.

    Parameters
    ----------
    course
        The course.
    assignments, students
        Whose pages are made; all where none is named.
    archive
        The platform for which the pages are packed, too.
    by_roster
        For Moodle, whether participant numbers that no download tells come from the roster.
    dry_run
        Whether nothing is written.
    follow
        What the pages go through as they are made, such as `rich.progress.track`.

    Returns
    -------
    FeedbackRun
        The pages and the archives.

    Raises
    ------
    CourseError
        Where nothing of this has been graded yet, a name is unknown, or a result, the roster or
        the gradebook cannot be read.

    Examples
    --------
    >>> made = feedback(course, students=["bob"])
    >>> [str(page.path.relative_to(course.folder)) for page in made.pages]
    ['feedback/bob/01_neuron.html']
    >>> len(made.written), len(feedback(course, students=["bob"]).written)
    (1, 0)

    """
    known = {*course.students, *(student.id for student in read_roster(course))}
    refuse_unknown_assignments(course, assignments)
    refuse_unknown("student", students, known, "in this course")
    made = tuple(follow(pages.feedback(course, assignments, students)))
    refuse_nothing_graded(made)
    archives = packed(course, made, archive, by_roster=by_roster) if archive else []
    files: list[Feedback | Packed] = [*made, *archives]
    changed = [file for file in files if file.changed]
    for file in () if dry_run else changed:
        file.write()
    return FeedbackRun(made, tuple(archives), frozenset(file.path for file in changed))
