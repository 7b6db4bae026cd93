"""Run notebooks' cells in an IPython shell and write down what each check says.

A program for any Python that has the course and IPython: this one, or Pyodide's under node.

python run_cells.py NOTEBOOKS RESULTS

NOTEBOOKS is a JSON file with a list of notebooks, each a name and the source of its cells; RESULTS
the JSON file to write: for each name the verdicts, the errors that stopped a cell, and what was
displayed.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from autograder.judging import bounds
from autograder.student import checking

PATIENT = 600.0  # seconds of a check: a busy machine is no fault of an answer's


class Displayed(DisplayPublisher):
    """Keep what cells display instead of showing it: its richest form, and its text."""

    def publish(self, data, metadata=None, **how):
        """Keep one output."""
        richest = next((kind for kind in ("image/png", "text/html") if kind in data), "text/plain")
        self.shell.displayed.append([richest, str(data.get("text/plain"))])


class Forgotten(DisplayHook):
    """Take the value of a cell's last line in silence."""

    def __call__(self, result=None):
        """Drop it, but for a widget: to show one is to draw it."""
        if hasattr(result, "_repr_mimebundle_"):
            self.shell.display_pub.publish(result._repr_mimebundle_())


class QuietShell(InteractiveShell):
    """A shell that keeps neither history nor screen."""

    display_pub_class = Type(Displayed)
    displayhook_class = Type(Forgotten)

    def showtraceback(self, *_, **__):
        """Print nothing: the error is written down."""

    def showsyntaxerror(self, *_, **__):
        """Print nothing: the error is written down."""


def new_shell():
    """Make this process's shell."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.cache_size = 0
    shell = QuietShell.instance(config=config)
    shell.display_formatter.active_types = ["text/plain", "text/html", "image/png"]
    return shell


def run(shell, cells):
    """Run the cells of one notebook from a fresh start."""
    shell.reset(new_session=True)
    shell.displayed, verdicts, errors = [], [], []
    bounds.SECONDS = PATIENT
    began = time.perf_counter()
    checking.verdict_on = writing_down(verdicts)
    for number, source in enumerate(cells):
        done = shell.run_cell(source, store_history=False)
        error = done.error_before_exec or done.error_in_exec
        if error is not None:
            errors.append([number, type(error).__name__, str(error)])
    seconds = round(time.perf_counter() - began, 2)
    return {
        "verdicts": verdicts, "errors": errors, "displayed": shell.displayed, "seconds": seconds
    }  # fmt: skip


def writing_down(verdicts, judge=checking.verdict_on):
    """Return the check's own judge, which also writes each verdict down."""

    def judged(item, namespace):
        verdict = judge(item, namespace)
        verdicts.append(
            {
                "id": item.id,
                "passed": verdict.passed,
                "kind": str(verdict.kind),
                "points": float(checking.score_of(item, verdict)),
                "misconception": verdict.misconception,
                "parts": [[str(name), bool(right)] for name, right in verdict.parts],
                "message": str(verdict.message),
            }
        )
        return verdict

    return judged


def main(notebooks, results):
    """Run all notebooks and write the results."""
    shell = new_shell()
    jobs = json.loads(Path(notebooks).read_text(encoding="utf-8"))
    found = {job["name"]: run(shell, job["cells"]) for job in jobs}
    Path(results).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
