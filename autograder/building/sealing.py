"""Write what the installed package knows of a lesson: its exercises, and its questions, sealed."""

import json
from typing import Any

from autograder.building.lesson import Lesson, QuestionCell
from autograder.judging.questions import CHOICE
from autograder.judging.seal import FORMAT, Opened, seal


def sealed_text(lesson: Lesson) -> str:
    """Return the JSON text of a lesson's exercises and questions, the same for the same lesson."""
    data = {
        "format": FORMAT,
        "lesson": lesson.slug,
        "exercises": [cell.id for cell in lesson.exercises],
        "questions": [sealed(cell) for cell in lesson.questions],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def sealed(cell: QuestionCell) -> dict[str, Any]:
    """Return one question as plain data."""
    answers = {option.answer: Opened(option.right, option.sentence) for option in cell.options}
    return {
        "id": cell.id,
        "name": cell.name,
        "points": cell.points,
        "covers": list(cell.covers),
        "kind": cell.kind,
        "options": [option.text for option in cell.options] if cell.kind == CHOICE else [],
        "decimals": cell.decimals,
        "sealed": [
            {"tag": entry.tag.hex(), "hidden": entry.hidden.hex()}
            for entry in seal(cell.id, answers)
        ],
    }
