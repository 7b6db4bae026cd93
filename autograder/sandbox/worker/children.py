"""Make, watch and end the children of the warm process; each serves one submission."""

import base64
import os
import select
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from autograder.sandbox.worker.confine import OWN_PROCESSES, confine
from autograder.sandbox.worker.layers import Layers, fork_child_of
from autograder.sandbox.worker.refusals import Refusals
from autograder.sandbox.worker.serve import serve
from autograder.sandbox.worker.shell import PlainShell
from autograder.sandbox.worker.usage import usage
from autograder.sandbox.worker.view import HOME, drop_home, new_home
from autograder.sandbox.worker.withholding import withhold

WATCH_SECONDS = 0.05
SHARED_BYTES = 256_000_000  # what a worker has from the start
GRACE = 0.25  # seconds between the end of a channel and the end of its process
PATIENCE = 5.0  # seconds for the system to end killed processes


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


def open_home(layers: Layers, settings: WorkerSettings) -> Path:
    """Return the folder that a worker works in; one with a view of its own gets it in memory."""
    if not layers.view:
        return Path(settings.scratch)
    drop_home()  # the last worker's, if its end went wrong
    user, group = owner(layers)
    new_home(user, group, int(settings.limits["disk_bytes"]), int(settings.limits["files"]))
    return HOME


def owner(layers: Layers) -> tuple[int, int]:
    """Return the user and the group that a worker has."""
    if layers.user is None:
        return os.geteuid(), os.getegid()
    return layers.user, layers.user


def start_child(
    shell: PlainShell,
    layers: Layers,
    settings: WorkerSettings,
    control: int,
    descriptors: Sequence[int],
) -> Child:
    """Fork a child that serves one submission over the first of the descriptors."""
    warm = os.getpid()
    home = open_home(layers, settings)
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


def write_files(files: Sequence[Sequence[str]]) -> None:
    """Write the assignment's data files, given by name and content in base64."""
    for name, content in files:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(content))


def watch(control: socket.socket, child: Child, layers: Layers) -> None:
    """Wait for the judge's next request; kill the child if it grows beyond its limits."""
    looked = time.monotonic()
    while not wait(control, child):
        if time.monotonic() - looked >= WATCH_SECONDS:
            looked = time.monotonic()
            look_at(child, layers)


def wait(control: socket.socket, child: Child) -> bool:
    """Wait a moment for the judge and for refused calls; return True for the judge."""
    poll = select.poll()
    poll.register(control, select.POLLIN)
    if child.refusals.source >= 0:
        poll.register(child.refusals.source, select.POLLIN)
    ready = {descriptor for descriptor, _ in poll.poll(WATCH_SECONDS * 1000)}
    if child.refusals.source in ready:
        child.refusals.take()
    return control.fileno() in ready


def look_at(child: Child, layers: Layers) -> None:
    """Kill a child that has grown beyond its limits."""
    if not child.too_much:
        child.too_much = too_much(layers, child.limits)
        if child.too_much:
            kill(child, layers)


def too_much(layers: Layers, limits: Mapping[str, float]) -> str:
    """Return what a worker, with all that it has started, uses too much of; empty if nothing."""
    if layers.memory is not None and layers.memory.overstepped():
        return "memory"
    if layers.proc is None:
        return ""
    used = usage(layers.proc, memory=layers.memory is None)
    if used.processes > limits["processes"] + OWN_PROCESSES:  # the system's limit comes first
        return "processes"
    return "memory" if used.memory > most_memory(limits) else ""


def most_memory(limits: Mapping[str, float]) -> int:
    """Return the bytes that a worker may hold with all that it starts."""
    return int(limits["memory_bytes"]) + SHARED_BYTES


def end_child(child: Child | None, layers: Layers, *, crashed: bool) -> dict[str, Any]:
    """Kill a child with all that it started, and return how it ended: by a code or a signal."""
    if child is None:
        return {"code": 0}
    if crashed:
        await_own_end(child.pid)
    refused = refused_calls(child, layers)
    kill(child, layers)
    end = read_status(reap(child, layers))
    if layers.view:
        drop_home()
    if not child.too_much and layers.memory is not None and layers.memory.overstepped():
        child.too_much = "memory"  # the kernel killed it before we looked
    return {**end, "too_much": child.too_much, "refused": refused}


def refused_calls(child: Child, layers: Layers) -> list[str]:
    """Return what a child was refused that is reported; from then on it asks nobody."""
    child.refusals.take_the_rest()
    return child.refusals.names(layers.filtered)


def await_own_end(pid: int) -> None:
    """Wait a moment for a process that is ending by itself, so that it keeps its own status."""
    deadline = time.monotonic() + GRACE
    while hasattr(os, "waitid") and time.monotonic() < deadline:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.001)


def kill(child: Child, layers: Layers) -> None:
    """Kill a child; with it end all processes of its namespace, or of its group."""
    if layers.namespaces is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    with suppress(ProcessLookupError, PermissionError):
        os.kill(child.pid, signal.SIGKILL)


def reap(child: Child, layers: Layers) -> int | None:
    """Wait until a killed child and its orphans have ended, and return the child's status."""
    if layers.namespaces is not None:  # the child is waited for until its namespace is empty
        return os.waitpid(child.pid, 0)[1]
    status = None
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        kill_orphans()
        try:
            pid, ended = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            break
        if pid == child.pid:
            status = ended
        if not pid:
            time.sleep(0.0002)
    return status


def kill_orphans() -> None:
    """Kill every process that is, or has become, a child of this one."""
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    with suppress(OSError):
        for pid in listing.read_text().split():
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


def read_status(status: int | None) -> dict[str, int]:
    """Return the exit code, or the signal, that a process ended with."""
    if status is None:
        return {"code": 0}
    if os.WIFSIGNALED(status):
        return {"signal": os.WTERMSIG(status)}
    return {"code": os.WEXITSTATUS(status)}
