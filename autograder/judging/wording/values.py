"""Show values, kinds of values and calls so that a student can read them."""

import inspect
from functools import partial
from typing import Any

import numpy as np

from autograder.exercises.model import Exercise, Rng
from autograder.judging.plain import MANY_ITEMS, Array, Foreign, Plain, digits_of
from autograder.messages import Sentence, Text, sentence

SHOWN_LENGTH = 300
LONG_ARRAY = 24
# An integer array of NumPy's own making has 64 bits, and in a web page some have 32.
USUAL_DTYPES = ("float64", "int64", np.dtype(int).name, "bool")


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


def distinct_texts(got: Plain, expected: Plain) -> tuple[Text, Text]:
    """Show two values with as many digits as it takes to see that they differ."""
    for digits in (4, 8, 15):
        texts = value_text(got, digits), value_text(expected, digits)
        if texts[0] != texts[1]:
            break
    return texts


def value_text(value: Plain, digits: int) -> Text:
    """Return a returned value as it is shown."""
    return foreign_kind(value) if isinstance(value, Foreign) else show(value, digits)


def show(value: Any, digits: int = 4) -> str:
    """Return a value short enough to read: few digits, long arrays cut."""
    return cut(full_text(value, digits))


def cut(text: str) -> str:
    """Return a text that is not too long to read."""
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def full_text(value: Any, digits: int) -> str:
    """Return the text of a value, whatever it is; long arrays are cut."""
    if isinstance(value, np.ndarray):
        return array_text(value, digits)
    if isinstance(value, float | np.floating):
        return float_text(value, digits)
    if isinstance(value, tuple | list):
        return bracketed(value, item_texts(value, digits))
    if isinstance(value, Rng):
        return f"np.random.default_rng({value.seed})"
    if isinstance(value, Foreign):
        return str(foreign_kind(value))
    return getattr(value, "__name__", None) or repr(value)


def item_texts(values: tuple[Any, ...] | list[Any], digits: int) -> list[str]:
    """Return the texts of the first items, as many as can be read."""
    texts: list[str] = []
    length = 0
    for item in values:
        if length > SHOWN_LENGTH:
            break
        texts.append(full_text(item, digits))
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
        return full_text(array.item(), digits)
    text = np.array2string(
        array,
        separator=", ",
        threshold=LONG_ARRAY,
        max_line_width=10_000,
        formatter={"float_kind": partial(float_text, digits=digits)},
    )
    return " ".join(text.split()).replace("[ ", "[")


def kind_of(value: Plain) -> Sentence:
    """Name the kind of a value in everyday words."""
    if isinstance(value, np.ndarray) and value.ndim > 0:
        return sentence("an array of shape {shape}", shape=value.shape)
    if isinstance(value, Foreign):
        return foreign_kind(value)
    if isinstance(value, tuple | list):
        return collection_kind(value)
    if isinstance(value, dict):
        return sentence("a dictionary with the keys {keys}", keys=show(list(value)))
    return scalar_kind(value.item() if isinstance(value, np.ndarray) else value)


def foreign_kind(value: Foreign) -> Sentence:
    """Name a value that is not plain data."""
    digits = digits_of(value)
    if digits:
        return sentence("an integer of {digits} digits", digits=digits)
    many = MANY_ITEMS.fullmatch(value.type_name)
    if many:
        return sentence("a {type} of more than {count} items", type=many[1], count=many[2])
    return sentence("an object of the type {type}", type=value.type_name)


def collection_kind(value: tuple[Plain, ...] | list[Plain]) -> Sentence:
    """Name a tuple or a list."""
    if isinstance(value, tuple):
        return sentence("a tuple of {count} values", count=len(value))
    return sentence("a list of {count} values", count=len(value))


def scalar_kind(value: Plain) -> Sentence:
    """Name a single value."""
    if value is None:
        return sentence("nothing (None)")
    if isinstance(value, bool):
        return sentence("True or False")
    if isinstance(value, str):
        return sentence("a text")
    if isinstance(value, int) and abs(value) >= 2**64:
        return sentence("an integer too long for NumPy")
    return sentence("one number")
