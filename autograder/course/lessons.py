"""Read the lessons' texts for the commands that need them."""

from pathlib import Path

from autograder import texts
from autograder.building.lesson import Lesson
from autograder.building.reader import read_lessons
from autograder.course.folder import CourseError
from autograder.exercises import load

HERE = Path("solutions")


def lessons_of(solutions: Path | None) -> tuple[Lesson, ...]:
    """Read the lessons of a folder, by default the course's own.

    Raises CourseError where an installation has none.
    """
    return read_lessons(texts_of(solutions), load())


def texts_of(solutions: Path | None) -> texts.Folder:
    """Return the folder of the lessons' texts, by default that of the course's own.

    Raises CourseError where an installation has none.
    """
    folder = solutions or texts.solutions()
    if folder is None:
        raise CourseError(
            "This installation has no lessons' texts in it. Install it again: "
            'pip install --force-reinstall "neuron-to-network[grading]". Or name their folder '
            "with --solutions."
        )
    return folder


def authors_texts(solutions: Path | None) -> texts.Folder:
    """Return the same for an author, whose texts lie by default in `solutions` here."""
    return texts_of(solutions or (HERE if HERE.is_dir() else None))
