"""Read an autograded notebook: each answer, and what was repaired."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from autograder.gradebook.result_files import BROKEN
from autograder.grading.regrade import grade_id
from autograder.submissions.repair_notes import NOTE_CELL_ID as REPAIRS

PREFORMATTED = "<div><pre>", "</pre></div>"


@dataclass(frozen=True)
class Answer:
    """What a cell holds, in a form that runs nothing, and its pictures."""

    source: str
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Autograded:
    """The answers of an autograded notebook by the cell's id, and the repairs."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()


def read_autograded(path: Path) -> Autograded:
    """Read an autograded notebook; an empty one where there is none that can be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return Autograded(
            {grade_id(cell): answer(cell) for cell in cells},
            tuple(line for cell in cells if cell["id"] == REPAIRS for line in notes(cell)),
        )
    except (OSError, *BROKEN):
        return Autograded()


def answer(cell: Mapping[str, Any]) -> Answer:
    """Return what a cell holds."""
    return Answer(str(cell["source"]), cell.get("attachments", {}))


def notes(cell: Mapping[str, Any]) -> list[str]:
    """Return the lines of the cell that tells what was repaired."""
    begin, end = PREFORMATTED
    _, _, block = str(cell["source"]).partition(begin)
    text = unescape(block.removesuffix(end))
    return [line for line in text.splitlines() if line.strip()]
