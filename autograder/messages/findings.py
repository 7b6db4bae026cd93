"""What the judge says about an answer."""

import math
from dataclasses import replace

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.judging.compare import DTYPE, FINITE, NOTHING, SHAPE, TYPE, Difference
from autograder.judging.observe import Observation, StudentError
from autograder.judging.plain import Foreign, Plain
from autograder.judging.reference_guard import name_of
from autograder.judging.verdict import CHANGED, RAISED, UNSTEADY, Verdict
from autograder.messages.errors import error_meaning, error_text
from autograder.messages.language import say, translated
from autograder.messages.values import call_text, kind_of, parameter_names, told_apart


def right(exercise: Exercise) -> str:
    """Praise, shortly."""
    return say("Well done: `{name}` gives what it should on every case.", name=exercise.name)


def not_started(exercise: Exercise) -> str:
    """Invite to write the first line."""
    return say(
        "Not done yet: `{name}` still raises NotImplementedError. "
        "Replace that line with your own code, run the cell, then check again.",
        name=exercise.name,
    )


def not_defined(exercise: Exercise) -> str:
    """Say which name is looked for."""
    return say(
        "There is no function called `{name}` yet. "
        "Run the cell that defines it (its first line is `def {name}(…):`), then check again.",
        name=exercise.name,
    )


def not_callable(exercise: Exercise, type_name: str) -> str:
    """Say that the name stands for something else."""
    return say(
        "`{name}` is not a function here but of the type {type}: some line sets `{name} = …`. "
        "Give that variable another name and run the cell with `def {name}` again.",
        name=exercise.name,
        type=type_name,
    )


def borrowed(exercise: Exercise, error: StudentError) -> str:
    """Say whose work it is, where it is called, and what to do instead."""
    names = [name_of(one) for one in exercise.own_answers]
    called = error.text if error.text in names else names[0]
    said = say(
        "`{name}` leaves the work to `{reference}`, the course's own answer to this exercise: it "
        "calls that, or something that calls it. This earns no points. Write the steps yourself; "
        "functions of nnlib that do not need `{reference}` may help.",
        name=exercise.name,
        reference=called.replace(":", "."),
    )
    return f"{said}\n{own_line(error)}".rstrip()


def own_line(error: StudentError) -> str:
    """Name the student's line in which an error came, if it is known."""
    if not error.line:
        return ""
    return say(
        "It is called in your line {number}: {line}", number=error.line_number, line=error.line
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
    if found in (CHANGED, UNSTEADY):  # the values are right: to show them would mislead
        returned = wanted = ""
    worded = replace(
        verdict,
        called=call_text(exercise, case.arguments),
        returned=error_text(seen.error) if seen.error else returned,
        expected=wanted,
        working=translated(case.working),
        meaning=meaning(exercise, verdict, seen, found),
    )
    return replace(worded, message=whole_text(worded))


def whole_text(verdict: Verdict) -> str:
    """Lay the finding out as plain text: a named belief first, then the case, else the reverse."""
    case = "\n".join(aligned(case_rows(verdict)))
    if verdict.misconception:
        blocks = [f"{belief_heading()}\n{verdict.meaning}", case]
    else:
        blocks = [case, verdict.meaning]
    return "\n".join(block for block in blocks if block)


def belief_heading() -> str:
    """Introduce a named belief."""
    return say("What this answer seems to do:")


def case_rows(verdict: Verdict) -> list[tuple[str, str]]:
    """Return the case that shows the finding as rows of a label and a text."""
    rows = [
        (say("Called"), verdict.called),
        (say("It gave"), verdict.returned),
        (say("Expected"), verdict.expected),
        (say("Because"), verdict.working if verdict.expected else ""),
    ]
    return [(label, text) for label, text in rows if text]


def aligned(rows: list[tuple[str, str]]) -> list[str]:
    """Return rows as lines whose texts stand under one another."""
    width = max((len(label) for label, _ in rows), default=0)
    indent = "\n" + " " * (width + 2)  # a text of several lines stays in its column
    return [f"{label:<{width}}  {text}".replace("\n", indent) for label, text in rows]


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
    """Name the item of a returned tuple or list, if the difference is inside one."""
    if not found.position:
        return ""
    return say("Look at returned value number {number}. ", number=found.position[0] + 1)


def stage_meaning(exercise: Exercise, seen: Observation, found: Difference | str | None) -> str:
    """Say what a failure means that is not about the returned value."""
    if found == RAISED and seen.error is not None:
        return error_meaning(exercise, seen.error)
    if found == CHANGED:
        return say(
            "The returned numbers are right, but the call changed {names} in place: whoever made "
            "it now holds other numbers than before. Build a new array (`a = a + b`, not "
            "`a += b`). Until then it earns half of the points.",
            names=", ".join(f"`{parameter_names(exercise)[i]}`" for i in seen.changed),
        )
    if found == UNSTEADY:
        return say(
            "The first call was right, but the same call gave something else the second time. "
            "The answer may depend on the arguments alone: no global variable, no counter, and "
            "no random numbers but those of `rng`. Until then it earns half of the points."
        )
    return ""


def difference_meaning(found: Difference) -> str:
    """Say what a difference of one kind means and what to try."""
    if found.kind == NOTHING:
        return say(
            "Your function returned nothing (None). "
            "Printing a result is not returning it: end the function with `return …`."
        )
    if found.kind == TYPE:
        return type_meaning(found)
    if found.kind == SHAPE:
        return shape_meaning(np.shape(found.got), np.shape(found.expected))
    if found.kind == DTYPE:
        return say(
            "The numbers must be ordinary real ones, but the array's dtype is {dtype}.",
            dtype=np.asarray(found.got).dtype,
        )
    if found.kind == FINITE:
        return say(
            "The answer holds nan or inf: on the way a number grew too large (an exponential?) "
            "or 0 was divided by 0. Look for a form of the formula that avoids it."
        )
    return value_meaning(found)


def type_meaning(found: Difference) -> str:
    """Say what kind came back and what to do about the usual slips."""
    came = say(
        "What came back is {got}, but {expected} was expected.",
        got=kind_of(found.got),
        expected=kind_of(found.expected),
    )
    return f"{came} {slip(found.got)}".rstrip()


def slip(got: Plain) -> str:
    """Name the slip that gives a value of this type, if it is a usual one."""
    type_name = got.type_name if isinstance(got, Foreign) else ""
    if type_name == "generator":
        return say("Use `return` instead of `yield`, or put the values into an array.")
    if type_name in ("function", "builtin_function_or_method", "method", "ufunc"):
        return say("A function was returned: call it, with its arguments in parentheses.")
    if type_name == "coroutine":
        return say("Leave out `async`: a plain `def` is wanted.")
    if type_name == "ellipsis":
        return say("The three dots stand for code that is still to be written.")
    return ""


def shape_meaning(got: tuple[int, ...], expected: tuple[int, ...]) -> str:
    """Compare two shapes in words."""
    if not expected and math.prod(got) == 1:
        return say(
            "An array with one entry came back, shape {got}, where the number itself is expected: "
            "return the entry.",
            got=got,
        )
    if not expected:
        return say(
            "One number is expected, but an array of shape {got} came back. "
            "Is there a sum over its entries that is missing?",
            got=got,
        )
    if not got:
        return say(
            "One number came back, but an array of shape {expected} is expected. "
            "Was everything added up into one, or only one entry returned?",
            expected=expected,
        )
    return say(
        "The shape is {got}, but {expected} is expected. "
        "Print the shapes on the way: which step gives another one than you meant?",
        got=got,
        expected=expected,
    )


def value_meaning(found: Difference) -> str:
    """Say whether numbers were cut to integers, too few are right, or they are simply others."""
    if found.agreement < 1:
        return say(
            "{right:.1%} of the answers are right, and {wanted:.0%} are asked for. "
            "Train longer, change the learning rate, or try another network.",
            right=found.share_right,
            wanted=found.agreement,
        )
    got, expected = np.asarray(found.got), np.asarray(found.expected)
    whole = got.dtype.kind in "iu" and expected.dtype.kind == "f"
    if whole and np.array_equal(got, np.trunc(expected)):
        return cut_meaning(got.ndim)
    if expected.dtype.kind in "US":
        return say("The text is another one. Compare it letter by letter.")
    return say(
        "The kind and shape are right, the values are not. "
        "Work this call out by hand and compare step by step."
    )


def cut_meaning(axes: int) -> str:
    """Say how numbers come to lose their fractions."""
    if axes == 0:
        return say("The number was cut to a whole one: leave out `int(…)`, `//` or rounding.")
    return say(
        "The numbers were cut to whole ones: an integer array cannot hold fractions. "
        "Make a new array of floats instead of writing into the one you were given."
    )
