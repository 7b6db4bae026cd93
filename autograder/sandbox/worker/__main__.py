"""Start the warm process: `python -m autograder.sandbox.worker` and the arguments of `main`.

It imports what lessons import, once, so that every child has it at once. Last come a folder with
libraries of the course, empty where it has none, and the modules that are imported of them.
"""

import os
import socket
import sys
from pathlib import Path

from autograder.sandbox.levels import FULL, RESTRICTED, reaches
from autograder.sandbox.limits import GROUPS
from autograder.sandbox.worker.forkserver import serve_forks
from autograder.sandbox.worker.isolation.confine import dying_with
from autograder.sandbox.worker.isolation.layers import Layers, find_layers, no_layers
from autograder.sandbox.worker.isolation.namespaces import enter_namespaces
from autograder.sandbox.worker.loading import preload, quiet_checks, rehearse
from autograder.sandbox.worker.memory.group import MemoryGroup, open_memory_group
from autograder.sandbox.worker.shell import make_shell


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


if __name__ == "__main__":
    main(*sys.argv[1:])
