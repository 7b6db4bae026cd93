"""The calls of Linux that Python has no function for; each raises OSError when refused.

What is looked up is looked up at import, before any fork: a child pays nothing for it.
"""

import ctypes
import os
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

# The same numbers on every 64-bit architecture that is still made.
MOUNT_SETATTR = 442
LANDLOCK_CREATE_RULESET = 444
LANDLOCK_ADD_RULE = 445
LANDLOCK_RESTRICT_SELF = 446

MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2
AT_FDCWD = -100
AT_RECURSIVE = 0x8000
MOUNT_ATTR_RDONLY = 1
MOUNT_ATTR_NOSUID = 2
MOUNT_ATTR_NODEV = 4

Library = ctypes.CDLL


def c_library() -> Library | None:
    """Return Linux's C library, None on other systems."""
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


LIBRARY = c_library()


def call(name: str, *arguments: object) -> int:
    """Call a function of the C library; raises OSError when it fails or is not there."""
    if LIBRARY is None:
        raise OSError(f"{name} exists on Linux alone")
    function: Callable[..., int] | None = getattr(LIBRARY, name, None)
    if function is None:
        raise OSError(f"this system's C library has no {name}")
    result = function(*arguments)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result


def control(option: int, value: int = 0) -> int:
    """Set or read something about this process: `prctl`."""
    return call("prctl", option, *map(ctypes.c_ulong, (value, 0, 0, 0)))


def system_call(number: int, *arguments: object) -> int:
    """Make a system call by its number."""
    return call("syscall", ctypes.c_long(number), *arguments)


def unshare(flags: int) -> None:
    """Leave namespaces for new ones."""
    call("unshare", flags)


def enter(namespace: int, kind: int) -> None:
    """Enter the namespace that an open file stands for: `setns`."""
    call("setns", namespace, kind)


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """Attach a file system, or a folder of one, at a folder."""
    texts = [ctypes.c_char_p(os.fsencode(text)) for text in (source, target, kind)]
    call("mount", *texts, ctypes.c_ulong(flags), ctypes.c_char_p(options.encode()))


def unmount(target: str) -> None:
    """Detach what is mounted at a folder, as soon as nobody uses it."""
    call("umount2", ctypes.c_char_p(os.fsencode(target)), MNT_DETACH)


def pivot_root(new: str, old: str) -> None:
    """Make a mounted folder the root of this process's file system."""
    call("pivot_root", ctypes.c_char_p(os.fsencode(new)), ctypes.c_char_p(os.fsencode(old)))


class MountAttributes(ctypes.Structure):
    """What `mount_setattr` changes."""

    _fields_ = (
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("user_namespace", ctypes.c_uint64),
    )


def protect(target: str, attributes: int, *, recursive: bool = True) -> None:
    """Add attributes, such as read-only, to a mount and to all mounts below it."""
    wanted = MountAttributes(attributes, 0, 0, 0)
    system_call(
        MOUNT_SETATTR,
        AT_FDCWD,
        ctypes.c_char_p(os.fsencode(target)),
        AT_RECURSIVE if recursive else 0,
        ctypes.byref(wanted),
        ctypes.sizeof(wanted),
    )
