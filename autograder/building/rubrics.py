"""What the teacher needs beside the notebooks: rubrics, and the right answers to questions."""

import re
from itertools import groupby

from autograder.building.lesson import Lesson, QuestionCell, WrittenCell
from autograder.judging.questions import CHOICE

RUBRIC = "#### Rubric"
POINTS = r"(?:[-*] )?\S+ points?:"
# A blank line divides, and so does the beginning of a criterion.
PARTS = re.compile(rf"\n[ \t]*(?:\n\s*|(?={POINTS}))")
BULLET = re.compile(r"^[-*] ")


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
    r"""Return the criteria of a rubric, each of which begins with its points, as a list.

    What stands beside them, such as a model answer, is a paragraph of its own.

    >>> print(listed("- 1 point: a\n  line.\n- 2 points: b.\n\nModel answer: c."))
    - 1 point: a
      line.
    - 2 points: b.
    <BLANKLINE>
    Model answer: c.
    """
    return "\n".join(
        "\n".join(map(bullet, paragraphs))
        if are_criteria
        else "\n" + "\n\n".join(paragraphs) + "\n"
        for are_criteria, paragraphs in groupby(PARTS.split(criteria.strip()), is_criterion)
    ).strip("\n")


def is_criterion(part: str) -> bool:
    """Return True if a part of a rubric begins with its points."""
    return re.match(POINTS, part) is not None


def bullet(criterion: str) -> str:
    """Return a criterion as an item of a list."""
    lines = BULLET.sub("", criterion).splitlines()
    return "- " + "\n  ".join(map(str.strip, lines))


def quoted(text: str) -> str:
    """Return a text as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
