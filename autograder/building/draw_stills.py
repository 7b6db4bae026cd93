"""Run a solved lesson and keep what its widgets show; also the program that does so.

python -m autograder.building.draw_stills CELLS RESULT

CELLS is a JSON file, a list of (id, code, whether to keep what it shows); RESULT the JSON file
to write: the picture in base64 and the words of each cell that is kept, by its id.
"""

import ast
import base64
import json
import os
import subprocess
import sys
import tempfile
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.building.errors import LessonError
from autograder.building.lesson import Lesson
from autograder.building.stills import Still, small
from autograder.building.widget_cells import code_cells
from autograder.texts import python_path

QUIET = {"MPLBACKEND": "agg", "NEURON_TO_NETWORK_PROGRESS": "off", "NNLIB_STILL": "1"}
Cells = list[tuple[str, str, bool]]


def drawn_stills(lesson: Lesson, wanted: Mapping[str, str]) -> dict[str, Still]:
    """Return the still of each wanted cell; `wanted` gives the key of each by its id."""
    cells = up_to_last(
        [
            (cell.id, "" if cell.id.endswith("-check") else cell.source, cell.id in wanted)
            for cell in code_cells(lesson)
        ]
    )
    shown = run_apart(cells, lesson.file) if cells else {}
    return {
        cell_id: Still(small(base64.b64decode(cell["picture"])), cell["words"], wanted[cell_id])
        for cell_id, cell in shown.items()
    }


def up_to_last(cells: Cells) -> Cells:
    """Leave out the cells after the last one that is wanted."""
    ends = [place + 1 for place, (_, _, wanted) in enumerate(cells) if wanted]
    return cells[: max(ends, default=0)]


def run_apart(cells: Cells, file: str) -> dict[str, Any]:
    """Run the cells in a process of their own and return what the wanted ones show."""
    with tempfile.TemporaryDirectory() as name:
        given, result = Path(name, "cells.json"), Path(name, "result.json")
        given.write_text(json.dumps(cells), encoding="utf-8", newline="\n")
        done = subprocess.run(  # noqa: S603 - the course's own code
            [sys.executable, "-m", "autograder.building.draw_stills", given, result],
            cwd=name, env=os.environ | QUIET | {"PYTHONPATH": python_path()},
            capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if done.returncode:
            rule = f"Its widgets could not be drawn ({last_line(done.stderr)})."
            raise LessonError(file, 0, rule, "Run the solved lesson and mend it.")
        shown: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        return shown


def last_line(text: str) -> str:
    """Return the last line of what a program said."""
    return (text.strip().splitlines() or ["it said nothing"])[-1]


def main() -> None:
    """Run the cells that the command line names."""
    given, result = map(Path, sys.argv[1:])
    cells = json.loads(given.read_text(encoding="utf-8"))
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module  # where functions look for what the cells define
    shown = {}
    for cell_id, code, wanted in cells:
        value = last_value(code, module.__dict__)
        if wanted:
            bundle = value._repr_mimebundle_()
            shown[cell_id] = {"picture": bundle["image/png"], "words": bundle["text/plain"]}
    result.write_text(json.dumps(shown), encoding="utf-8", newline="\n")


def last_value(code: str, namespace: dict[str, Any]) -> Any:
    """Run a cell and return the value of its last line where that is an expression."""
    body = ast.parse(code).body
    last = body[-1] if body else None
    first = body[:-1] if isinstance(last, ast.Expr) else body
    exec(compile(ast.Module(first, []), "cell", "exec"), namespace)  # noqa: S102 - our own code
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)  # noqa: S307


if __name__ == "__main__":
    main()
