"""Run every solved lesson in a kernel and print its seconds and memory: tools/lesson_times.py."""

import sys
import time
from pathlib import Path

from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.building.notebooks import solved_notebook
from autograder.building.reader import read_lessons
from autograder.exercises import load

PEAK = "import resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def main(wanted: list[str]) -> None:
    """Print a line for each lesson, or for those that are named."""
    print(f"{'lesson':20} {'seconds':>8} {'MB':>6} {'errors':>7}")
    for lesson in read_lessons(Path("solutions"), load()):
        if not wanted or lesson.slug in wanted:
            notebook, seconds = run(solved_notebook(lesson))
            megabytes = int(notebook.cells[-1].outputs[0].text) / 1024
            print(f"{lesson.slug:20} {seconds:8.1f} {megabytes:6.0f} {errors(notebook):7}")


def run(notebook: NotebookNode) -> tuple[NotebookNode, float]:
    """Run a notebook from top to bottom, and ask at its end for the most memory it had."""
    notebook.cells.append(new_code_cell(PEAK))
    start = time.perf_counter()
    NotebookClient(notebook, timeout=120, allow_errors=True).execute()
    return notebook, time.perf_counter() - start


def errors(notebook: NotebookNode) -> int:
    """Count the cells that ended in an error, and the checks that are not right."""
    outputs = [one for cell in notebook.cells for one in cell.get("outputs", [])]
    raised = sum(one.output_type == "error" for one in outputs)
    texts = (one.get("data", {}).get("text/plain", "") for one in outputs)
    return raised + sum("Not right" in text for text in texts)


if __name__ == "__main__":
    main(sys.argv[1:])
