"""What a lesson is: its cells in order, text and code apart, and nothing of notebooks."""

from dataclasses import dataclass

from autograder.exercises.model import Exercise

Covers = tuple[str, ...]


@dataclass(frozen=True)
class Prose:
    """Text to read."""

    text: str
    covers: Covers
    line: int


@dataclass(frozen=True)
class Provided:
    """Code that later cells need; the student cannot change it."""

    id: str
    code: str
    covers: Covers
    line: int


@dataclass(frozen=True)
class Demo:
    """Code that only shows something and that no other cell needs."""

    code: str
    covers: Covers
    line: int


@dataclass(frozen=True)
class Plain:
    """Code without a marker: it shows something, and grading runs it too."""

    code: str
    covers: Covers
    line: int


@dataclass(frozen=True)
class CodeExercise:
    """A function that the student writes; `code` is the solved cell with its solution region."""

    exercise: Exercise
    code: str
    covers: Covers
    line: int

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id


@dataclass(frozen=True)
class Option:
    """One answer that a question knows: the letter or the number, and what it means.

    `answer` is the canonical text ("b", "17", "0.64"); `text` is what the student reads beside
    the letter, empty for a number.
    """

    answer: str
    text: str
    right: bool
    sentence: str


@dataclass(frozen=True)
class QuestionCell:
    """A question that is graded by itself; `kind` is "choice" or "number"."""

    id: str
    prompt: str
    kind: str
    options: tuple[Option, ...]
    decimals: int
    points: float
    covers: Covers
    line: int

    @property
    def name(self) -> str:
        """The variable that takes the answer."""
        return self.id.partition(".")[2]

    @property
    def right(self) -> Option:
        """The right one of the options."""
        return next(option for option in self.options if option.right)


@dataclass(frozen=True)
class WrittenCell:
    """A question that a person grades with the rubric."""

    id: str
    prompt: str
    rubric: str
    points: float
    covers: Covers
    line: int


Cell = Prose | Provided | Demo | Plain | CodeExercise | QuestionCell | WrittenCell
Code = Provided | Demo | Plain | CodeExercise


@dataclass(frozen=True)
class Lesson:
    """One lesson; `slug` is its file's name without the ending, `file` the name to show."""

    slug: str
    file: str
    cells: tuple[Cell, ...]

    @property
    def exercises(self) -> tuple[CodeExercise, ...]:
        """The exercises in code, in order."""
        return tuple(cell for cell in self.cells if isinstance(cell, CodeExercise))

    @property
    def questions(self) -> tuple[QuestionCell, ...]:
        """The questions that are graded by themselves, in order."""
        return tuple(cell for cell in self.cells if isinstance(cell, QuestionCell))

    @property
    def written(self) -> tuple[WrittenCell, ...]:
        """The questions that a person grades, in order."""
        return tuple(cell for cell in self.cells if isinstance(cell, WrittenCell))
