"""Run the cells of one notebook and judge at the place of each check; a program of its own.

python -m autograder.lint.execute NOTEBOOK SEALED RESULT

NOTEBOOK is the notebook's file, SEALED that of its questions, RESULT the JSON file to write:
the share of the points by exercise, and the cell that stopped with an error, if one did.
"""

import json
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.building.nbcells import check_id
from autograder.exercises import Exercise, load
from autograder.judging.exam import judge
from autograder.judging.questions import Question, judge_question, read_sealed

SEED = 1
Items = Mapping[str, Exercise | Question]


def main() -> None:
    """Run the notebook that the command line names."""
    notebook, sealed, result = map(Path, sys.argv[1:])
    questions = read_sealed(sealed.read_text(encoding="utf-8"))
    items = load() | {question.id: question for question in questions}
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    result.write_text(json.dumps(run(cells, items)), encoding="utf-8", newline="\n")


def run(cells: list[dict[str, Any]], items: Items) -> dict[str, Any]:
    """Run the cells in one namespace, as a kernel would, up to the first error."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module  # where functions look for what the cells define
    checks = {check_id(item): item for item in items}
    shares: dict[str, float] = {}
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        if cell["id"] in checks:
            item = items[checks[cell["id"]]]
            shares[item.id] = share(item, module.__dict__.get(item.name))
        elif error := failure(cell, module.__dict__):
            return {"shares": shares, "error": error, "cell": cell["id"]}
    return {"shares": shares, "error": "", "cell": ""}


def share(item: Exercise | Question, answer: object) -> float:
    """Judge one answer."""
    if isinstance(item, Exercise):
        return judge(item, answer, seed=SEED).score
    return judge_question(item, answer).score


def failure(cell: dict[str, Any], namespace: dict[str, Any]) -> str:
    """Run one cell; return what stopped it, nothing if it ran."""
    source = "".join(cell["source"])
    try:
        exec(compile(source, cell["id"], "exec"), namespace)  # noqa: S102 - the course's own code
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


if __name__ == "__main__":
    main()
