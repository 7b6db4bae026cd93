"""What a lesson does when it is run: unsolved, solved, and as a script."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.building.lesson import CodeExercise, Lesson, QuestionCell
from autograder.building.nbcells import DEMO_TAG
from autograder.building.notebooks import notebook_text, solved_notebook, student_notebook
from autograder.building.sealing import sealed_text
from autograder.lint.failure import Failure
from autograder.texts import python_path

SECONDS = 300  # far more than a lesson needs; a hanging one must end


@dataclass(frozen=True)
class Run:
    """What one run gave: the share of each exercise, and the error that ended it early."""

    shares: dict[str, float]
    error: str = ""
    cell: str = ""


def run_failures(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each way in which a lesson does not run as it should."""
    unsolved = run(lesson, student_notebook(lesson))
    solved = run(lesson, without_demos(solved_notebook(lesson)))
    yield from stopped(lesson, "unsolved", unsolved)
    yield from stopped(lesson, "solved", solved)
    yield from misjudged(lesson, unsolved, solved)
    yield from script_failures(lesson)


def without_demos(notebook: NotebookNode) -> NotebookNode:
    """Leave out the cells that only show something: the two other runs have them."""
    cells = [cell for cell in notebook.cells if DEMO_TAG not in cell.metadata.get("tags", [])]
    return NotebookNode({**notebook, "cells": cells})


def stopped(lesson: Lesson, state: str, run: Run) -> Iterator[Failure]:
    """Yield a failure if a notebook did not run to its end."""
    if run.error:
        rule = f"The {state} notebook stops at the cell {run.cell} ({run.error})."
        advice = "Let every cell run without the student's answers; use nnlib's functions."
        yield Failure(lesson.file, rule, advice)


def misjudged(lesson: Lesson, unsolved: Run, solved: Run) -> Iterator[Failure]:
    """Yield a failure for each exercise that earns too much or too little."""
    items: list[CodeExercise | QuestionCell] = [*lesson.exercises, *lesson.questions]
    for item in items:
        where = f"{lesson.file}, line {item.line}"
        if unsolved.shares.get(item.id, 0) > 0:
            rule = f"{item.id} earns points unsolved ({unsolved.shares[item.id]:.0%})."
            yield Failure(where, rule, "Move the answer into the solution region.")
        if item.id in solved.shares and solved.shares[item.id] < 1:
            rule = f"The solution of {item.id} earns {solved.shares[item.id]:.0%} of the points."
            yield Failure(where, rule, "Correct the solution, or the exercise's reference.")
        elif item.id not in solved.shares and not solved.error:
            rule = f"{item.id} was never checked."
            yield Failure(where, rule, "Report this fault of the build.")


def script_failures(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure if the lesson's text does not run as a plain script without a warning."""
    with tempfile.TemporaryDirectory() as folder:
        output = launch(["-W", "error", str(Path(lesson.file).resolve())], Path(folder))
    if output:
        rule = f"The text does not run as a script ({output.splitlines()[-1]})."
        yield Failure(lesson.file, rule, f"Run `python {lesson.file}` and mend it.")


def run(lesson: Lesson, notebook: NotebookNode) -> Run:
    """Run a notebook in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / "lesson.ipynb", folder / "sealed.json", folder / "result.json"]
        files[0].write_text(notebook_text(notebook), encoding="utf-8", newline="\n")
        files[1].write_text(sealed_text(lesson), encoding="utf-8", newline="\n")
        output = launch(["-m", "autograder.lint.execute", *map(str, files)], folder)
        if output or not files[2].is_file():
            return Run({}, (output or "it ended the process").splitlines()[-1], "unknown")
        return Run(**json.loads(files[2].read_text(encoding="utf-8")))


def launch(arguments: list[str], folder: Path) -> str:
    """Run Python without a screen and without a progress file; return its complaint, if any."""
    quiet = {"MPLBACKEND": "agg", "NEURON_TO_NETWORK_PROGRESS": "off", "PYTHONPATH": python_path()}
    try:
        done = subprocess.run(  # noqa: S603 - the course's own code
            [sys.executable, *arguments],
            cwd=folder,
            env=os.environ | quiet,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"it did not end within {SECONDS} seconds"
    return (done.stderr.strip() or f"exit code {done.returncode}") if done.returncode else ""
