"""Import what lessons import, once, so that every child has it at once."""

import contextlib
import importlib
import pkgutil
import warnings
from typing import Any

import nnlib
from autograder.judging.observe import observe
from autograder.sandbox.worker.shell import run_cell

# numpy.testing and pyplot are slow to load; a lesson's first cell imports the student's side.
MODULES = (
    "numpy.testing",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "asyncio",
    "ipywidgets",
    "autograder.student",
)


def preload() -> None:
    """Import every module of nnlib and the others that lessons use, where they are installed."""
    found = pkgutil.walk_packages(nnlib.__path__, "nnlib.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (*MODULES, *(module.name for module in found)):
            with contextlib.suppress(ImportError):  # the cell that needs it will say so
                importlib.import_module(name)


def rehearse(shell: Any) -> None:
    """Run a cell, draw a picture and observe a function: no child pays for what is lazy."""
    run_cell(shell, "_ = [1]\n_")
    run_cell(shell, "from nnlib import plots\n_ = plots.plot_biological_neuron_comparison()")
    observe(len, [([1.0],)])
    shell.reset(new_session=False)
