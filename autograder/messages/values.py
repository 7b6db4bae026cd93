"""Show values, kinds of values and calls so that a student can read them."""

import inspect
from functools import partial
from typing import Any

import numpy as np

from autograder.exercises.model import Exercise, Rng
from autograder.judging.plain import Array, Foreign, Plain
from autograder.messages.language import say

SHOWN_LENGTH = 300
LONG_ARRAY = 24
USUAL_DTYPES = ("float64", "int64", "bool")


def call_text(exercise: Exercise, arguments: tuple[Any, ...]) -> str:
    """Return the call as the student would type it."""
    names = parameter_names(exercise)
    pairs = zip(names, arguments, strict=False)  # a parameter with a default may be left out
    shown = ", ".join(f"{name}={argument_text(value)}" for name, value in pairs)
    return f"{exercise.name}({shown})"


def parameter_names(exercise: Exercise) -> list[str]:
    """Return the names of the reference's parameters."""
    return list(inspect.signature(exercise.reference).parameters)


def argument_text(value: Any) -> str:
    """Return an argument so that it can be typed in again; what is long is cut."""
    if isinstance(value, tuple | list):
        return cut(bracketed(value, [argument_text(item) for item in value]))
    if not isinstance(value, np.ndarray):
        return show(value)
    dtype = "" if value.dtype.name in USUAL_DTYPES else f", dtype={value.dtype.name!r}"
    return f"np.array({show(value)}{dtype})"


def told_apart(got: Plain, expected: Plain) -> tuple[str, str]:
    """Show two values with as many digits as it takes to see that they differ."""
    for digits in (4, 8, 15):
        texts = show(got, digits), show(expected, digits)
        if texts[0] != texts[1]:
            break
    return texts


def show(value: Any, digits: int = 4) -> str:
    """Return a value short enough to read: few digits, long arrays cut."""
    return cut(shown(value, digits))


def cut(text: str) -> str:
    """Return a text that is not too long to read."""
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def shown(value: Any, digits: int) -> str:
    """Return the text of a value, whatever it is."""
    if isinstance(value, np.ndarray):
        return array_text(value, digits)
    if isinstance(value, float | np.floating):
        return float_text(value, digits)
    if isinstance(value, tuple | list):
        return bracketed(value, shown_items(value, digits))
    if isinstance(value, Rng):
        return f"np.random.default_rng({value.seed})"
    if isinstance(value, Foreign):
        return say("an object of the type {type}", type=value.type_name)
    return getattr(value, "__name__", None) or repr(value)


def shown_items(values: tuple[Any, ...] | list[Any], digits: int) -> list[str]:
    """Return the texts of the first items, as many as can be read."""
    texts: list[str] = []
    length = 0
    for item in values:
        if length > SHOWN_LENGTH:
            break
        texts.append(shown(item, digits))
        length += len(texts[-1])
    return texts


def float_text(value: float | np.floating[Any], digits: int) -> str:
    """Return a float with a point, so that it is not taken for an integer: -1.0, 0.25."""
    text = f"{float(value):.{digits + 2}g}"
    return text if set(text) & set(".einf") else f"{text}.0"


def bracketed(values: tuple[Any, ...] | list[Any], texts: list[str]) -> str:
    """Return the texts of a tuple's or list's items as Python writes them."""
    inside = ", ".join(texts)
    if isinstance(values, list):
        return f"[{inside}]"
    return f"({inside},)" if len(values) == 1 else f"({inside})"


def array_text(array: Array, digits: int) -> str:
    """Return an array on one line; an array without axes reads as the number it is."""
    if array.ndim == 0:
        return shown(array.item(), digits)
    text = np.array2string(
        array,
        separator=", ",
        threshold=LONG_ARRAY,
        max_line_width=10_000,
        formatter={"float_kind": partial(float_text, digits=digits)},
    )
    return " ".join(text.split()).replace("[ ", "[")


def kind_of(value: Plain) -> str:
    """Name the kind of a value in everyday words."""
    if isinstance(value, np.ndarray) and value.ndim > 0:
        return say("an array of shape {shape}", shape=value.shape)
    if isinstance(value, Foreign):
        return show(value)
    if isinstance(value, tuple | list):
        return collection_kind(value)
    if isinstance(value, dict):
        return say("a dictionary with the keys {keys}", keys=show(list(value)))
    return scalar_kind(value.item() if isinstance(value, np.ndarray) else value)


def collection_kind(value: tuple[Plain, ...] | list[Plain]) -> str:
    """Name a tuple or a list."""
    if isinstance(value, tuple):
        return say("a tuple of {count} values", count=len(value))
    return say("a list of {count} values", count=len(value))


def scalar_kind(value: Plain) -> str:
    """Name a single value."""
    if value is None:
        return say("nothing (None)")
    if isinstance(value, bool):
        return say("True or False")
    if isinstance(value, str):
        return say("a text")
    if isinstance(value, int) and abs(value) >= 2**64:
        return say("an integer too long for NumPy")
    return say("one number")
