"""Who seems to have handed in another lesson than the class: seen only beside the others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from autograder.gradebook.result import MISSING, SubmissionResult
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.notes.groups import Noted

MOST = 0.8  # of the class handed the one lesson in
FEW = 0.1  # handed the other lesson in


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
