"""What is given to students of a course that only records answers holds none of them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.building.lesson import Lesson, QuestionCell
from autograder.building.notebooks import right_value
from autograder.building.sealing import sealed_answers
from autograder.lint.failure import Failure
from autograder.lint.leaks import normal

Trace = tuple[str, str]
NOTEBOOK = ".ipynb"


def answers_in(folder: Path, lessons: Iterable[Lesson]) -> Iterator[Failure]:
    """Yield a failure for each answer to a question that any file below a folder holds.

    `folder` is whatever students get: the notebooks of a release, or an unpacked package.
    """
    questions = [cell for lesson in lessons for cell in lesson.questions]
    known = [trace for cell in questions for trace in traces(cell)]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        yield Failure(str(folder), "There is no file here.", "Name the folder that students get.")
    for file in files:
        text = normal(file.read_bytes().decode("utf-8", "replace"))
        found = dict.fromkeys(what for what, trace in known if trace in text)
        if file.suffix == NOTEBOOK:
            found |= dict.fromkeys(telling_checks(text, questions))
        for what in found:
            yield Failure(str(file), f"{what} stands here.", "Make it with `--questions recorded`.")


def traces(cell: QuestionCell) -> Iterator[Trace]:
    """Yield what gives an answer away, as a file may write it, with the words for it."""
    for entry in sealed_answers(cell):
        yield f"A sealed answer to {cell.id}", entry["hidden"]
        yield f"A sealed answer to {cell.id}", entry["tag"]
    texts = [(f"The answer to {cell.id}", f"{cell.name} = {right_value(cell)}")]
    texts += [(f"A sentence of {cell.id}", normal(option.sentence)) for option in cell.options]
    for what, text in texts:
        for written in dict.fromkeys([text, in_json(text), in_json(text, ascii_only=True)]):
            yield what, written


def in_json(text: str, *, ascii_only: bool = False) -> str:
    """Return a text as it stands inside of JSON."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def telling_checks(notebook: str, questions: Iterable[QuestionCell]) -> Iterator[str]:
    """Yield the checks in a notebook's text that would judge an answer at once."""
    for cell in questions:
        if in_json(f'check("{cell.id}")') in notebook:
            yield f"A check that judges {cell.id}"
