"""The moods of the cards. White words on these colours keep a contrast of 4.5 or more."""

from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED, Verdict
from autograder.messages import notebook
from autograder.student.card import Mood

GREEN, ORANGE, RED, GREY, PURPLE, BLUE = (
    "#2e7d32",
    "#b45309",
    "#c62828",
    "#57606a",
    "#6a4fb3",
    "#1565c0",
)


def mood_of(verdict: Verdict) -> Mood:
    """Return the mood that fits a verdict."""
    if verdict.passed is None:
        return Mood("?", notebook.fault_word(), PURPLE)
    if verdict.passed:
        return Mood("✓", notebook.right_word(), GREEN)
    if verdict.kind in (NOT_STARTED, NOT_DEFINED):
        return Mood("○", notebook.todo_word(), GREY)
    if verdict.score > 0:
        return Mood("◐", notebook.partly_word(), ORANGE)
    return Mood("✗", notebook.wrong_word(), RED)


def stopped_mood() -> Mood:
    """Return the mood of a check that the student stopped."""
    return Mood("■", notebook.stopped_word(), ORANGE)


def fault_mood() -> Mood:
    """Return the mood of a fault of ours."""
    return Mood("?", notebook.fault_word(), PURPLE)


def unknown_mood() -> Mood:
    """Return the mood of an id that the course does not have."""
    return Mood("?", notebook.unknown_word(), GREY)


def hint_mood() -> Mood:
    """Return the mood of a hint."""
    return Mood("→", notebook.hint_word(), BLUE)


def solution_mood() -> Mood:
    """Return the mood of a worked solution."""
    return Mood("→", notebook.solution_word(), BLUE)


def progress_mood() -> Mood:
    """Return the mood of the progress."""
    return Mood("▸", notebook.progress_word(), BLUE)
