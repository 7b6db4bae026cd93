"""The numbers of cases, as messages write them, to look for them in what students are shown."""

import re

import numpy as np

from autograder.exercises.model import Rng

NUMBER = re.compile(r"-?\d[\d.]*(?:e[+-]?\d+)?")
TELLING_DIGITS = 4


def written(value):
    """Return every number in nested plain data that has digits enough to be known again."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return {text for item in value for text in written(item)}
    if isinstance(value, Rng):
        return written(value.seed)
    if isinstance(value, np.ndarray | np.generic):
        return written(value.tolist())
    if isinstance(value, float | int) and not isinstance(value, bool):
        return numbers_in(" ".join(f"{value:.{digits}g}" for digits in (6, 10, 17)))
    return set()


def numbers_in(text):
    """Return the numbers in a text that have digits enough."""
    digits = (re.sub(r"e.*|\D", "", found).strip("0") for found in NUMBER.findall(text))
    return {one for one in digits if len(one) >= TELLING_DIGITS}


def numbers_of(exam):
    """Return the numbers of an exam's arguments and of the right answers."""
    return written([*exam.calls, *(one.value for one in exam.expected)])
