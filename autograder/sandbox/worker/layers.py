"""The layers by which a worker is cut off, as far as this system has them.

The warm process enters namespaces of its own once, after it has loaded everything: there is no
network in them, no process of the machine, and a file system with programs alone. Each child
gets a process namespace of its own, a home in memory, Landlock, a filter of system calls and
resource limits on top.
"""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.sandbox.worker.landlock import landlock_version
from autograder.sandbox.worker.memory_group import MemoryGroup
from autograder.sandbox.worker.syscalls import Architecture, this_architecture
from autograder.sandbox.worker.system import (
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    PR_SET_PDEATHSIG,
    call,
    control,
    enter,
    mount,
    unmount,
    unshare,
)
from autograder.sandbox.worker.view import (
    listed_paths,
    make_view,
    open_to_all,
    readable_paths,
)

HOST = b"grading"
NEW_MOUNTS = 0x00020000
NEW_NAME = 0x04000000
NEW_MESSAGES = 0x08000000
NEW_USERS = 0x10000000
NEW_PROCESSES = 0x20000000
NEW_NETWORK = 0x40000000
FIRST_USER = 60_706  # a range of user numbers that Linux distributions leave alone
USERS = 478
OWN_WORLD = NEW_MOUNTS | NEW_NAME | NEW_MESSAGES | NEW_PROCESSES | NEW_NETWORK


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


def enter_namespaces(layers: Layers, root: Path) -> Layers:
    """Go on in a child process in a world of its own; stay here where the system refuses.

    `root` is an empty folder for the worker's view of the file system. Must be called with one
    thread. The process that called only waits from then on, and ends as its child ends.
    """
    user, group, number = os.geteuid(), os.getegid(), os.getpid()
    try:
        powerful = leave_the_world(user, group)
    except OSError as error:
        return without(layers, f"no namespaces ({error.strerror or error})")
    follow_child()
    call("sethostname", HOST, len(HOST))
    namespace, own = opened("/proc/self/ns/pid"), own_proc(root)
    inside = replace(layers, namespaces=namespace, proc=layers.proc if own is None else own)
    other = unused_user(number) if powerful and open_to_all() else None
    try:
        make_view(root, user if other is None else other, group if other is None else other)
    except OSError as error:
        return without(inside, f"no file system of its own ({error.strerror or error})")
    return replace(inside, view=True, user=other, readable=(Path("/"),))


def unused_user(number: int) -> int:
    """Return the number of a user whom nobody else is, spread by a process's number."""
    return FIRST_USER + number % USERS


def leave_the_world(user: int, group: int) -> bool:
    """Make new namespaces; return True if it was by root's power, which others get in a new one."""
    with suppress(PermissionError):
        unshare(OWN_WORLD)
        return True
    unshare(NEW_USERS | OWN_WORLD)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    return False


def follow_child() -> None:
    """Fork; the child goes on as the first process of its world, the parent waits for its end."""
    child = os.fork()
    if child:
        with suppress(KeyboardInterrupt):
            _, status = os.waitpid(child, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0x7F)
    control(PR_SET_PDEATHSIG, signal.SIGKILL)


def own_proc(place: Path) -> int | None:
    """Open a /proc that shows this world's processes, where nobody else finds it."""
    try:
        mount("proc", str(place), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    except OSError:  # parts of the machine's own /proc are hidden, as in many containers
        return None
    proc = opened(str(place))
    unmount(str(place))
    return proc


def opened(path: str) -> int | None:
    """Open a path to refer to it later; None where it is not there."""
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


def fork_child_of(layers: Layers) -> int:
    """Fork a child; it is the first process of a namespace, so that all others end with it."""
    if layers.namespaces is not None:
        enter(layers.namespaces, NEW_PROCESSES)  # leave the last child's
        unshare(NEW_PROCESSES)
    return os.fork()
