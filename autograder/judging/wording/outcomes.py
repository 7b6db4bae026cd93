"""What is said of an answer as a whole, where no single call shows it."""

from typing import Any

from autograder.exercises.model import Exercise
from autograder.judging.observe import StudentError
from autograder.judging.reference_guard import name_of
from autograder.judging.wording.values import call_text
from autograder.messages import Sentence, Text, joined, sentence


def right(exercise: Exercise) -> Sentence:
    """Praise, shortly."""
    return sentence("Well done: `{name}` gives what it should on every case.", name=exercise.name)


def not_started(exercise: Exercise) -> Sentence:
    """Invite to write the first line."""
    return sentence(
        "Not done yet: `{name}` still raises NotImplementedError. "
        "Replace that line with your own code, run the cell, then check again.",
        name=exercise.name,
    )


def not_defined(exercise: Exercise) -> Sentence:
    """Say which name is looked for."""
    return sentence(
        "There is no function called `{name}` yet. "
        "Run the cell that defines it (its first line is `def {name}(…):`), then check again.",
        name=exercise.name,
    )


def not_callable(exercise: Exercise, type_name: str) -> Sentence:
    """Say that the name stands for something else."""
    return sentence(
        "`{name}` is not a function here but of the type {type}: some line sets `{name} = …`. "
        "Give that variable another name and run the cell with `def {name}` again.",
        name=exercise.name,
        type=type_name,
    )


def borrowed(exercise: Exercise, error: StudentError) -> Text:
    """Say whose work it is, where it is called, and what to do instead."""
    names = [name_of(answer) for answer in exercise.own_answers]
    called = error.text if error.text in names else names[0]
    whose = sentence(
        "`{name}` leaves the work to `{reference}`, the course's own answer to this exercise: it "
        "calls that, or something that calls it. This earns no points. Write the steps yourself; "
        "functions of nnlib that do not need `{reference}` may help.",
        name=exercise.name,
        reference=called.replace(":", "."),
    )
    return joined(whose, own_line(error), by="\n")


def unfinished(exercise: Exercise, seconds: float, arguments: tuple[Any, ...] | None) -> Sentence:
    """Say in which call a function did not end."""
    return sentence(
        "Your function did not finish within {seconds:g} s on this call: {call}. "
        "Look for a loop that never ends.",
        seconds=seconds,
        call=called(exercise, arguments),
    )


def called(exercise: Exercise, arguments: tuple[Any, ...] | None) -> str:
    """Return the call that was being made, as the student would type it, as far as it is known."""
    return f"{exercise.name}(…)" if arguments is None else call_text(exercise, arguments)


def own_line(error: StudentError) -> Text:
    """Name the student's line in which an error came, if it is known."""
    if not error.line:
        return ""
    return sentence(
        "It is called in your line {number}: {line}", number=error.line_number, line=error.line
    )


def our_fault(exercise_id: str, error: BaseException) -> Sentence:
    """Take the blame for an answer that could not be judged."""
    return sentence(
        "This answer could not be judged, and that is our fault, not yours: "
        "{type} in the check of {id} ({text}). It earns no points by itself: when it is graded, a "
        "person looks at it and gives them. Please report it.",
        type=type(error).__name__,
        id=exercise_id,
        text=error,
    )
