"""Make the children of the warm process; each serves one submission."""

import os
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from autograder.sandbox.worker.isolation.confine import confine
from autograder.sandbox.worker.isolation.home import open_home
from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.isolation.namespaces import fork_child_of
from autograder.sandbox.worker.isolation.refusals import Refusals
from autograder.sandbox.worker.loading import write_files
from autograder.sandbox.worker.serve import serve
from autograder.sandbox.worker.shell import PlainShell
from autograder.sandbox.worker.withholding import withhold

SHARED_BYTES = 256_000_000  # what a worker has from the start


@dataclass(frozen=True)
class WorkerSettings:
    """What the judge asks for: the limits of a child, its folder, and the files to put there.

    `withheld` names the functions of nnlib that the child must do without.
    """

    limits: Mapping[str, float]
    scratch: str
    files: Sequence[Sequence[str]] = ()
    withheld: Sequence[str] = ()


@dataclass
class Child:
    """A child of the warm process, what it used too much of, if it did, and what it was refused."""

    pid: int
    limits: Mapping[str, float] = field(default_factory=dict)
    too_much: str = ""
    refusals: Refusals = field(default_factory=Refusals)


def start_child(
    shell: PlainShell,
    layers: Layers,
    settings: WorkerSettings,
    control: int,
    descriptors: Sequence[int],
) -> Child:
    """Fork a child that serves one submission over the first of the descriptors."""
    warm = os.getpid()
    home = open_home(layers, settings.limits, Path(settings.scratch))
    if layers.memory is not None:
        layers.memory.bound(most_memory(settings.limits))
    mailbox, other = socket.socketpair()
    with other:
        pid = fork_child_of(layers)
        if pid == 0:
            os.close(control)
            become_worker(shell, layers, settings, home, descriptors, warm, other)
    return Child(pid, settings.limits, refusals=Refusals(mailbox))


def become_worker(
    shell: PlainShell,
    layers: Layers,
    settings: WorkerSettings,
    home: Path,
    descriptors: Sequence[int],
    warm: int,
    mailbox: socket.socket,
) -> NoReturn:
    """Be the worker of one submission: cut off, with its own output and nothing else open."""
    try:
        channel, stdout, stderr, bookmark = descriptors
        os.dup2(stdout, 1)
        os.dup2(stderr, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        if layers.memory is not None:
            layers.memory.join()
        close_all_but(channel, bookmark, mailbox.fileno())
        confine(settings.limits, home, layers, parent=warm, mailbox=mailbox)
        mailbox.close()
        write_files(settings.files)
        withhold(settings.withheld)
        serve(socket.socket(fileno=channel), bookmark, shell)
    finally:
        os._exit(0)


def close_all_but(*kept: int) -> None:
    """Close every inherited file except the standard ones and those that are named."""
    ends = [*sorted(kept), os.sysconf("SC_OPEN_MAX")]
    for before, end in zip([2, *ends], ends, strict=False):
        os.closerange(before + 1, end)


def most_memory(limits: Mapping[str, float]) -> int:
    """Return the bytes that a worker may hold with all that it starts."""
    return int(limits["memory_bytes"]) + SHARED_BYTES
