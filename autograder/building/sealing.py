"""Write what the installed package knows of a lesson: its exercises, and its questions, sealed."""

import json
from typing import Any

from autograder.building.lesson import Lesson, QuestionCell
from autograder.judging.questions import CHOICE
from autograder.judging.seal import FORMAT, Opened, seal


def sealed_text(lesson: Lesson, *, recorded: bool = False) -> str:
    """Return the JSON text of a lesson's exercises and questions, the same for the same lesson.

    Where answers are only `recorded`, it holds the questions without any answer.
    """
    data = {
        "format": FORMAT,
        "lesson": lesson.slug,
        "exercises": [cell.id for cell in lesson.exercises],
        "questions": [question_data(cell, recorded=recorded) for cell in lesson.questions],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def question_data(cell: QuestionCell, *, recorded: bool) -> dict[str, Any]:
    """Return one question as plain data."""
    return {
        "id": cell.id,
        "name": cell.name,
        "points": cell.points,
        "covers": list(cell.covers),
        "kind": cell.kind,
        "options": [option.text for option in cell.options] if cell.kind == CHOICE else [],
        "decimals": cell.decimals,
        "sealed": [] if recorded else sealed_answers(cell),
    }


def sealed_answers(cell: QuestionCell) -> list[dict[str, str]]:
    """Return what a question says about each answer that it knows, hidden."""
    answers = {option.answer: Opened(option.right, option.sentence) for option in cell.options}
    entries = seal(cell.id, answers)
    return [{"tag": entry.tag.hex(), "hidden": entry.hidden.hex()} for entry in entries]
