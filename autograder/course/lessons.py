"""Find the lessons' texts for the commands that need them."""

from pathlib import Path

import autograder
from autograder.building.lesson import Lesson
from autograder.building.reader import read_lessons
from autograder.course.folder import CourseError
from autograder.exercises import load


def checkout() -> Path:
    """Return the folder that holds the packages, which in a checkout holds the lessons, too."""
    return Path(autograder.__file__).parents[1]


def lessons_of(solutions: Path | None) -> tuple[Lesson, ...]:
    """Read the lessons of a folder, by default of this checkout.

    Raises CourseError where there are none, as in an installed package.
    """
    folder = solutions or checkout() / "solutions"
    if not folder.is_dir():
        raise CourseError(
            f"The lessons' texts are not at {folder}: solutions are never part of the installed "
            "package. Name their folder with --solutions, from a clone of the repository."
        )
    return read_lessons(folder, load())
