"""What was noted of the whole course: kept where a teacher can read it in full.

Who seems to have handed in another lesson than the class is seen only beside the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.looks_file import LOOKS, write_looks
from autograder.course.roster import names_of
from autograder.gradebook.result import MISSING, SubmissionResult, noted
from autograder.gradebook.result_files import read_result
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.notes.groups import Noted, gather

MOST = 0.8  # of the class handed the one lesson in
FEW = 0.1  # handed the other lesson in


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

    It is a reason to look: somebody may also work ahead.
    """
    students = {result.student for result in results}
    came: defaultdict[str, set[str]] = defaultdict(set)
    for result in results:
        if result.status != MISSING:
            came[result.assignment].add(result.student)
    for common in (lesson for lesson in came if len(came[lesson]) >= MOST * len(students)):
        for rare in (lesson for lesson in came if len(came[lesson]) <= FEW * len(students)):
            for student in came[rare] - came[common]:
                yield Noted(student, common, handed_in_instead(rare, common))


def handed_in_instead(rare: str, common: str) -> Note:
    """Say that a student may have taken the wrong file."""
    text = say(
        "Handed in was {rare}, as few did, and nothing of {common}, as most did: "
        "was it the wrong file?",
        rare=rare,
        common=common,
    )
    return Note(Cause.OTHER_LESSON, text, rare)
