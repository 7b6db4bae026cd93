"""Prove how far a worker is cut off: a trial child does what no student's code may do.

What counts is what the trial child could not do, not what the system said it has.
"""

import os
import signal
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import nnlib
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.isolation.confine import confine
from autograder.sandbox.worker.isolation.home import drop_home, open_home
from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.isolation.namespaces import fork_child_of

FIRST_PROCESS = 1


@dataclass(frozen=True)
class Proof:
    """What the trial child could not do: each is True where it was kept from something."""

    network: bool = False
    files: bool = False
    library: bool = False
    signals: bool = False
    view: bool = False
    processes: bool = False

    @property
    def level(self) -> str:
        """The level that is proved."""
        if not (self.network and self.files and self.library and self.signals):
            return LIMITS
        return FULL if self.view and self.processes else RESTRICTED

    @property
    def open_doors(self) -> tuple[str, ...]:
        """What the trial child could do, in words."""
        doors = {
            "the network could be reached": self.network,
            "files of the machine could be reached": self.files,
            "the text of nnlib, which answers exercises, could be read": self.library,
            "the grader could be sent signals": self.signals,
            "the machine's files could be seen": self.view,
            "processes share the machine's list": self.processes,
        }
        return tuple(words for words, shut in doors.items() if not shut)


def prove(layers: Layers, secret: Path) -> Proof:
    """Return what a trial child was kept from; `secret` is a file that it must not reach."""
    reader, writer = os.pipe()
    place = secret.parent / "trial"
    if not layers.view:
        place.mkdir()
    limits = Limits().to_plain()
    warm, home = os.getpid(), open_home(layers, limits, place)
    child = fork_child_of(layers)
    if child == 0:
        be_the_trial(layers, limits, home, secret, warm, writer)
    os.close(writer)
    proof = read_proof(reader)
    os.close(reader)
    end_trial(child)
    if layers.view:
        drop_home()
    return proof


def be_the_trial(
    layers: Layers, limits: Mapping[str, float], home: Path, secret: Path, warm: int, pipe: int
) -> None:
    """Be the trial child."""
    try:
        confine(limits, home, layers, parent=warm)
        os.write(pipe, bytes(astuple(try_everything(secret, warm))))
    finally:
        os._exit(0)


def read_proof(pipe: int) -> Proof:
    """Read what a trial child wrote; nothing is proved where it wrote nothing."""
    outcomes = os.read(pipe, len(fields(Proof)))
    return Proof(*map(bool, outcomes)) if len(outcomes) == len(fields(Proof)) else Proof()


def end_trial(child: int) -> None:
    """End the trial child and wait for it."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def try_everything(secret: Path, parent: int) -> Proof:
    """Try to reach the network, a file of the machine's, and the parent process."""
    return Proof(
        network=refused(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()),
        files=refused(secret.read_bytes)
        and refused(lambda: secret.write_bytes(b"changed"))
        and keeps_mode(secret),
        library=refused(Path(str(nnlib.__file__)).read_bytes),
        signals=refused(lambda: os.kill(parent, 0)) or os.getppid() == 0,
        view=not secret.exists() and not Path("/proc/1").exists(),
        processes=os.getpid() == FIRST_PROCESS,
    )


def keeps_mode(path: Path) -> bool:
    """Return True if a file's mode is the same after this process tried to change it."""
    try:
        before = path.stat().st_mode
        path.chmod(before ^ 0o100)
        return path.stat().st_mode == before
    except OSError:
        return True


def refused(action: Callable[[], object]) -> bool:
    """Return True if the system kept this process from doing something."""
    try:
        action()
    except OSError:
        return True
    return False
