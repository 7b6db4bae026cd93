"""What to say tomorrow: the misconceptions that most students hold, and where the lesson helps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.feedback.sections import Section
from autograder.report.rows import Belief, ExerciseRow

MOST_SAID = 5
SHARED = 3  # students


@dataclass(frozen=True)
class Held:
    """One misconception over all exercises of a lesson.

    `where` has each exercise in which it was met, with those who hold it there; the sentence is
    that of the exercise where most do.
    """

    id: str
    sentence: str
    where: tuple[tuple[ExerciseRow, Belief], ...]

    @property
    def students(self) -> tuple[str, ...]:
        """Return everybody who holds it in some exercise, once."""
        return tuple(
            dict.fromkeys(student for _, belief in self.where for student in belief.students)
        )

    @property
    def is_shared(self) -> bool:
        """Return True if more than one or two students hold it."""
        return len(self.students) >= SHARED

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the headings of the lesson under which its exercises stand."""
        return tuple(dict.fromkeys(row.section for row, _ in self.where if row.section.title))


def held(rows: Iterable[ExerciseRow]) -> tuple[Held, ...]:
    """Gather the misconceptions of a lesson, most held first."""
    beliefs: dict[tuple[str, str], list[tuple[ExerciseRow, Belief]]] = {}
    for row in rows:
        for belief in row.beliefs:
            key = (belief.id, "" if belief.of_code else row.id)
            beliefs.setdefault(key, []).append((row, belief))
    gathered = [gather(where) for where in beliefs.values()]
    return tuple(sorted(gathered, key=lambda one: -len(one.students)))


def gather(where: Sequence[tuple[ExerciseRow, Belief]]) -> Held:
    """Put together what is the same belief in several exercises."""
    ordered = sorted(where, key=lambda one: -len(one[1].students))
    most = ordered[0][1]
    return Held(most.id, most.sentence, tuple(ordered))


def to_say(misconceptions: Sequence[Held]) -> tuple[Held, ...]:
    """Return the few misconceptions that are worth a word to the whole class."""
    return tuple(misconceptions[:MOST_SAID])
