"""The layers by which a worker is cut off, as far as this system has them.

The warm process looks for them once, after it has loaded everything, and enters namespaces of its
own. Each child gets a process namespace of its own, a home in memory, Landlock, a filter of system
calls and resource limits on top.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.sandbox.worker.isolation.landlock import landlock_version
from autograder.sandbox.worker.isolation.syscalls import Architecture, this_architecture
from autograder.sandbox.worker.isolation.view import (
    listed_paths,
    readable_paths,
)
from autograder.sandbox.worker.memory.group import MemoryGroup


@dataclass(frozen=True)
class Layers:
    """What this system offers to cut a worker off.

    Parameters
    ----------
    namespaces
        The open namespace of processes that the warm process is in, where it has a world of its
        own; None where it has not.
    view
        Whether the file system is one of its own, too.
    user
        The user that a worker becomes, None to stay the one it is.
    landlock
        The kernel's version of Landlock, 0 for none.
    filtered
        What the filter of system calls must know, None where there is no filter.
    proc
        The open folder /proc, None where there is none.
    memory
        The group by which the kernel bounds the memory of a worker with all that it starts; None
        where it is counted instead.
    memory_filter
        As `filtered`, for a filter that refuses memory which nothing bounds or counts.
    readable, listed
        What a worker may read, and the folders of which it may read the names alone.
    address_space
        The bytes of address space that every worker has from the start.
    missing
        The layers that are not there and why, in words.

    """

    namespaces: int | None = None
    view: bool = False
    user: int | None = None
    landlock: int = 0
    filtered: Architecture | None = None
    proc: int | None = None
    memory: MemoryGroup | None = None
    memory_filter: Architecture | None = None
    readable: tuple[Path, ...] = ()
    listed: tuple[Path, ...] = ()
    address_space: int = 4 << 30
    missing: tuple[str, ...] = ()


def no_layers(memory: MemoryGroup | None = None) -> Layers:
    """Return what every system has: its limits alone."""
    return Layers(
        proc=opened("/proc"),
        memory=memory,
        memory_filter=this_architecture(),
        address_space=address_space(),
    )


def find_layers(memory: MemoryGroup | None = None) -> Layers:
    """Find the layers that need no preparation."""
    layers = replace(
        no_layers(memory),
        landlock=landlock_version(),
        filtered=this_architecture(),
        readable=readable_paths(),
        listed=listed_paths(),
    )
    if not layers.landlock:
        layers = without(layers, "no Landlock (Linux 5.13 or later, switched on)")
    if layers.filtered is None:
        layers = without(layers, "no filter of system calls (Linux on x86-64 or 64-bit ARM)")
    return layers


def without(layers: Layers, what: str) -> Layers:
    """Return the layers with one more that is missing."""
    return replace(layers, missing=(*layers.missing, what))


def address_space() -> int:
    """Return the bytes of address space that this process has."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # no /proc: leave room for what is loaded
        return Layers.address_space
    return pages * os.sysconf("SC_PAGE_SIZE")


def opened(path: str) -> int | None:
    """Open a path to refer to it later; None where it is not there."""
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None
