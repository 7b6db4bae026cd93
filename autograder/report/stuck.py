"""Who may need help, and why."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from autograder.gradebook.result import ExerciseResult
from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED

NEEDS_HELP = 0.5  # below half of the points
UNSTARTED = 0.5  # more than half of the exercises
SEVERAL = 2  # exercises with the same misconception


def reasons(
    judged: Sequence[ExerciseResult], share: float, exercises: Collection[str]
) -> Iterator[str]:
    """Say why a student may need help; `exercises` tells functions from questions."""
    undone = sum(is_undone(exercise) for exercise in judged)
    if judged and undone == len(judged):
        yield "nothing started"
    elif undone > UNSTARTED * len(judged):
        yield f"{undone} of {len(judged)} exercises not started"
    if share < NEEDS_HELP:
        yield "below half of the points"
    held = Counter(
        exercise.misconception
        for exercise in judged
        if exercise.id in exercises and exercise.misconception
    )
    for misconception, count in held.most_common():
        if count >= SEVERAL:
            yield f"{misconception.replace('_', ' ')} in {count} exercises"


def is_undone(exercise: ExerciseResult) -> bool:
    """Return True if a student left an exercise as it was given out."""
    return exercise.kind in (NOT_STARTED, NOT_DEFINED)
