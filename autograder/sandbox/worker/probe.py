"""Prove how far a worker is cut off: a trial child does what no student's code may do.

What counts is what the trial could not do, not what the system said it has.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED

FIRST_PROCESS = 1


@dataclass(frozen=True)
class Proof:
    """What the trial child found: each is True where it was kept from something."""

    network: bool = False
    files: bool = False
    signals: bool = False
    view: bool = False
    processes: bool = False

    @property
    def level(self) -> str:
        """The level that is proved."""
        if not (self.network and self.files and self.signals):
            return LIMITS
        return FULL if self.view and self.processes else RESTRICTED

    @property
    def open_doors(self) -> tuple[str, ...]:
        """What the trial child could do, in words."""
        doors = {
            "the network could be reached": self.network,
            "files of the machine could be reached": self.files,
            "the grader could be sent signals": self.signals,
            "the machine's files could be seen": self.view,
            "processes share the machine's list": self.processes,
        }
        return tuple(words for words, shut in doors.items() if not shut)


def try_everything(secret: Path, parent: int) -> Proof:
    """Try to reach the network, a file of the machine's, and the parent process."""
    return Proof(
        network=refused(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()),
        files=refused(secret.read_bytes) and refused(lambda: secret.write_bytes(b"changed")),
        signals=refused(lambda: os.kill(parent, 0)) or os.getppid() == 0,
        view=not secret.exists() and not Path("/proc/1").exists(),
        processes=os.getpid() == FIRST_PROCESS,
    )


def refused(deed: Callable[[], object]) -> bool:
    """Tell whether the system kept this process from a deed."""
    try:
        deed()
    except OSError:
        return True
    return False
