"""Cut a worker off: limits, an empty environment, a folder of its own, and the system's layers.

`confine` is what a child does to itself before it runs the first line of a student's; it cannot
be undone.
"""

import ctypes
import os
import resource
import signal
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from autograder.sandbox.worker.isolation.landlock import TRUNCATE_VERSION, keep_only
from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.isolation.refusals import filter_with_listener
from autograder.sandbox.worker.isolation.seccomp import forbid_calls, memory_program, program
from autograder.sandbox.worker.isolation.system import (
    PR_CAPBSET_DROP,
    PR_CAPBSET_READ,
    PR_SET_CHILD_SUBREAPER,
    PR_SET_NO_NEW_PRIVS,
    PR_SET_PDEATHSIG,
    call,
    control,
)
from autograder.sandbox.worker.isolation.view import DEVICES

CPU_MARGIN = 10
CAPABILITY_VERSION = 0x20080522
MOST_CAPABILITIES = 64
OWN_PROCESSES = 4  # the worker, and those that wait for it, count as its user's
KEPT = ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "MPLBACKEND", "NNLIB_STILL", "OPENBLAS_NUM_THREADS")


def adopt_orphans() -> None:
    """Make processes whose parent is gone children of this one, where the system can do it."""
    with suppress(OSError):
        control(PR_SET_CHILD_SUBREAPER, 1)


@contextmanager
def dying_with(parent: int) -> Iterator[None]:
    """Inside the block, be killed when the parent ends: there is nothing yet to clean up."""
    die_with(parent)
    yield
    with suppress(OSError):
        control(PR_SET_PDEATHSIG, 0)


def confine(
    limits: Mapping[str, float],
    home: Path,
    layers: Layers,
    *,
    parent: int,
    mailbox: socket.socket | None = None,
) -> None:
    """Cut this process off.

    Parameters
    ----------
    limits
        The fields of `Limits`.
    home
        The folder to work in.
    layers
        What this system offers.
    parent
        The process without which this one must not live on.
    mailbox
        Where the listener of refused calls is sent to, None to refuse in silence.

    """
    os.setsid()
    set_resources(limits, layers)
    clean_environment(home)
    os.chdir(home)
    give_up_privileges(layers)
    die_with(parent if layers.namespaces is None else None)
    if layers.landlock:
        keep_only(layers.landlock, layers.readable, layers.listed, [home, *DEVICES])
    filter_calls(layers, mailbox)


def filter_calls(layers: Layers, mailbox: socket.socket | None) -> None:
    """Have the system refuse calls: the dangerous ones, or those alone that take memory."""
    bounded = layers.memory is not None
    if layers.filtered is not None:
        alone = os.getpid() if layers.namespaces is None else None
        write = partial(
            program,
            layers.filtered,
            alone=alone,
            bounded=bounded,
            guarded=not layers.view,
            cut_unseen=layers.landlock < TRUNCATE_VERSION,
        )
        if mailbox is not None:
            with suppress(OSError):  # before Linux 5.0, or under another's listener
                filter_with_listener(layers.filtered, write(asking=True), mailbox)
                return
        forbid_calls(write())
    elif layers.memory_filter is not None:
        with suppress(OSError):  # a kernel without filters
            forbid_calls(memory_program(layers.memory_filter, bounded=bounded))


def give_up_privileges(layers: Layers) -> None:
    """Be a user with no powers who gains none."""
    if layers.user is not None:
        become(layers.user)
    with suppress(OSError):  # on a system that has no capabilities
        drop_capabilities()
    with suppress(OSError):
        control(PR_SET_NO_NEW_PRIVS, 1)  # nor gain any by running another program


def become(user: int) -> None:
    """Be another user, and in no group of root's."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def drop_capabilities() -> None:
    """Lose every capability, also those that a started program might get back."""
    with suppress(OSError):  # beyond the last one, or not ours to drop
        for capability in range(MOST_CAPABILITIES):
            if control(PR_CAPBSET_READ, capability):
                control(PR_CAPBSET_DROP, capability)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    call("capset", header, (ctypes.c_uint32 * 6)())


def die_with(parent: int | None) -> None:
    """Be killed when the parent ends; None is one that another namespace hides."""
    with suppress(OSError):
        control(PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent is not None and os.getppid() != parent:  # it ended before the line above
        os._exit(0)


def set_resources(limits: Mapping[str, float], layers: Layers) -> None:
    """Limit processor time, memory, files and processes; no memory image is ever written."""
    others = running() if layers.namespaces is None else OWN_PROCESSES
    wanted = {
        resource.RLIMIT_CPU: 2 * limits["total_seconds"] + CPU_MARGIN,
        resource.RLIMIT_AS: layers.address_space + limits["memory_bytes"],
        resource.RLIMIT_FSIZE: limits["file_bytes"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_NPROC: others + limits["processes"],
        resource.RLIMIT_CORE: 0,
    }
    for name, value in wanted.items():
        with suppress(ValueError, OSError):  # a lower limit stands already
            resource.setrlimit(name, (int(value), int(value)))


def running() -> int:
    """Return about how many threads run on the system, since the limit counts the user's all."""
    try:
        return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4096


def clean_environment(home: Path) -> None:
    """Leave nothing in the environment that tells about the grader's machine."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept)
    os.environ.update(
        PATH="/usr/local/bin:/usr/bin:/bin",
        HOME=str(home),
        TMPDIR=str(home),
        PIP_NO_INDEX="1",
        PIP_NO_INPUT="1",
        TERM="dumb",
    )
