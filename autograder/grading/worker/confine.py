"""Cut a worker off: limits of the operating system, a clean environment, a folder of its own.

`confine` is the one place for it: what namespaces and system-call filters add belongs here.
"""

import contextlib
import ctypes
import os
import resource
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
CPU_MARGIN = 10
KEPT = ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "MPLBACKEND", "NNLIB_STILL", "OPENBLAS_NUM_THREADS")


def system_control() -> Callable[..., int] | None:
    """Return Linux's `prctl`, or None where there is none."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        prctl: Callable[..., int] = ctypes.CDLL(None, use_errno=True).prctl
        return prctl
    return None


PRCTL = system_control()  # found before the fork: a child pays nothing for it


def adopt_orphans() -> None:
    """Make processes whose parent is gone children of this one, where the system can do it."""
    if PRCTL is not None:
        PRCTL(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def confine(limits: Mapping[str, float], scratch: Path, *, parent: int) -> None:
    """Cut this process off; it cannot be undone.

    Parameters
    ----------
    limits
        The fields of `Limits`.
    scratch
        The folder to work in, which becomes home.
    parent
        The process without which this one must not live on.

    """
    os.setsid()
    die_with(parent)
    set_resources(limits)
    clean_environment(scratch)
    os.chdir(scratch)


def die_with(parent: int) -> None:
    """Be killed when the parent ends, and never gain privileges by running another program."""
    if PRCTL is None:
        return
    PRCTL(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    PRCTL(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the first line took effect
        os._exit(0)


def set_resources(limits: Mapping[str, float]) -> None:
    """Limit processor time, memory, files and processes; no memory image is ever written."""
    wanted = {
        resource.RLIMIT_CPU: limits["total_seconds"] + CPU_MARGIN,
        resource.RLIMIT_AS: address_space() + limits["memory_bytes"],
        resource.RLIMIT_FSIZE: limits["file_bytes"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_NPROC: running() + limits["processes"],
        resource.RLIMIT_CORE: 0,
    }
    for name, value in wanted.items():
        with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
            resource.setrlimit(name, (int(value), int(value)))


def address_space() -> int:
    """Return the bytes of address space that this process has already."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:  # no /proc: leave room for what is loaded
        return 4 << 30
    return pages * os.sysconf("SC_PAGE_SIZE")


def running() -> int:
    """Return about how many threads run on the system, since the limit counts the user's all."""
    try:
        return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4096


def clean_environment(scratch: Path) -> None:
    """Leave nothing in the environment that tells about the grader's machine."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept)
    os.environ.update(
        PATH="/usr/local/bin:/usr/bin:/bin",
        HOME=str(scratch),
        TMPDIR=str(scratch),
        PIP_NO_INDEX="1",
        PIP_NO_INPUT="1",
        TERM="dumb",
    )
