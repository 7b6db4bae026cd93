"""Which lessons only few of a class handed in, where most handed in another one.

It may be a wrong file, or somebody who works ahead.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

MOST = 0.8  # of the class handed the one lesson in
FEW = 0.1  # handed the other lesson in
FEW_STUDENTS = 2  # are few in a small class, too


@dataclass(frozen=True)
class Shares:
    """The lessons that most of a class handed in, and those that only few did."""

    usual: tuple[str, ...]
    rare: tuple[str, ...]


def shares(came: Mapping[str, Collection[str]], students: int) -> Shares:
    """Return which lessons are usual and which are rare in a class of so many `students`.

    `came` are those who handed something in, by lesson; a lesson of nobody is not rare. Nothing is
    rare where nothing is usual.

    >>> shares({"01_neuron": ["ann", "bob", "cem", "dora"], "02_perceptron": ["emil"]}, 5)
    Shares(usual=('01_neuron',), rare=('02_perceptron',))
    """
    few = min(max(FEW * students, FEW_STUDENTS), (1 - MOST) * students)
    few = round(few, 6)  # 0.2 of 5 is 1
    usual = tuple(lesson for lesson, people in came.items() if len(people) >= MOST * students)
    rare = tuple(lesson for lesson, people in came.items() if 0 < len(people) <= few)
    return Shares(usual, rare if usual else ())
