"""Start the warm process: `python -m autograder.grading.worker DESCRIPTOR FOLDER`."""

import socket
import sys

from autograder.grading.worker.forkserver import serve_forks
from autograder.grading.worker.preload import preload, rehearse
from autograder.grading.worker.shell import make_shell


def main(descriptor: str, folder: str) -> None:
    """Load what notebooks import, say so, and fork a child for each submission."""
    control = socket.socket(fileno=int(descriptor))
    shell = make_shell(folder)
    preload()
    rehearse(shell)
    serve_forks(control, shell)


if __name__ == "__main__":
    main(*sys.argv[1:])
