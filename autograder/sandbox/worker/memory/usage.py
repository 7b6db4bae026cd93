"""How much a worker and all that it has started use together, read from the system's /proc.

Where no memory cgroup bounds a worker, this is what does: the memory of each process, and what
its open files keep in memory. What cannot be counted here the filter of system calls refuses.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

# Anonymous memory, and what is shared or lies in files of memory: a share for each that maps it.
OWN = re.compile(rb"^Pss_(?:Anon|Shmem):\s+(\d+) kB", re.MULTILINE)
ENOUGH = 4096  # bytes of a file of /proc to read
BLOCK = 512  # bytes, the unit of `st_blocks`
PIPE_BYTES = 65_536  # what a pipe holds
SOCKET_BYTES = 425_984  # what a socket holds at most: twice the kernel's usual 212,992
UNCOUNTABLE = 1 << 62  # bytes, for a process that hides from being counted


@dataclass(frozen=True)
class Usage:
    """The processes of a worker, itself counted, and the bytes that they fill together."""

    processes: int = 0
    memory: int = 0


def family(proc: int) -> list[int]:
    """Return all processes that this one has started, at any depth; `proc` is the open /proc.

    It may be that of another namespace, where processes have other numbers.
    """
    own = int(os.readlink("self", dir_fd=proc))
    return list(dict.fromkeys(descendants(proc, own)))[1:]


def usage(proc: int, *, memory: bool) -> Usage:
    """Measure the worker of this process, with all that it has started; its memory if wanted."""
    processes = family(proc)
    return Usage(len(processes), memory_of_all(proc, processes) if memory else 0)


def memory_of_all(proc: int, processes: Sequence[int]) -> int:
    """Return the bytes that processes and their open files hold together.

    The memory of a single process is not looked up, but for its files: its own limit holds it.
    """
    own = sum(memory_of(proc, one) for one in processes) if len(processes) > 1 else 0
    return own + held_by_files(proc, processes)


def descendants(proc: int, process: int) -> Iterator[int]:
    """Yield a process and, at any depth, all that it has started."""
    yield process
    with suppress(OSError):
        for thread in listing(proc, f"{process}/task"):
            for child in read(proc, f"{process}/task/{thread}/children").split():
                yield from descendants(proc, int(child))


def memory_of(proc: int, process: int) -> int:
    """Return the bytes that are a process's own, a share of what it shares among them."""
    try:
        found = OWN.findall(read(proc, f"{process}/smaps_rollup"))
    except PermissionError:
        return UNCOUNTABLE
    except OSError:  # it has ended
        return 0
    return 1024 * sum(map(int, found))


def held_by_files(proc: int, processes: Sequence[int]) -> int:
    """Return the bytes that open pipes, sockets and nameless files hold, each counted once."""
    held: dict[tuple[int, int], int] = {}
    for process in processes:
        try:
            for name in listing(proc, f"{process}/fd"):
                with suppress(FileNotFoundError):  # closed by now
                    state = os.stat(f"{process}/fd/{name}", dir_fd=proc)
                    held[state.st_dev, state.st_ino] = held_by(state)
        except PermissionError:
            return UNCOUNTABLE
        except OSError:  # it has ended
            continue
    return sum(held.values())


def held_by(state: os.stat_result) -> int:
    """Return the bytes that an open file may keep in memory; one with a name counts as disk."""
    if stat.S_ISFIFO(state.st_mode):
        return PIPE_BYTES
    if stat.S_ISSOCK(state.st_mode):
        return SOCKET_BYTES
    nameless = stat.S_ISREG(state.st_mode) and state.st_nlink == 0
    return state.st_blocks * BLOCK if nameless else 0


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
