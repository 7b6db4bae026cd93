"""Say what is wrong on a hidden case without a value of it, nor anything it could be told by.

What an answer returns or raises may carry the arguments: its texts, type names, keys, shapes and
line numbers are the student's own to choose. So nothing of them is said but what is counted here.
"""

import builtins

import numpy as np

from autograder.exercises.model import Case, Exercise, Rng
from autograder.judging.cases import CaseResult
from autograder.judging.compare import DTYPE, SHAPE, TYPE, Difference
from autograder.judging.finding import Finding
from autograder.judging.observe import StudentError
from autograder.judging.wording.explain import (
    belief_sentence,
    difference_meaning,
    slip,
    stage_meaning,
    where,
)
from autograder.judging.wording.values import USUAL_DTYPES, kind_of, parameter_names
from autograder.messages import Sentence, Text, joined, sentence

NUMPYS = ("AxisError", "LinAlgError", "UFuncTypeError", "_UFuncOutputCastingError")
KNOWN_ERRORS = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}.union(NUMPYS)
MOST_AXES = 4  # an honest answer has no more


def describe(exercise: Exercise, belief: str | None, wrong: CaseResult) -> Finding:
    """Return what may be said about a wrong call on hidden arguments: no value, only kinds."""
    error = wrong.seen.error
    said = belief_sentence(exercise, belief) or meaning(exercise, wrong)
    return Finding(
        meaning=joined(said, hidden_case(wrong.case)),
        called=call_kinds(exercise, wrong.case.arguments),
        returned=error_kind(error) if error else "",
    )


def hidden_case(case: Case) -> Sentence:
    """Say why no numbers are shown, and what the case was about."""
    return sentence(
        "It happens on a case that is not shown, of the part “{part}”: "
        "try your function on arguments of this kind.",
        part=Sentence(case.part),
    )


def call_kinds(exercise: Exercise, arguments: tuple[object, ...]) -> Sentence:
    """Return a call with what each argument is, but not its value."""
    pairs = zip(parameter_names(exercise), arguments, strict=False)
    kinds = {name: argument_kind(value) for name, value in pairs}
    shown = ", ".join(f"{name}: {{{name}}}" for name in kinds)
    return Sentence(f"{exercise.name}({shown})", kinds)


def argument_kind(value: object) -> Sentence:
    """Name the kind of one argument."""
    if isinstance(value, Rng):
        return sentence("a random generator")
    if callable(value):
        return sentence("a function")
    kind = kind_of(value)
    if not isinstance(value, np.ndarray) or value.dtype.name in USUAL_DTYPES:
        return kind
    return sentence("{kind} of dtype {dtype}", kind=kind, dtype=value.dtype)


def error_kind(error: StudentError) -> Text:
    """Name an error by its type alone, if Python or NumPy gave it that name."""
    name = error.type_name if error.type_name in KNOWN_ERRORS else sentence("an error of your own")
    if not error.line:
        return name
    return sentence("{name}\nin the line: {line}", name=name, line=error.line)


def meaning(exercise: Exercise, wrong: CaseResult) -> Text:
    """Say what the stage at which a call is wrong means."""
    if isinstance(wrong.flaw, Difference):
        return joined(where(wrong.flaw), hidden_difference(wrong.flaw))
    return stage_meaning(exercise, wrong)


def hidden_difference(difference: Difference) -> Text:
    """Say what a difference of one kind means, with nothing of the returned value in it."""
    if difference.kind == TYPE:
        wanted = sentence(
            "What came back is not {expected}.", expected=kind_of(difference.expected)
        )
        return joined(wanted, slip(difference.got))
    if difference.kind == SHAPE:
        return hidden_shape(np.ndim(difference.got), np.shape(difference.expected))
    if difference.kind == DTYPE:
        return sentence("The numbers must be ordinary real ones, but the array's dtype is another.")
    return difference_meaning(difference)


def hidden_shape(axes: int, expected: tuple[int, ...]) -> Sentence:
    """Say which shape is right, and how many axes the answer has."""
    if axes == len(expected) or axes > MOST_AXES:
        return sentence("The shape is not {expected}, which is expected.", expected=expected)
    return sentence(
        "The shape must be {expected}, but what came back has {axes} axes.",
        expected=expected,
        axes=axes,
    )
