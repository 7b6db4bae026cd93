"""What the lint finds."""

import inspect
from dataclasses import dataclass

from autograder.exercises.model import Exercise


@dataclass(frozen=True)
class Failure:
    """One rule that the course breaks: where, which, and what to do."""

    where: str
    rule: str
    advice: str

    def __str__(self) -> str:
        """Return the failure on one line."""
        return f"{self.where}: {self.rule} {self.advice}"


def place(exercise: Exercise) -> str:
    """Return the file that defines an exercise's cases, and the exercise's id."""
    module = inspect.getmodule(exercise.cases)
    file = module.__name__.replace(".", "/") + ".py" if module else "autograder/exercises"
    return f"{file} ({exercise.id})"
