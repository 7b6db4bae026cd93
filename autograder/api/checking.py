"""Check one notebook of one's own."""

import os
from pathlib import Path

from autograder.course.folder import CourseError
from autograder.course.lessons import checkout
from autograder.exercises import load
from autograder.gradebook.result import GRADED, ExerciseResult
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.submission import answer_key
from autograder.sandbox.warm_process import WarmProcess
from autograder.student.checking import PUBLIC_SEED
from autograder.submissions.template import CHECK, LessonTemplate, load_template

__all__ = ["GRADED", "ExerciseResult", "GradedNotebook", "check"]


def check(notebook: str | os.PathLike[str]) -> GradedNotebook:
    """Grade one notebook outside any course, with the cases that its own checks use.

    Parameters
    ----------
    notebook
        The file; the lesson of that name in this checkout tells what it should hold, and outside a
        checkout the file itself does.

    Returns
    -------
    GradedNotebook
        A result for each exercise, question and written answer, and notes in sentences.

    Raises
    ------
    CourseError
        Where it holds no exercise of the course.
    WarmError
        Where processes cannot be forked.

    Examples
    --------
    >>> checked = check(notebook)
    >>> [(result.id, result.points) for result in checked.exercises if not result.passed]
    [('neuron.relu', 0.0), ('neuron.compare', 0.0)]

    """
    path = Path(notebook)
    template = lesson_of(path)
    key = answer_key(template, load(), PUBLIC_SEED)
    with WarmProcess() as warm:
        return grade_notebook(path.read_bytes(), template, key, warm=warm)


def lesson_of(notebook: Path) -> LessonTemplate:
    """Return the lesson as it was given out; outside a checkout, the notebook itself.

    Raises CourseError where that is no notebook of the course.
    """
    given_out = checkout() / "lessons" / "en" / notebook.name
    lesson = load_template(given_out if given_out.is_file() else notebook, load())
    if not lesson.of_kind(CHECK):
        raise CourseError(f"{notebook} holds no exercise of the course: is it the right file?")
    return lesson
