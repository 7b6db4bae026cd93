"""What was noted of the whole course: kept where a teacher can read it in full.

Who seems to have handed in another lesson than the class is seen only beside the others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.looks_file import LOOKS, write_looks
from autograder.course.roster import names_of
from autograder.gradebook.rare_lessons import shares
from autograder.gradebook.result import SubmissionResult, noted
from autograder.gradebook.result_files import read_result
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.notes.groups import Noted, gather


def keep_looks(
    course: Course, results: Sequence[SubmissionResult], misplaced: Sequence[str]
) -> Path | None:
    """Write down all notes on the course, of which some submissions were just graded.

    Returns the file, None where it can't be written: every grade is kept by then.
    """
    path, known = course.folder / LOOKS, [*results, *kept_before(course, results)]
    with suppress(OSError):
        groups = gather([*noted(known), *other_lessons(known)])
        write_looks(path, groups, misplaced, names_of(course))
        return path
    return None


def kept_before(course: Course, results: Sequence[SubmissionResult]) -> Iterator[SubmissionResult]:
    """Yield the kept results of the submissions that were not chosen now."""
    chosen = {(result.student, result.assignment) for result in results}
    students = course.students
    for assignment in course.assignments:
        for student in students:
            if (student, assignment) not in chosen:
                result = read_result(course, student, assignment)
                if result is not None:
                    yield result


def other_lessons(results: Sequence[SubmissionResult]) -> Iterator[Noted]:
    """Yield a note on each student without a lesson that most have, and with one that few have.

    It is a reason to look: somebody may also work ahead. Who handed in other files than a notebook
    has handed in.
    """
    names = [(result.student, result.assignment) for result in results if not result.is_absent]
    return instead_of_usual(names, {result.student for result in results})


def instead_of_usual(
    handed_in: Iterable[tuple[str, str]], students: Collection[str]
) -> Iterator[Noted]:
    """Yield the same of who handed in which lesson, by student and assignment."""
    came: defaultdict[str, set[str]] = defaultdict(set)
    for student, assignment in handed_in:
        came[assignment].add(student)
    found = shares(came, len(students))
    for usual in found.usual:
        for rare in found.rare:
            for student in sorted(came[rare] - came[usual]):
                yield Noted(student, usual, handed_in_instead(rare, usual))


def handed_in_instead(rare: str, common: str) -> Note:
    """Say that a student may have taken the wrong file."""
    text = say(
        "Handed in was {rare}, as few did, and nothing of {common}, as most did: "
        "was it the wrong file?",
        rare=rare,
        common=common,
    )
    return Note(Cause.OTHER_LESSON, text, rare)
