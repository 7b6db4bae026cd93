"""Start the warm process: `python -m autograder.sandbox.worker DESCRIPTOR FOLDER HIGHEST JUDGE`."""

import os
import socket
import sys
from pathlib import Path

from autograder.sandbox.levels import FULL, RESTRICTED, reaches
from autograder.sandbox.worker.confine import dying_with
from autograder.sandbox.worker.forkserver import serve_forks
from autograder.sandbox.worker.layers import Layers, enter_namespaces, find_layers, no_layers
from autograder.sandbox.worker.preload import preload, rehearse
from autograder.sandbox.worker.shell import make_shell


def main(descriptor: str, folder: str, highest: str, judge: str) -> None:
    """Load what notebooks import, leave the machine, and fork a child for each submission."""
    control = socket.socket(fileno=int(descriptor))
    with dying_with(int(judge)):  # the folder of a dead judge is cleared, and not to be made again
        shell = make_shell(folder)
        preload()
        rehearse(shell)
        secret, root = Path(folder, "secret"), Path(folder, "root")
        secret.write_bytes(os.urandom(16))
        root.mkdir()
    serve_forks(control, shell, layers_up_to(highest, root), secret)


def layers_up_to(highest: str, root: Path) -> Layers:
    """Return the layers that a level needs, as far as the system has them."""
    if not reaches(highest, RESTRICTED):
        return no_layers()
    return enter_namespaces(find_layers(), root) if reaches(highest, FULL) else find_layers()


if __name__ == "__main__":
    main(*sys.argv[1:])
