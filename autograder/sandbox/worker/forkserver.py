"""The warm process: it runs no student's code, forks a child for each submission, and ends it.

It has one thread, so that forking is safe. Nothing that a submission started outlives it.
"""

import gc
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.sandbox.protocol.frames import (
    HEAD,
    ChannelClosed,
    pack,
    receive_exactly,
    send_frame,
    unpack,
)
from autograder.sandbox.protocol.wire import ProtocolError
from autograder.sandbox.worker.children import Child, WorkerSettings, start_child
from autograder.sandbox.worker.ending import end_child
from autograder.sandbox.worker.isolation.confine import adopt_orphans
from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.isolation.trial import prove
from autograder.sandbox.worker.shell import PlainShell
from autograder.sandbox.worker.watching import watch

DESCRIPTORS = 4  # channel, stdout, stderr, bookmark


def serve_forks(control: socket.socket, shell: PlainShell, layers: Layers, secret: Path) -> None:
    """Prove how far a worker is cut off, then fork and end children until the judge is gone."""
    adopt_orphans()
    gc.freeze()
    child: Child | None = None
    try:
        proof = prove(layers, secret)
        missing = [*layers.missing, *proof.open_doors]
        send_frame(control, pack(["ready", proof.level, missing]))
        while True:
            if child is not None:
                watch(control, child, layers)
            (kind, *content), descriptors = receive_request(control)
            if kind == "fork":
                settings = WorkerSettings(*content)
                child = start_child(shell, layers, settings, control.fileno(), descriptors)
                close_all(descriptors)
                send_frame(control, pack(child.pid))
            else:
                send_frame(control, pack(end_child(child, layers, crashed=content[0])))
                child = None
    except ChannelClosed:
        end_child(child, layers, crashed=False)
    except (ProtocolError, OSError) as error:
        report(error)
        end_child(child, layers, crashed=False)
    finally:
        if layers.memory is not None:
            layers.memory.remove()


def report(error: Exception) -> None:
    """Tell the judge, if it is there, why this process ends."""
    with suppress(OSError):
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()


def receive_request(control: socket.socket) -> tuple[Any, list[int]]:
    """Read one request of the judge with the open files that come with it."""
    data, descriptors, _, _ = socket.recv_fds(control, HEAD.size, DESCRIPTORS)
    if not data:
        raise ChannelClosed
    data += receive_exactly(control, HEAD.size - len(data))
    return unpack(receive_exactly(control, HEAD.unpack(data)[0])), list(descriptors)


def close_all(descriptors: list[int]) -> None:
    """Close the warm process's copies of what a child has now."""
    for descriptor in descriptors:
        os.close(descriptor)
