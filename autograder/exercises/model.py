"""What an exercise is: data from which the check, the grade and the diagnosis are all made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Function = Callable[..., Any]

EXAMPLE = "worked example"


@dataclass(frozen=True)
class Rng:
    """An argument that stands for a random generator; each call gets a fresh one from `seed`."""

    seed: int


@dataclass(frozen=True)
class Case:
    """One call of the student's function.

    Parameters
    ----------
    arguments
        Positional arguments: numbers, strings, lists, arrays, functions of nnlib, `Rng`.
    part
        The part of the exercise that the case tries ("one sample", "a batch", "large values").
        A worked example earns no points by itself, so that a typed-in number cannot.
    working
        The arithmetic behind the expected answer, shown to the student.
    right
        The right answer, where no function of the arguments can know it: the labels of data.
    agreement
        The share of the numbers that must be right, where not all can be: an accuracy.

    """

    arguments: tuple[Any, ...]
    part: str = EXAMPLE
    working: str = ""
    right: Any = None
    agreement: float = 1.0


@dataclass(frozen=True)
class Tolerance:
    """How near is right: |answer - expected| <= atol + rtol * |expected|, wider for float32."""

    rtol: float = 1e-5
    atol: float = 1e-7
    float32_rtol: float = 1e-4
    float32_atol: float = 1e-5


@dataclass(frozen=True)
class Misconception:
    """A belief that leads to a wrong answer, and the answer that it leads to.

    It is callable like the student's function, so that it can be judged as if it were one.

    Parameters
    ----------
    id
        Short and stable, unique in its exercise: "forgot_bias".
    sentence
        To the student: what this answer seems to do, and what is true instead.
    answer
        A function with the student's signature that computes what the belief gives.

    """

    id: str
    sentence: str
    answer: Function

    def __call__(self, *arguments: Any) -> Any:
        """Answer as somebody with this belief would."""
        return self.answer(*arguments)


@dataclass(frozen=True)
class Exercise:
    """One graded function of the course.

    Parameters
    ----------
    id
        "topic.name", never renumbered and never translated.
    name
        The function that the student defines.
    lesson
        The lesson's file name without its ending: "01_neuron".
    points
        What a right answer earns.
    covers
        The rows of the curriculum that it teaches.
    reference
        The right answer: a function of `nnlib`.
    cases
        Makes the cases from a generator; exact examples first, then random ones.
    misconceptions
        The wrong beliefs that the judge can name.
    hints
        From a nudge to nearly the answer, shown one at a time.
    tolerance
        How near a number must be.
    twins
        Other functions of `nnlib` that give the same: they may not answer for a student either.

    """

    id: str
    name: str
    lesson: str
    points: float
    covers: tuple[str, ...]
    reference: Function
    cases: Callable[[np.random.Generator], Sequence[Case]]
    misconceptions: tuple[Misconception, ...]
    hints: tuple[str, ...]
    tolerance: Tolerance = Tolerance()
    twins: tuple[Function, ...] = ()

    @property
    def own_answers(self) -> tuple[Function, ...]:
        """The course's own answers, which a student's answer may not call: reference and twins."""
        return (self.reference, *self.twins)
