"""What the teacher needs beside the notebooks: rubrics, and the right answers to questions."""

from autograder.building.lesson import Lesson, QuestionCell, WrittenCell
from autograder.questions import CHOICE


def rubrics(lesson: Lesson) -> str:
    """Return the rubrics and the right answers of a lesson as markdown, for the teacher alone."""
    parts = [f"# Rubrics of {lesson.slug}"]
    if lesson.written:
        parts += ["## Written answers, graded by hand", *map(rubric, lesson.written)]
    if lesson.questions:
        parts += ["## Questions, graded by themselves", *map(right_answer, lesson.questions)]
    return "\n\n".join(parts) + "\n"


def rubric(cell: WrittenCell) -> str:
    """Return one written question with its rubric."""
    return f"### {cell.id} ({points(cell.points)})\n\n{cell.prompt}\n\n{quoted(cell.rubric)}"


def right_answer(cell: QuestionCell) -> str:
    """Return one question with its right answer and the reason."""
    right = cell.right
    shown = f"{right.answer}) {right.text}" if cell.kind == CHOICE else right.answer
    head = f"### {cell.id} ({points(cell.points)})\n\n{cell.prompt}"
    answer = quoted(f"{shown}\n\n{right.sentence}")
    return f"{head}\n\n{answer}"


def points(number: float) -> str:
    """Return a number of points in words."""
    return f"{number:g} point{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """Return a text as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
