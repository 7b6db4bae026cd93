"""End a child with all that it started, and say how it ended."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.sandbox.worker.children import Child
from autograder.sandbox.worker.isolation.home import drop_home
from autograder.sandbox.worker.isolation.layers import Layers

GRACE = 0.25  # seconds between the end of a channel and the end of its process
PATIENCE = 5.0  # seconds for the system to end killed processes


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
        for pid in listing.read_text(encoding="ascii").split():
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


def read_status(status: int | None) -> dict[str, int]:
    """Return the exit code, or the signal, that a process ended with."""
    if status is None:
        return {"code": 0}
    if os.WIFSIGNALED(status):
        return {"signal": os.WTERMSIG(status)}
    return {"code": os.WEXITSTATUS(status)}
