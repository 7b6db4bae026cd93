"""An exercise's data are whole: hints, misconceptions, rows, worked examples, telling cases."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import EXAMPLE, Case, Exercise
from autograder.judging.observe import observe
from autograder.lint.curriculum import WITHOUT_ROWS, rows
from autograder.lint.failure import Failure, place

MIN_HINTS = 2
MIN_MISCONCEPTIONS = 4


def data_failures(exercise: Exercise) -> Iterator[Failure]:
    """Yield a failure for each rule that an exercise's data break."""
    known = {row.id for row in rows()}
    unknown = [row for row in exercise.covers if row not in known]
    ids = [misconception.id for misconception in exercise.misconceptions]
    rowless = not exercise.covers and exercise.lesson not in WITHOUT_ROWS
    checks = (
        (len(exercise.hints) < MIN_HINTS, "It has fewer than 2 hints.", "Add hints in steps."),
        (
            len(ids) < MIN_MISCONCEPTIONS,
            "It has fewer than 4 misconceptions.",
            "Add beliefs that students really hold.",
        ),
        (rowless, "It covers no row.", "Name rows of the curriculum in `covers`."),
        (bool(unknown), f"The curriculum has no row {unknown}.", "Correct `covers`."),
        (len(set(ids)) < len(ids), "Two misconceptions have one id.", "Rename one."),
        (
            len({misconception.sentence for misconception in exercise.misconceptions}) < len(ids),
            "Two misconceptions have one sentence.",
            "Say what tells them apart.",
        ),
        (exercise.points <= 0, "It is worth nothing.", "Give it 1 point or more."),
    )
    for broken, rule, advice in checks:
        if broken:
            yield Failure(place(exercise), rule, advice)


def case_failures(exercise: Exercise, cases: Sequence[Case]) -> Iterator[Failure]:
    """Yield a failure for each kind of case that an exercise lacks."""
    examples = [case for case in cases if case.part == EXAMPLE]
    first = list(cases[: len(examples)])
    checks = (
        (not examples, "It has no worked example.", "Begin with one whose arithmetic is shown."),
        (
            any(not case.working for case in examples),
            "A worked example shows no arithmetic.",
            "Fill in its `working`.",
        ),
        (
            any(case.part != EXAMPLE for case in first),
            "A worked example stands behind other cases.",
            "Let the worked examples come first.",
        ),
        (len(examples) == len(cases), "No case earns points.", "Give cases another `part`."),
        *array_checks(exercise, cases),
    )
    for broken, rule, advice in checks:
        if broken:
            yield Failure(place(exercise), rule, advice)


def array_checks(exercise: Exercise, cases: Sequence[Case]) -> Iterator[tuple[bool, str, str]]:
    """Yield the checks of the arrays that the cases hold, if they hold any.

    Data of which a share must be told rightly are what they are: one shape, one kind of number.
    """
    if any(case.agreement < 1 for case in cases):
        return
    arrays = [[argument for argument in case.arguments if is_array(argument)] for case in cases]
    dtypes = {array.dtype for of_case in arrays for array in of_case}
    if not dtypes:
        return
    whole = any(dtype.kind in "iu" for dtype in dtypes)
    shapes = {tuple(array.shape for array in of_case) for of_case in arrays}
    same = len(shapes) < 2 and takes_longer(exercise, cases[0])
    yield not whole, "No case takes integer arrays.", "Add a part with whole numbers."
    yield np.dtype("float32") not in dtypes, "No case takes float32.", "Add a part with float32."
    yield same, "All cases have one shape.", "Add other shapes, also not square."


def takes_longer(exercise: Exercise, case: Case) -> bool:
    """Return True if the reference takes arrays that are longer along each axis, too."""
    longer = [
        np.pad(argument, (0, 1), "edge") if is_array(argument) else argument
        for argument in case.arguments
    ]
    return observe(exercise.reference, [tuple(longer)])[0].error is None


def is_array(argument: Any) -> bool:
    """Return True if an argument is an array with axes."""
    return isinstance(argument, np.ndarray) and argument.ndim > 0
