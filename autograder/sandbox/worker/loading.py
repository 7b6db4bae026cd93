"""What a worker needs before a student's code runs: modules, files, and checks that keep silent."""

import base64
import contextlib
import importlib
import pkgutil
import warnings
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import nnlib
from autograder.judging.observe import observe
from autograder.messages import say
from autograder.sandbox.worker.shell import run_cell
from nnlib.data.digits import load_digits

# numpy.testing and pyplot are slow to load; a lesson's first cell imports the student's side.
MODULES = (
    "numpy.testing",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "asyncio",
    "ipywidgets",
    "autograder.student",
)


def preload(modules: Iterable[str]) -> None:
    """Import every module of nnlib and the others that lessons use, where they are installed."""
    ours = pkgutil.walk_packages(nnlib.__path__, "nnlib.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (*MODULES, *(module.name for module in ours), *modules):
            with contextlib.suppress(ImportError):  # the cell that needs it will say so
                importlib.import_module(name)


def rehearse(shell: Any) -> None:
    """Run a cell, draw a picture and observe a function: no child pays for what is lazy."""
    run_cell(shell, "_ = [1]\n_")
    run_cell(shell, "from nnlib import plots\n_ = plots.plot_biological_neuron_comparison()")
    observe(len, [([1.0],)])
    load_digits()  # from its file, which no child can read
    shell.reset(new_session=False)


def quiet_checks() -> None:
    """Let a notebook's own checks and hints say nothing: answers are judged outside."""
    student = importlib.import_module("autograder.student")
    for name in student.__all__:
        setattr(student, name, partial(say_nothing, name))


def say_nothing(name: str, *_: Any, **__: Any) -> float | None:
    """Answer `check(…)` and the like; only a check gives points, and here there are none."""
    print(say("{name}(…) says nothing while a notebook is graded.", name=name))  # noqa: T201 - the cell's output
    return 0.0 if name == "check" else None


def write_files(files: Sequence[Sequence[str]]) -> None:
    """Write the assignment's data files, given by name and content in base64."""
    for name, content in files:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(content))
