"""Find submissions that are far more alike than is usual in the class, for a person to look at.

The method. The code of each answer is brought into a form without names, comments and spaces
(normal_form), of which winnowing keeps fingerprints. Fingerprints of the released notebook, of the
reference solution and of the misconceptions that the course knows are left out, and so are those
that more than `A_FEW` students share: short exercises have few right ways. What is left is rare.

The overlap of two submissions is the number of rare fingerprints that both have, over those of
the one that has fewer. A pair is listed where its overlap is a half at least and beyond Tukey's
outer fence of the class (the upper quartile of all pairs' overlaps, and three times the distance
of the quartiles more), and where it is a dozen fingerprints in two or more exercises.

It is no proof of anything. Students who learn together, who follow the same book or the same
wrong idea write alike; and who copies from somebody outside the class is not found. Answers that
are nnlib's own text are listed by themselves (library_text).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import quantiles

from autograder.report.answers import Answers, Code
from autograder.report.library_text import LibraryText, library_texts
from autograder.report.normal_form import normal_form
from autograder.report.winnowing import fingerprints

A_FEW = 5  # students with the same fingerprint
FEWEST_STUDENTS = 10  # below that nothing is usual
FEWEST_SHARED = 12  # rare fingerprints that a pair has in common
FEWEST_EXERCISES = 2  # in which they are: one short answer is quickly written alike
LEAST_OVERLAP = 0.5
FENCE = 3  # times the distance of the quartiles: Tukey's "far out"
MOST_PAIRS = 20

Print = tuple[str, int]  # an exercise and a fingerprint of its answer


@dataclass(frozen=True)
class Pair:
    """Two submissions, how much they overlap, and the exercises in which they do, with the code."""

    students: tuple[str, str]
    overlap: float
    exercises: tuple[str, ...]
    code: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Similarity:
    """What was found: the pairs, most alike first, and what is usual in the class.

    Three quarters of all pairs overlap by `usual` at most; a pair is listed above `fence`;
    `left_out` counts further pairs. With `too_few` students no two were compared. `library` has the
    students whose answers are nnlib's own text.
    """

    compared: int
    usual: float = 0.0
    fence: float = 0.0
    pairs: tuple[Pair, ...] = ()
    left_out: int = 0
    too_few: bool = False
    library: tuple[LibraryText, ...] = ()


def similarity(answers: Answers) -> Similarity:
    """Compare the submissions of a class."""
    prints = {student: prints_of(code) for student, code in answers.of.items()}
    given = frozenset[Print]().union(*map(prints_of, [*answers.given, *by_text(answers.library)]))
    own = {student: found - given for student, found in prints.items() if found - given}
    library = library_texts(answers)
    if len(own) < FEWEST_STUDENTS:
        return Similarity(len(own), too_few=True, library=library)
    rare = rare_prints(own)
    shared = shared_prints(rare)
    overlaps = {
        pair: len(both) / min(len(rare[one]) for one in pair) for pair, both in shared.items()
    }
    usual, fence = usual_overlap(len(own), overlaps.values())
    far = [pair for pair in overlaps if overlaps[pair] > fence and much(shared[pair])]
    far.sort(key=lambda pair: (-overlaps[pair], pair))
    pairs = [described(pair, overlaps[pair], shared[pair], answers.of) for pair in far[:MOST_PAIRS]]
    left_out = len(far) - len(pairs)
    return Similarity(len(own), usual, fence, tuple(pairs), left_out, library=library)


def by_text(library: Mapping[str, Iterable[str]]) -> list[Code]:
    """Return nnlib's texts that answer exercises, each as if it were handed in."""
    return [{exercise: text} for exercise, texts in library.items() for text in texts]


def prints_of(code: Code) -> frozenset[Print]:
    """Return the fingerprints of all answers of one submission."""
    return frozenset(
        (exercise, mark)
        for exercise, source in code.items()
        for mark in fingerprints(normal_form(source))
    )


def rare_prints(own: Mapping[str, frozenset[Print]]) -> dict[str, frozenset[Print]]:
    """Return of each student's fingerprints those that only a few students have."""
    counts = Counter(mark for found in own.values() for mark in found)
    return {
        student: frozenset(mark for mark in found if counts[mark] <= A_FEW)
        for student, found in own.items()
    }


def shared_prints(rare: Mapping[str, frozenset[Print]]) -> dict[tuple[str, str], list[Print]]:
    """Return for each pair of students the rare fingerprints that both have."""
    holders: dict[Print, list[str]] = {}
    for student in sorted(rare):
        for mark in rare[student]:
            holders.setdefault(mark, []).append(student)
    shared: dict[tuple[str, str], list[Print]] = {}
    for mark, students in holders.items():
        for pair in combinations(students, 2):
            shared.setdefault(pair, []).append(mark)
    return shared


def usual_overlap(students: int, overlaps: Iterable[float]) -> tuple[float, float]:
    """Return the upper quartile of the overlaps of all pairs, and the fence beyond it.

    Only pairs with an overlap are given; all other pairs of so many students have none.
    """
    some = list(overlaps)
    none = [0.0] * (students * (students - 1) // 2 - len(some))
    lower, _, upper = quantiles(none + some, n=4, method="inclusive")
    return upper, max(LEAST_OVERLAP, upper + FENCE * (upper - lower))


def much(both: Collection[Print]) -> bool:
    """Return True if two submissions have enough in common to speak of."""
    exercises = {exercise for exercise, _ in both}
    return len(both) >= FEWEST_SHARED and len(exercises) >= FEWEST_EXERCISES


def described(
    pair: tuple[str, str], overlap: float, both: Iterable[Print], code: Mapping[str, Code]
) -> Pair:
    """Name the exercises in which a pair overlaps, most alike first."""
    counts = Counter(exercise for exercise, _ in both)
    exercises = tuple(sorted(counts, key=lambda id: (-counts[id], id)))
    first, second = pair
    sources = tuple((code[first][id], code[second][id]) for id in exercises)
    return Pair(pair, overlap, exercises, sources)
