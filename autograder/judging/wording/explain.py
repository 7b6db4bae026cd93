"""Explain a wrong call: what was called, what came back, what was expected, what it means."""

import math

import numpy as np

from autograder.exercises.model import Exercise
from autograder.judging.cases import CaseResult
from autograder.judging.compare import DTYPE, FINITE, NOTHING, SHAPE, TYPE, Difference
from autograder.judging.finding import Finding
from autograder.judging.plain import Foreign, Plain
from autograder.judging.verdict import CHANGED, RAISED, UNSTEADY
from autograder.judging.wording.errors import error_text, explain_error
from autograder.judging.wording.values import call_text, distinct_texts, kind_of, parameter_names
from autograder.messages import Sentence, Text, joined, sentence


def explain(exercise: Exercise, belief: str | None, wrong: CaseResult) -> Finding:
    """Return what there is to say about a wrong call; `belief` is the misconception behind it."""
    seen = wrong.seen
    returned, expected = distinct_texts(seen.value, wrong.expected.value)
    if wrong.has_right_values:  # to show them would mislead
        returned = expected = ""
    return Finding(
        meaning=belief_sentence(exercise, belief) or meaning(exercise, wrong),
        called=call_text(exercise, wrong.case.arguments),
        returned=error_text(seen.error) if seen.error else returned,
        expected=expected,
        working=Sentence(wrong.case.working) if wrong.case.working else "",
    )


def belief_sentence(exercise: Exercise, belief: str | None) -> Text:
    """Return what a misconception's author says of it."""
    sentences = {known.id: Sentence(known.sentence) for known in exercise.misconceptions}
    return sentences.get(belief or "", "")


def meaning(exercise: Exercise, wrong: CaseResult) -> Text:
    """Say what the stage at which a call is wrong means."""
    if isinstance(wrong.flaw, Difference):
        return joined(where(wrong.flaw), difference_meaning(wrong.flaw))
    return stage_meaning(exercise, wrong)


def where(difference: Difference) -> Text:
    """Name the item of a returned tuple or list, if the difference is inside one."""
    if not difference.position:
        return ""
    return sentence("Look at returned value number {number}.", number=difference.position[0] + 1)


def stage_meaning(exercise: Exercise, wrong: CaseResult) -> Text:
    """Say what a failure means that is not about the returned value."""
    seen = wrong.seen
    if wrong.flaw == RAISED and seen.error is not None:
        return explain_error(exercise, seen.error)
    if wrong.flaw == CHANGED:
        return sentence(
            "The returned numbers are right, but the call changed {names} in place: whoever made "
            "it now holds other numbers than before. Build a new array (`a = a + b`, not "
            "`a += b`). Until then it earns half of the points.",
            names=", ".join(f"`{parameter_names(exercise)[i]}`" for i in seen.changed),
        )
    if wrong.flaw == UNSTEADY:
        return sentence(
            "The first call was right, but the same call gave something else the second time. "
            "The answer may depend on the arguments alone: no global variable, no counter, and "
            "no random numbers but those of `rng`. Until then it earns half of the points."
        )
    return ""


def difference_meaning(difference: Difference) -> Text:
    """Say what a difference of one kind means and what to try."""
    if difference.kind == NOTHING:
        return sentence(
            "Your function returned nothing (None). "
            "Printing a result is not returning it: end the function with `return …`."
        )
    if difference.kind == TYPE:
        return type_meaning(difference)
    if difference.kind == SHAPE:
        return shape_meaning(np.shape(difference.got), np.shape(difference.expected))
    if difference.kind == DTYPE:
        return sentence(
            "The numbers must be ordinary real ones, but the array's dtype is {dtype}.",
            dtype=np.asarray(difference.got).dtype,
        )
    if difference.kind == FINITE:
        return sentence(
            "The answer holds nan or inf: on the way a number grew too large (an exponential?) "
            "or 0 was divided by 0. Look for a form of the formula that avoids it."
        )
    return value_meaning(difference)


def type_meaning(difference: Difference) -> Text:
    """Say what kind came back and what to do about the usual slips."""
    came = sentence(
        "What came back is {got}, but {expected} was expected.",
        got=kind_of(difference.got),
        expected=kind_of(difference.expected),
    )
    return joined(came, slip(difference.got, difference.expected))


def slip(got: Plain, expected: Plain) -> Text:
    """Name the slip that gives a value of this type, if it is a usual one."""
    if type(got) is tuple and not isinstance(expected, tuple | list):
        return sentence("A comma makes several values of one: a number has a point (`0.5`).")
    type_name = got.type_name if isinstance(got, Foreign) else ""
    if type_name == "generator":
        return sentence("Use `return` instead of `yield`, or put the values into an array.")
    if type_name in ("function", "builtin_function_or_method", "method", "ufunc"):
        return sentence("A function was returned: call it, with its arguments in parentheses.")
    if type_name == "coroutine":
        return sentence("Leave out `async`: a plain `def` is wanted.")
    if type_name == "ellipsis":
        return sentence("The three dots stand for code that is still to be written.")
    return ""


def shape_meaning(got: tuple[int, ...], expected: tuple[int, ...]) -> Sentence:
    """Compare two shapes in words."""
    if not expected and math.prod(got) == 1:
        return sentence(
            "An array with one entry came back, shape {got}, where the number itself is expected: "
            "return the entry.",
            got=got,
        )
    if not expected:
        return sentence(
            "One number is expected, but an array of shape {got} came back. "
            "Is there a sum over its entries that is missing?",
            got=got,
        )
    if not got:
        return sentence(
            "One number came back, but an array of shape {expected} is expected. "
            "Was everything added up into one, or only one entry returned?",
            expected=expected,
        )
    return sentence(
        "The shape is {got}, but {expected} is expected. "
        "Print the shapes on the way: which step gives another one than you meant?",
        got=got,
        expected=expected,
    )


def value_meaning(difference: Difference) -> Sentence:
    """Say whether numbers were cut to integers, too few are right, or they are simply others."""
    if difference.agreement < 1:
        return sentence(
            "{right:.1%} of the answers are right, and {wanted:.0%} are asked for. "
            "Train longer, change the learning rate, or try another network.",
            right=difference.share_right,
            wanted=difference.agreement,
        )
    got, expected = np.asarray(difference.got), np.asarray(difference.expected)
    whole = got.dtype.kind in "iu" and expected.dtype.kind == "f"
    if whole and np.array_equal(got, np.trunc(expected)):
        return cut_meaning(got.ndim)
    if expected.dtype.kind in "US":
        return sentence("The text is another one. Compare it letter by letter.")
    return sentence(
        "The kind and shape are right, the values are not. "
        "Work this call out by hand and compare step by step."
    )


def cut_meaning(axes: int) -> Sentence:
    """Say how numbers come to lose their fractions."""
    if axes == 0:
        return sentence("The number was cut to a whole one: leave out `int(…)`, `//` or rounding.")
    return sentence(
        "The numbers were cut to whole ones: an integer array cannot hold fractions. "
        "Make a new array of floats instead of writing into the one you were given."
    )
