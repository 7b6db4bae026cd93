"""Find answers that are nnlib's own text, for a person to look at.

nnlib answers every exercise and lies open to students: in its files, and by `solution(…)` after a
try. The comparison is that of `similar`: fingerprints of the code without names, comments, types
and spaces. Those that the released notebook, the worked solutions and the known misconceptions
have are left out, for nearly everybody writes `weights @ x + bias`. So an answer is listed only
where nnlib's text is longer than what the exercise forces, and stands in it nearly as a whole.

It says nothing of how it came there: typed from a page that the course itself shows, or taken.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.report.answers import Answers, Code
from autograder.report.normal_form import normal_form
from autograder.report.winnowing import fingerprints

LEAST_SHARE = 0.75  # of the fingerprints of nnlib's text; other right answers have half at most
FEWEST_OF_ONE = 4  # fingerprints of a text, below which it is too short to be known again
FEWEST_OF_ALL = 8  # fingerprints in all of a student's answers together


@dataclass(frozen=True)
class LibraryText:
    """A student with answers that are nnlib's text, and these answers by their exercises' ids."""

    student: str
    code: Mapping[str, str]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of the exercises."""
        return tuple(self.code)


def library_texts(answers: Answers) -> tuple[LibraryText, ...]:
    """Return the students whose answers are nnlib's text, those with the most of them first."""
    texts = {
        exercise: [marks for marks in marks_of(exercise, sources, answers.given) if marks]
        for exercise, sources in answers.library.items()
    }
    found = (near(student, code, texts) for student, code in answers.of.items())
    listed = [one for one in found if one is not None]
    return tuple(sorted(listed, key=lambda one: (-len(one.code), one.student)))


def marks_of(
    exercise: str, sources: Sequence[str], given: Sequence[Code]
) -> Iterator[frozenset[int]]:
    """Yield the fingerprints of each of nnlib's texts for an exercise that nothing else has."""
    known = frozenset[int]().union(*(prints(code.get(exercise, "")) for code in given))
    for source in sources:
        marks = prints(source) - known
        if len(marks) >= FEWEST_OF_ONE:
            yield marks


def near(
    student: str, code: Code, texts: Mapping[str, Collection[frozenset[int]]]
) -> LibraryText | None:
    """Return the answers of a student that are nnlib's text; None where they are too little."""
    held = {id: most_held(prints(source), texts.get(id, ())) for id, source in code.items()}
    if sum(held.values()) < FEWEST_OF_ALL:
        return None
    return LibraryText(student, {id: source for id, source in code.items() if held[id]})


def most_held(found: frozenset[int], texts: Collection[frozenset[int]]) -> int:
    """Return how many fingerprints of one text an answer has; 0 where it has too small a share."""
    shared = [(len(found & marks), len(marks)) for marks in texts]
    return max((both for both, whole in shared if both >= LEAST_SHARE * whole), default=0)


def prints(source: str) -> frozenset[int]:
    """Return the fingerprints of a text."""
    return fingerprints(normal_form(source))
