"""Namespaces: a world of its own for the warm process and, within it, one for each child.

The warm process enters them once, after it has loaded everything: there is no network in them, no
process of the machine, and a file system with programs alone.
"""

import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from autograder.sandbox.worker.isolation.layers import Layers, opened, without
from autograder.sandbox.worker.isolation.system import (
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
from autograder.sandbox.worker.isolation.view import make_view, open_to_all

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


def fork_child_of(layers: Layers) -> int:
    """Fork a child; it is the first process of a namespace, so that all others end with it."""
    if layers.namespaces is not None:
        enter(layers.namespaces, NEW_PROCESSES)  # leave the last child's
        unshare(NEW_PROCESSES)
    return os.fork()
