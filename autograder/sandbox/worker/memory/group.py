"""A memory cgroup for the workers: the kernel bounds all they hold, whatever holds it.

Files in memory, shared mappings, what lies in pipes and sockets: all of it counts, for a worker
and all that it starts. Whoever goes beyond is killed by the kernel. A group is locked while its
process lives; those of processes that died are removed at the next start.
"""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from autograder.sandbox.worker.memory.abandoned import PREFIX, clear_abandoned, lock
from autograder.sandbox.worker.memory.cgroups import BOUND, Interface, Place, places
from autograder.sandbox.worker.memory.usage import read

MOST_LEFT = 64_000_000  # bytes that may still count when all processes of a group have ended


@dataclass
class MemoryGroup:
    """A group that bounds the memory of the processes that join it.

    Parameters
    ----------
    base
        The open folder in which groups are made.
    interface
        The names of a group's files.
    name, folder
        The present group, and its open and locked folder.
    limit
        The bytes that it is bounded to.
    known
        How many of its processes had been killed when it was last asked.

    """

    base: int
    interface: Interface
    name: str = ""
    folder: int = -1
    limit: int = 0
    known: int = field(default=0, repr=False)

    def make(self) -> None:
        """Make a group and lock it; raises OSError where the system refuses."""
        while True:
            self.name = f"{PREFIX}{secrets.token_hex(8)}"
            os.mkdir(self.name, 0o755, dir_fd=self.base)
            with suppress(FileNotFoundError):  # taken for a dead process's before it was locked
                self.folder = lock(self.base, self.name)
                if same_folder(self.folder, self.name, self.base):
                    return
                os.close(self.folder)

    def bound(self, limit: int) -> None:
        """Bound the group, before a worker joins it; raises OSError where that does not work."""
        if self.left() > MOST_LEFT:
            self.renew()
        if limit != self.limit:
            for name, value in self.interface.settings:
                self.write_setting(name, value.format(limit=limit))
            self.limit = limit
        self.known = self.killed()

    def write_setting(self, name: str, value: str) -> None:
        """Write one setting; what concerns swap may be missing."""
        try:
            write(self.folder, name, value)
        except OSError:
            if name in BOUND:
                raise

    def renew(self) -> None:
        """Go on with a new group: something that outlives its processes still counts in this."""
        self.remove()
        self.make()
        self.limit = 0

    def join(self) -> None:
        """Go over into the group, with all that this process will start."""
        write(self.folder, self.interface.join, "0")

    def left(self) -> int:
        """Return the bytes that count now."""
        return int(read(self.folder, self.interface.used))

    def killed(self) -> int:
        """Return how many of its processes the kernel has killed for want of memory."""
        lines = read(self.folder, self.interface.events).decode().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("oom_kill "))

    def overstepped(self) -> bool:
        """Return True if a process was killed since the group was bounded."""
        with suppress(OSError):
            return self.killed() > self.known
        return False

    def remove(self) -> None:
        """Remove the group; where that is too early, the next start does it."""
        with suppress(OSError):
            os.rmdir(self.name, dir_fd=self.base)
        os.close(self.folder)


def open_memory_group() -> MemoryGroup | None:
    """Return a group of this process's own, None where the system gives none."""
    return first_that_works(places())


def first_that_works(candidates: Iterable[Place]) -> MemoryGroup | None:
    """Return a group in the first place where a process can join it."""
    for place, interface in candidates:
        with suppress(OSError):
            base = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
            clear_abandoned(base)
            group = MemoryGroup(base, interface)
            group.make()
            if works(group):
                return group
            group.remove()
            os.close(base)
    return None


def works(group: MemoryGroup) -> bool:
    """Return True if the group can be bounded and a child of this process can join it."""
    with suppress(OSError):
        group.bound(1 << 30)
        child = os.fork()
        if child == 0:
            end_after_joining(group)
        return os.waitpid(child, 0)[1] == 0
    return False


def end_after_joining(group: MemoryGroup) -> None:
    """Be the child that tries."""
    status = 1
    try:
        group.join()
        status = 0
    finally:
        os._exit(status)


def same_folder(folder: int, name: str, base: int) -> bool:
    """Return True if an open folder still has its name."""
    with suppress(OSError):
        return os.stat(name, dir_fd=base).st_ino == os.fstat(folder).st_ino
    return False


def write(folder: int, name: str, value: str) -> None:
    """Write one of a group's files."""
    descriptor = os.open(name, os.O_WRONLY, dir_fd=folder)
    try:
        os.write(descriptor, value.encode())
    finally:
        os.close(descriptor)
