"""How much a worker and all that it has started use together, read from the system's /proc."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

PRIVATE = re.compile(rb"^Pss_Anon:\s+(\d+) kB", re.MULTILINE)
ENOUGH = 4096  # bytes of a file of /proc to read


@dataclass(frozen=True)
class Usage:
    """The processes of a worker, itself counted, and the bytes that they fill together."""

    processes: int = 0
    memory: int = 0


def usage(proc: int, worker: int) -> Usage:
    """Measure a worker; `proc` is the open folder /proc.

    The memory of a single process is not looked up: its own limit holds it.
    """
    family = list(dict.fromkeys(descendants(proc, worker)))
    memory = sum(memory_of(proc, process) for process in family) if len(family) > 1 else 0
    return Usage(len(family), memory)


def descendants(proc: int, process: int) -> Iterator[int]:
    """Yield a process and, at any depth, all that it has started."""
    yield process
    with suppress(OSError):
        for thread in listing(proc, f"{process}/task"):
            for child in read(proc, f"{process}/task/{thread}/children").split():
                yield from descendants(proc, int(child))


def memory_of(proc: int, process: int) -> int:
    """Return the bytes that are a process's own, a share of what it shares among them."""
    with suppress(OSError):
        memory = PRIVATE.search(read(proc, f"{process}/smaps_rollup"))
        return int(memory[1]) * 1024 if memory else 0
    return 0


def listing(proc: int, folder: str) -> list[str]:
    """Return the names in a folder of /proc."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY, dir_fd=proc)
    try:
        return os.listdir(descriptor)  # noqa: PTH208 - an open folder, which pathlib does not know
    finally:
        os.close(descriptor)


def read(proc: int, file: str) -> bytes:
    """Return the beginning of a file of /proc."""
    descriptor = os.open(file, os.O_RDONLY, dir_fd=proc)
    try:
        return os.read(descriptor, ENOUGH)
    finally:
        os.close(descriptor)
