"""Start the warm process: `python -m autograder.sandbox.worker` and the arguments of `main`.

It imports what lessons import, once, so that every child has it at once. Last come a folder with
libraries of the course, empty where it has none, and the modules that are imported of them.
"""

import contextlib
import importlib
import os
import pkgutil
import socket
import sys
import warnings
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import nnlib
from autograder.judging.observe import observe
from autograder.messages import say
from autograder.sandbox.levels import FULL, RESTRICTED, reaches
from autograder.sandbox.limits import GROUPS
from autograder.sandbox.worker.forkserver import serve_forks
from autograder.sandbox.worker.isolation.confine import dying_with
from autograder.sandbox.worker.isolation.layers import Layers, find_layers, no_layers
from autograder.sandbox.worker.isolation.namespaces import enter_namespaces
from autograder.sandbox.worker.memory.group import MemoryGroup, open_memory_group
from autograder.sandbox.worker.shell import make_shell, run_cell
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


def main(
    descriptor: str,
    folder: str,
    highest: str,
    judge: str,
    memory: str,
    libraries: str,
    *modules: str,
) -> None:
    """Load what notebooks import, leave the machine, and fork a child for each submission."""
    control = socket.socket(fileno=int(descriptor))
    with dying_with(int(judge)):  # the folder of a dead judge is cleared: do not make it again
        shell = make_shell(folder)
        if libraries:
            sys.path.append(libraries)  # the environment's own come first
        preload(modules)
        rehearse(shell)
        quiet_checks()
        secret, root = Path(folder, "secret"), Path(folder, "root")
        secret.write_bytes(os.urandom(16))
        root.mkdir()
        group = open_memory_group() if memory == GROUPS else None
    serve_forks(control, shell, layers_up_to(highest, root, group), secret)


def layers_up_to(highest: str, root: Path, memory: MemoryGroup | None) -> Layers:
    """Return the layers that a level needs, as far as the system has them."""
    if not reaches(highest, RESTRICTED):
        return no_layers(memory)
    layers = find_layers(memory)
    return enter_namespaces(layers, root) if reaches(highest, FULL) else layers


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


if __name__ == "__main__":
    main(*sys.argv[1:])
