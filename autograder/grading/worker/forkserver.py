"""The warm process: it runs no student's code, forks a child for each submission, and ends it.

It has one thread, so that forking is safe. Orphans of a child become its own children, so that
nothing which a submission started outlives that submission.
"""

import contextlib
import gc
import os
import signal
import socket
import time
from pathlib import Path
from typing import Any, NoReturn

from autograder.grading.frames import HEAD, ChannelClosed, receive_exactly, send_frame
from autograder.grading.wire import ProtocolError, pack, unpack
from autograder.grading.worker.confine import adopt_orphans, confine
from autograder.grading.worker.serve import serve
from autograder.grading.worker.shell import PlainShell

DESCRIPTORS = 4  # channel, stdout, stderr, bookmark
GRACE = 0.25  # seconds between the end of a channel and the end of its process
PATIENCE = 5.0  # seconds for the system to end killed processes


def serve_forks(control: socket.socket, shell: PlainShell) -> None:
    """Fork and end children as the judge asks, until the judge is gone."""
    adopt_orphans()
    gc.freeze()
    child = 0
    try:
        send_frame(control, pack("ready"))
        while True:
            request, descriptors = receive_request(control)
            if request[0] == "fork":
                child = fork_child(control, shell, request[1], request[2], descriptors)
                send_frame(control, pack(child))
            else:
                send_frame(control, pack(end_child(child, crashed=request[1])))
    except (ChannelClosed, ProtocolError, OSError):
        end_child(child, crashed=False)


def receive_request(control: socket.socket) -> tuple[Any, list[int]]:
    """Read one request of the judge with the open files that come with it."""
    data, descriptors, _, _ = socket.recv_fds(control, HEAD.size, DESCRIPTORS)
    if not data:
        raise ChannelClosed
    data += receive_exactly(control, HEAD.size - len(data))
    return unpack(receive_exactly(control, HEAD.unpack(data)[0])), list(descriptors)


def fork_child(
    control: socket.socket, shell: PlainShell, limits: Any, scratch: str, descriptors: list[int]
) -> int:
    """Fork a child that serves one submission over the first of the descriptors."""
    warm = os.getpid()
    pid = os.fork()
    if pid == 0:
        become_worker(control, shell, limits, scratch, descriptors, warm)
    for descriptor in descriptors:
        os.close(descriptor)
    return pid


def become_worker(
    control: socket.socket,
    shell: PlainShell,
    limits: Any,
    scratch: str,
    descriptors: list[int],
    warm: int,
) -> NoReturn:
    """Be the worker of one submission: cut off, with its own output and nothing else open."""
    try:
        control.close()
        channel, stdout, stderr, bookmark = descriptors
        os.dup2(stdout, 1)
        os.dup2(stderr, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        close_all_but(channel, bookmark)
        confine(limits, Path(scratch), parent=warm)
        serve(socket.socket(fileno=channel), bookmark, shell)
    finally:
        os._exit(0)


def close_all_but(*kept: int) -> None:
    """Close every inherited file except the standard ones and those that are named."""
    ends = [*sorted(kept), os.sysconf("SC_OPEN_MAX")]
    for before, end in zip([2, *ends], ends, strict=False):
        os.closerange(before + 1, end)


def end_child(child: int, *, crashed: bool) -> dict[str, int]:
    """Kill a child with all that it started, and tell how it ended: by a code or a signal."""
    if not child:
        return {"code": 0}
    status = None
    if crashed:
        await_own_end(child)
    kill_group(child)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        kill_children()
        try:
            pid, ended = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            break
        if pid == child:
            status = ended
        if not pid:
            time.sleep(0.0002)
    return end_of(status)


def await_own_end(child: int) -> None:
    """Wait a moment for a process that is ending by itself, so that it keeps its own status."""
    deadline = time.monotonic() + GRACE
    while hasattr(os, "waitid") and time.monotonic() < deadline:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.001)


def kill_group(child: int) -> None:
    """Kill a child and its process group."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)


def kill_children() -> None:
    """Kill every process that is, or has become, a child of this one."""
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    with contextlib.suppress(OSError):
        for pid in listing.read_text().split():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


def end_of(status: int | None) -> dict[str, int]:
    """Tell an exit code from a signal."""
    if status is None:
        return {"code": 0}
    if os.WIFSIGNALED(status):
        return {"signal": os.WTERMSIG(status)}
    return {"code": os.WEXITSTATUS(status)}
