"""What the teacher needs beside the notebooks: rubrics, and the right answers to questions."""

import re

from autograder.building.lesson import Lesson, QuestionCell, WrittenCell
from autograder.judging.questions import CHOICE

RUBRIC = "#### Rubric"
CRITERION = re.compile(r"\n\s*(?=\S+ points?:)")


def rubrics(lesson: Lesson) -> str:
    """Return the rubrics and the right answers of a lesson as markdown, for the teacher alone."""
    parts = [f"# Rubrics of {lesson.slug}"]
    if lesson.written:
        parts += ["## Written answers, graded by hand", *map(rubric, lesson.written)]
    if lesson.questions:
        parts += ["## Questions, graded by themselves", *map(right_answer, lesson.questions)]
    return "\n\n".join(parts) + "\n"


def rubric(cell: WrittenCell) -> str:
    """Return one written question with its rubric, below a heading by which it is found again."""
    head = f"### {cell.id} ({points(cell.points)})"
    return f"{head}\n\n{cell.prompt}\n\n{RUBRIC}\n\n{listed(cell.rubric)}"


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


def listed(criteria: str) -> str:
    """Return the criteria of a rubric, each of which begins with its points, as a list."""
    return "\n".join(
        f"- {criterion}".replace("\n", "\n  ") for criterion in CRITERION.split(criteria.strip())
    )


def quoted(text: str) -> str:
    """Return a text as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
