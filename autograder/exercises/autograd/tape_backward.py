"""The way back through a tape: gradients of all values, added up where a value is used twice."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from autograder.exercises.autograd.samples import mixed, whole
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import autograd

Tape = list[tuple[str, int, int]]

# For each part its tapes, each after the number of its inputs.
TAPES: Final[tuple[tuple[str, int, Tape], ...]] = (
    ("one operation", 2, [("*", 0, 1)]),
    ("one operation", 3, [("+", 2, 0)]),
    ("a chain", 3, [("*", 0, 1), ("*", 3, 2)]),
    ("a chain", 4, [("*", 0, 3), ("+", 4, 2), ("*", 1, 5)]),
    ("a value used twice", 2, [("*", 0, 1), ("+", 2, 0)]),
    ("a value used twice", 3, [("*", 0, 1), ("*", 0, 2), ("*", 3, 4)]),
    ("a value times itself", 1, [("*", 0, 0)]),
    ("a value times itself", 2, [("+", 0, 1), ("*", 2, 2), ("*", 3, 0)]),
    ("a value never used", 3, [("*", 0, 2), ("*", 3, 0)]),
    ("a value never used", 4, [("*", 3, 1), ("+", 4, 3), ("*", 5, 1)]),
    ("long tapes", 3, [("*", 0, 1), ("+", 3, 2), ("*", 4, 3), ("+", 5, 0), ("*", 6, 4)]),
    ("long tapes", 2, [("+", 0, 0), ("*", 2, 1), ("*", 3, 2), ("+", 4, 1), ("*", 5, 5)]),
)


def tape_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases on the tapes above with other inputs for each seed."""
    return [
        example([2.0, 3.0], [("*", 0, 1), ("+", 2, 0)], "0 is used twice: 1·3 + 1 = 4; 1: 1·2 = 2"),
        example([5.0], [("*", 0, 0)], "both sides are value 0: 1·5 + 1·5 = 10"),
        *(taped(mixed(rng, size).tolist(), lines, part) for part, size, lines in TAPES),
        *(taped(whole(rng, size).tolist(), lines, "integers") for _, size, lines in TAPES[4:6]),
    ]


def example(inputs: list[float], lines: Tape, working: str) -> Case:
    """Make a worked example."""
    return Case((autograd.run_tape(inputs, lines), lines), working=working)


def taped(inputs: list[float], lines: Tape, part: str) -> Case:
    """Make a case whose whole numbers stay whole ones."""
    values = autograd.run_tape(inputs, lines)
    exact = [int(value) for value in values] if part == "integers" else values
    return Case((exact, lines), part)


TAPE_BACKWARD = Exercise(
    id="autograd.tape_backward",
    points=3,
    covers=("G1",),
    reference=autograd.tape_backward,
    cases=tape_cases,
    hints=(
        "Begin with a list of zeros, as long as `values`, and set the last one to 1: the last "
        "value grows exactly as fast as itself.",
        "Walk through the tape from its last line to its first. Line k made the value number "
        "`len(values) - len(tape) + k`; its gradient is complete when you come to it.",
        'A line "+" hands its gradient on to i and to j. A line "*" hands it on times `values[j]` '
        "to i and times `values[i]` to j.",
        "Add what arrives to what is there already: `gradients[i] += …`.",
    ),
)


@TAPE_BACKWARD.misconception("not_added_up")
def not_added(values, tape):
    """A value that is used twice kept only one of its two shares. Add each share to what is there
    already.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] = gradient * (1 if sign == "+" else values[j])
        gradients[j] = gradient * (1 if sign == "+" else values[i])
    return gradients


@TAPE_BACKWARD.misconception
def begins_with_zero(values, tape):
    """All gradients are 0. The last value's own gradient is 1: with a 0 there, nothing can flow
    back.
    """
    return [0.0] * len(values)


@TAPE_BACKWARD.misconception
def begins_with_value(values, tape):
    """You began with the last value. Its gradient is 1, whatever its value: it grows exactly as
    fast as itself.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = values[-1]
    for k in reversed(range(len(tape))):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * (1 if sign == "+" else values[j])
        gradients[j] += gradient * (1 if sign == "+" else values[i])
    return gradients


@TAPE_BACKWARD.misconception
def own_factor(values, tape):
    """In a product each side got its own value times the gradient. The slope for one factor is the
    other one.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * (1 if sign == "+" else values[i])
        gradients[j] += gradient * (1 if sign == "+" else values[j])
    return gradients


@TAPE_BACKWARD.misconception
def front_to_back(values, tape):
    """You went through the tape from the first line to the last. A line can hand on its gradient
    only when it has it, so the walk begins at the end.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in range(len(tape)):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * (1 if sign == "+" else values[j])
        gradients[j] += gradient * (1 if sign == "+" else values[i])
    return gradients


@TAPE_BACKWARD.misconception
def gradient_not_handed_on(values, tape):
    """Each line gave its own slopes alone. By the chain rule they are multiplied with the gradient
    of the line's result.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for sign, i, j in tape:
        gradients[i] += 1 if sign == "+" else values[j]
        gradients[j] += 1 if sign == "+" else values[i]
    return gradients


@TAPE_BACKWARD.misconception
def product_like_sum(values, tape):
    """You handed the gradient on unchanged at every line. That is right for a sum; a product
    multiplies it with the other factor.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        _, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient
        gradients[j] += gradient
    return gradients


@TAPE_BACKWARD.misconception
def sum_like_product(values, tape):
    """You treated every line as a product. A sum hands its gradient on unchanged to both sides."""
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        _, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * values[j]
        gradients[j] += gradient * values[i]
    return gradients


@TAPE_BACKWARD.misconception
def square_counted_once(values, tape):
    """Where a line uses the same value on both sides, you counted one side. Both sides give a
    share.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * (1 if sign == "+" else values[j])
        if i != j:
            gradients[j] += gradient * (1 if sign == "+" else values[i])
    return gradients


@TAPE_BACKWARD.misconception
def inputs_only(values, tape):
    """You returned the gradients of the inputs alone. Return those of all values, in their
    order.
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    for k in reversed(range(len(tape))):
        sign, i, j = tape[k]
        gradient = gradients[len(values) - len(tape) + k]
        gradients[i] += gradient * (1 if sign == "+" else values[j])
        gradients[j] += gradient * (1 if sign == "+" else values[i])
    return gradients[: len(values) - len(tape)]
