"""What an exercise is: data from which the check, the grade and the diagnosis are all made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, overload

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
    exercise
        The id of the exercise in which people hold it.

    """

    id: str
    sentence: str
    answer: Function
    exercise: str = ""

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
    points
        What a right answer earns.
    covers
        The rows of the curriculum that it teaches.
    reference
        The right answer: a function of `nnlib`.
    cases
        Makes the cases from a generator; exact examples first, then random ones.
    hints
        From a nudge to nearly the answer, shown one at a time.
    tolerance
        How near a number must be.
    equivalents
        Other functions and methods of `nnlib` that give the same: they may not answer for a student
        either.
    misconceptions
        The wrong beliefs that the judge can name, written below it with `@X.misconception`.
    lesson
        The lesson whose text holds it, "01_neuron"; empty where none does.

    """

    id: str
    points: float
    covers: tuple[str, ...]
    reference: Function
    cases: Callable[[np.random.Generator], Sequence[Case]]
    hints: tuple[str, ...]
    tolerance: Tolerance = Tolerance()
    equivalents: tuple[Function, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    lesson: str = ""

    @property
    def name(self) -> str:
        """The function that the student defines."""
        return self.id.partition(".")[2]

    @property
    def own_answers(self) -> tuple[Function, ...]:
        """The course's own answers, which a student's answer may not call."""
        return (self.reference, *self.equivalents)

    @overload
    def misconception(self, belief: Function) -> Misconception: ...

    @overload
    def misconception(self, belief: str) -> Callable[[Function], Misconception]: ...

    def misconception(
        self, belief: Function | str
    ) -> Misconception | Callable[[Function], Misconception]:
        """Turn a function into a misconception of this exercise: `@X.misconception`.

        Its name is the id, its docstring the sentence, its body the answer. Where another exercise
        of the file has a belief of that name, give the id: `@X.misconception("forgot_bias")`.
        """
        if isinstance(belief, str):
            return partial(self.believed, belief)
        return self.believed(belief.__name__, belief)

    def believed(self, id: str, answer: Function) -> Misconception:
        """Return a misconception of this exercise; raises ValueError where it has no sentence."""
        if not answer.__doc__:
            raise ValueError(f"The misconception {id} of {self.id} needs a docstring.")
        return Misconception(id, " ".join(answer.__doc__.split()), answer, self.id)
