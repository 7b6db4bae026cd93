"""No student notebook and no sealed file shows a solution, a right option or a rubric."""

import textwrap
from collections.abc import Iterator

from autograder.building.lesson import Lesson
from autograder.building.notebooks import right_value, student_notebook
from autograder.building.sealing import sealed_text
from autograder.building.solution import regions
from autograder.lint.failure import Failure

MARKS = ("BEGIN SOLUTION", "END SOLUTION", "- [x]", "> Rubric")
SHORTEST = 8  # a shorter line, such as `return z`, stands in many places by right


def leaks(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each secret of the lesson that a student can read."""
    shown = "\n".join(cell.source for cell in student_notebook(lesson).cells)
    hidden = sealed_text(lesson)
    for what, secret in secrets(lesson):
        if secret in normal(shown):
            rule = f"{what} stands in the student notebook."
            yield Failure(lesson.file, rule, "Say it in other words, or not before the answer.")
        if what.startswith("A sentence") and secret in normal(hidden):
            yield Failure(lesson.file, f"{what} is not sealed.", "Report this fault of the build.")


def secrets(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Yield what a student must not read, with the words for it."""
    for mark in MARKS:
        yield f"The mark {mark!r}", mark
    for exercise in lesson.exercises:
        for region in regions(exercise.code):
            if len(region.strip()) >= SHORTEST:
                yield f"The solution of {exercise.id}", normal(textwrap.dedent(region)).strip()
    for question in lesson.questions:
        yield f"The answer to {question.id}", f"{question.name} = {right_value(question)}"
        for option in question.options:
            yield f"A sentence of {question.id}", normal(option.sentence)
    for written in lesson.written:
        yield f"The rubric of {written.id}", normal(written.rubric)


def normal(text: str) -> str:
    """Return a text without indentation and line ends, so that a copy is found anywhere."""
    return " ".join(text.split())
