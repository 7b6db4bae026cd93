"""Remove the memory cgroups of processes that died, and end what still runs in them.

A group is locked while its process lives.
"""

import os
import signal
import sys
import time
from contextlib import suppress

from autograder.sandbox.worker.memory.usage import listing, read

if sys.platform != "win32":  # where nothing can be graded
    import fcntl

PREFIX = "autograder-"
PATIENCE = 2.0  # seconds for killed processes to end


def clear_abandoned(base: int) -> None:
    """Remove the groups whose process has died, and end what still runs in them."""
    for name in listing(base, "."):
        if name.startswith(PREFIX):
            with suppress(OSError):  # in use, another user's, or gone by now
                clear_if_abandoned(base, name)


def clear_if_abandoned(base: int, name: str) -> None:
    """Remove a group that nobody holds; raises OSError where somebody does."""
    folder = lock(base, name, fcntl.LOCK_NB)
    try:
        deadline = time.monotonic() + PATIENCE
        while kill_members(folder) and time.monotonic() < deadline:
            time.sleep(0.01)
        os.rmdir(name, dir_fd=base)
    finally:
        os.close(folder)


def kill_members(folder: int) -> bool:
    """Kill the processes of a group; return True if there were any."""
    members = [int(process) for process in read(folder, "cgroup.procs").split()]
    for process in filter(None, members):  # 0 is one of another namespace
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return bool(members)


def lock(base: int, name: str, how: int = 0) -> int:
    """Open a folder and lock it."""
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=base)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | how)
    except OSError:
        os.close(folder)
        raise
    return folder
