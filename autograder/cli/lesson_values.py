"""Options that give a lesson a value: LESSON=VALUE."""

import math
from collections.abc import Iterator, Sequence

from autograder.api import CourseError


def headings(columns: Sequence[str]) -> dict[str, str]:
    """Read the options that say what Canvas calls a lesson; raises CourseError."""
    return dict(pairs("--column", columns, "01_neuron='One neuron (4711)'"))


def maximum_points(maxima: Sequence[str]) -> dict[str, float]:
    """Read the options that say what a platform's item is out of; raises CourseError."""
    points: dict[str, float] = {}
    for lesson, text in pairs("--maximum", maxima, "01_neuron=100"):
        try:
            points[lesson] = float(text.replace(",", "."))
        except ValueError:
            points[lesson] = math.nan
        if not 0 < points[lesson] < math.inf:
            raise CourseError(f"--maximum {lesson}={text}: write it as 01_neuron=100.")
    return points


def pairs(option: str, values: Sequence[str], example: str) -> Iterator[tuple[str, str]]:
    """Yield lessons with their values; raises CourseError for another form."""
    for value in values:
        lesson, sign, text = value.partition("=")
        if not sign or not text.strip():
            raise CourseError(f"{option} {value}: write it as {example}.")
        yield lesson, text.strip()
