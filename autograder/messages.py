"""Every sentence that the code says to a student, in one place and through gettext."""

import gettext
import inspect
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.compare import DTYPE, FINITE, NOTHING, SHAPE, TYPE, Difference
from autograder.exercises.model import Case, Exercise, Rng
from autograder.observe import Observation, StudentError
from autograder.plain import Array, Foreign, Plain
from autograder.verdict import CHANGED, RAISED, UNSTEADY, Verdict

DOMAIN = "autograder"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
SHOWN_LENGTH = 300


def translated(sentence: str) -> str:
    """Return a sentence of the exercises in the reader's language."""
    return gettext.dgettext(DOMAIN, sentence)


def say(sentence: str, /, **values: object) -> str:
    """Return a sentence of this module in the reader's language with its values filled in."""
    return translated(sentence).format(**values)


def right(exercise: Exercise) -> str:
    """Praise, shortly."""
    return say("Right: {name} gives what it should on every case.", name=exercise.name)


def not_started(exercise: Exercise) -> str:
    """Invite to write the first line."""
    return say(
        "Not done yet: {name} still raises NotImplementedError. "
        "Replace that line with your own code, run the cell, then check again.",
        name=exercise.name,
    )


def not_defined(exercise: Exercise) -> str:
    """Say which name is looked for."""
    return say(
        "There is no function called {name} yet. "
        "Run the cell that defines it (its first line is `def {name}(…):`), then check again.",
        name=exercise.name,
    )


def not_callable(exercise: Exercise, type_name: str) -> str:
    """Say that the name stands for something else."""
    return say(
        "{name} is a {type}, not a function: some line sets `{name} = …`. "
        "Give that variable another name and run the cell with `def {name}` again.",
        name=exercise.name,
        type=type_name,
    )


def could_not_judge(exercise_id: str, error: BaseException) -> str:
    """Take the blame."""
    return say(
        "This answer could not be judged, and that is our fault, not yours: "
        "{type} in the check of {id} ({text}). Please report it; it costs you nothing.",
        type=type(error).__name__,
        id=exercise_id,
        text=error,
    )


def explain(
    verdict: Verdict,
    exercise: Exercise,
    case: Case,
    expected: Observation,
    seen: Observation,
    found: Difference | str | None,
) -> Verdict:
    """Return the verdict with its words: the call, what came, what was expected, what it means."""
    returned, wanted = told_apart(seen.value, expected.value)
    worded = replace(
        verdict,
        called=call_text(exercise, case.arguments),
        returned=error_text(seen.error) if seen.error else returned,
        expected=wanted,
        working=case.working,
        meaning=meaning(exercise, verdict, seen, found),
    )
    return replace(worded, message=whole_text(worded))


def whole_text(verdict: Verdict) -> str:
    """Lay the finding out as plain text, line by line."""
    lines = [
        (say("You called  "), verdict.called),
        (say("It gave     "), verdict.returned),
        (say("Expected    "), verdict.expected),
        (say("Because     "), verdict.working),
        ("", verdict.meaning),
    ]
    return "\n".join(head + text for head, text in lines if text)


def meaning(
    exercise: Exercise, verdict: Verdict, seen: Observation, found: Difference | str | None
) -> str:
    """Say what the finding means: the named belief if there is one, else the stage."""
    for misconception in exercise.misconceptions:
        if misconception.id == verdict.misconception:
            return translated(misconception.sentence)
    if isinstance(found, Difference):
        return where(found) + difference_meaning(found)
    return stage_meaning(exercise, seen, found)


def where(found: Difference) -> str:
    """Name the item of a returned tuple, if the difference is inside one."""
    if not found.position:
        return ""
    return say("Look at the {ordinal} returned value. ", ordinal=ORDINALS[found.position[0]])


def difference_meaning(found: Difference) -> str:
    """Say what a difference of one kind means and what to try."""
    if found.kind == NOTHING:
        return say(
            "Your function returned nothing (None). "
            "Printing a result is not returning it: end the function with `return …`."
        )
    if found.kind == TYPE:
        return say(
            "A {got} came back where {expected} was expected.",
            got=kind_of(found.got),
            expected=kind_of(found.expected),
        )
    if found.kind == SHAPE:
        return shape_meaning(found)
    if found.kind == DTYPE:
        return say(
            "The array must hold real numbers, but its dtype is {dtype}.", dtype=dtype_of(found.got)
        )
    if found.kind == FINITE:
        return say(
            "The answer holds nan or inf. Somewhere a number grew too large or was divided by 0: "
            "rewrite the formula so that no exponential of a large number is taken."
        )
    return value_meaning(found)


def shape_meaning(found: Difference) -> str:
    """Compare two shapes in words."""
    return say(
        "The shape is {got}, but {expected} was expected. "
        "Look at which axis is summed over, and whether one number or one per sample is wanted.",
        got=np.shape(found.got),
        expected=np.shape(found.expected),
    )


def value_meaning(found: Difference) -> str:
    """Say whether numbers were cut to integers, or are simply others."""
    got, expected = np.asarray(found.got), np.asarray(found.expected)
    whole = got.dtype.kind in "iu" and expected.dtype.kind == "f"
    if whole and np.array_equal(got, np.trunc(expected)):
        return say(
            "The numbers were cut to whole ones: an integer array cannot hold fractions. "
            "Make a new array of floats instead of writing into the one you were given."
        )
    return say("The numbers differ. Work this case out by hand and compare step by step.")


def stage_meaning(exercise: Exercise, seen: Observation, found: Difference | str | None) -> str:
    """Say what a failure means that is not about the returned value."""
    if found == RAISED and seen.error is not None:
        return say("Your code stopped with an error of its own; the line is shown above.")
    if found == CHANGED:
        return say(
            "The numbers are right, but your function changed {names} in place: whoever called it "
            "now holds other numbers than before. Build a new array (`a = a + b`, not `a += b`).",
            names=", ".join(parameter_names(exercise)[i] for i in seen.changed),
        )
    if found == UNSTEADY:
        return say(
            "The same call gave something else the second time. The answer may depend on its "
            "arguments alone: no global variable, no counter, no random numbers but from `rng`."
        )
    return ""


def error_text(error: StudentError) -> str:
    """Return an exception of the student's with their own line."""
    head = f"{error.type_name}: {error.text}" if error.text else error.type_name
    if not error.line:
        return head
    return say(
        "{head}   (your line {number}: {line})",
        head=head,
        number=error.line_number,
        line=error.line,
    )


def kind_of(value: Plain) -> str:
    """Name the kind of a value for a student."""
    if isinstance(value, Foreign):
        return value.type_name
    if isinstance(value, np.ndarray):
        return "number" if value.ndim == 0 else f"array of shape {value.shape}"
    if isinstance(value, tuple):
        return f"tuple of {len(value)} values"
    return "number" if type(value) in (int, float) else type(value).__name__


def dtype_of(value: Plain) -> str:
    """Return the dtype's name."""
    return str(np.asarray(value).dtype)


def call_text(exercise: Exercise, arguments: tuple[Any, ...]) -> str:
    """Return the call as the student would type it."""
    names = parameter_names(exercise)
    shown = [f"{name}={show(value)}" for name, value in zip(names, arguments, strict=False)]
    return f"{exercise.name}({', '.join(shown)})"


def parameter_names(exercise: Exercise) -> list[str]:
    """Return the names of the reference's parameters."""
    return list(inspect.signature(exercise.reference).parameters)


def told_apart(got: Plain, expected: Plain) -> tuple[str, str]:
    """Show two values with as many digits as it takes to see that they differ."""
    for digits in (4, 8, 15):
        texts = show(got, digits), show(expected, digits)
        if texts[0] != texts[1]:
            break
    return texts


def show(value: Any, digits: int = 4) -> str:
    """Return a value short enough to read: few digits, long arrays cut."""
    text = shown(value, digits)
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def shown(value: Any, digits: int) -> str:
    """Return the text of a value, whatever it is."""
    if isinstance(value, np.ndarray):
        return array_text(value, digits)
    if isinstance(value, float | np.floating):
        return f"{value:.{digits + 2}g}"
    if isinstance(value, tuple | list):
        inside = ", ".join(shown(item, digits) for item in value)
        return f"({inside})" if isinstance(value, tuple) else f"[{inside}]"
    if isinstance(value, Rng):
        return f"default_rng({value.seed})"
    if isinstance(value, Foreign):
        return say("a {type}", type=value.type_name)
    return getattr(value, "__name__", None) or repr(value)


def array_text(array: Array, digits: int) -> str:
    """Return an array on one line."""
    text = np.array2string(
        array, precision=digits, separator=", ", threshold=24, max_line_width=10_000
    )
    return " ".join(text.split())
