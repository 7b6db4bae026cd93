"""Say what is wrong on a hidden case without a value of it, nor anything it could be told by.

What an answer returns or raises may carry the arguments: its texts, type names, keys, shapes and
line numbers are the student's own to choose. So nothing of them is said but what is counted here.
"""

import builtins
from dataclasses import replace

import numpy as np

from autograder.exercises.model import Case, Exercise, Rng
from autograder.judging.compare import DTYPE, SHAPE, TYPE, Difference
from autograder.judging.observe import Observation, StudentError
from autograder.judging.verdict import Verdict
from autograder.messages.findings import (
    difference_meaning,
    slip,
    stage_meaning,
    where,
    whole_text,
)
from autograder.messages.language import say, translated
from autograder.messages.values import USUAL_DTYPES, kind_of, parameter_names

NUMPYS = ("AxisError", "LinAlgError", "UFuncTypeError", "_UFuncOutputCastingError")
KNOWN_ERRORS = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}.union(NUMPYS)
MOST_AXES = 4  # an honest answer has no more


def describe(
    verdict: Verdict, exercise: Exercise, case: Case, seen: Observation, found: Difference | str
) -> Verdict:
    """Return the verdict with the kinds of the arguments in the place of their values."""
    worded = replace(
        verdict,
        called=call_kinds(exercise, case.arguments),
        returned=error_kind(seen.error) if seen.error else "",
        expected="",
        working="",
        meaning=f"{meaning(verdict, exercise, seen, found)} {hidden_case(case)}",
    )
    return replace(worded, message=whole_text(worded))


def hidden_case(case: Case) -> str:
    """Say why no numbers are shown, and what the case was about."""
    return say(
        "It happens on a case that is not shown, of the part “{part}”: "
        "try your function on arguments of this kind.",
        part=translated(case.part),
    )


def call_kinds(exercise: Exercise, arguments: tuple[object, ...]) -> str:
    """Return a call with what each argument is, but not its value."""
    pairs = zip(parameter_names(exercise), arguments, strict=False)
    shown = ", ".join(f"{name}: {argument_kind(value)}" for name, value in pairs)
    return f"{exercise.name}({shown})"


def argument_kind(value: object) -> str:
    """Name the kind of one argument."""
    if isinstance(value, Rng):
        return say("a random generator")
    if callable(value):
        return say("a function")
    kind = kind_of(value)
    if not isinstance(value, np.ndarray) or value.dtype.name in USUAL_DTYPES:
        return kind
    return say("{kind} of dtype {dtype}", kind=kind, dtype=value.dtype)


def error_kind(error: StudentError) -> str:
    """Name an error by its type alone, if Python or NumPy gave it that name."""
    name = error.type_name if error.type_name in KNOWN_ERRORS else say("an error of your own")
    if not error.line:
        return name
    return say("{name}\nin the line: {line}", name=name, line=error.line)


def meaning(
    verdict: Verdict, exercise: Exercise, seen: Observation, found: Difference | str
) -> str:
    """Say what the finding means: the named belief if there is one, else the stage."""
    for misconception in exercise.misconceptions:
        if misconception.id == verdict.misconception:
            return translated(misconception.sentence)
    if isinstance(found, Difference):
        return where(found) + hidden_difference(found)
    return stage_meaning(exercise, seen, found)


def hidden_difference(found: Difference) -> str:
    """Say what a difference of one kind means, with nothing of the returned value in it."""
    if found.kind == TYPE:
        wanted = say("What came back is not {expected}.", expected=kind_of(found.expected))
        return f"{wanted} {slip(found.got)}".rstrip()
    if found.kind == SHAPE:
        return hidden_shape(np.ndim(found.got), np.shape(found.expected))
    if found.kind == DTYPE:
        return say("The numbers must be ordinary real ones, but the array's dtype is another.")
    return difference_meaning(found)


def hidden_shape(axes: int, expected: tuple[int, ...]) -> str:
    """Tell the right shape, and how many axes came."""
    if axes == len(expected) or axes > MOST_AXES:
        return say("The shape is not {expected}, which is expected.", expected=expected)
    return say(
        "The shape must be {expected}, but what came back has {axes} axes.",
        expected=expected,
        axes=axes,
    )
