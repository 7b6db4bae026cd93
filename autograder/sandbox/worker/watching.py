"""Watch a child while the judge asks it, and kill it if it grows beyond its limits."""

import select
import socket
import time
from collections.abc import Mapping

from autograder.sandbox.worker.children import Child, most_memory
from autograder.sandbox.worker.ending import kill
from autograder.sandbox.worker.isolation.confine import OWN_PROCESSES
from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.memory.usage import usage

WATCH_SECONDS = 0.05


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
