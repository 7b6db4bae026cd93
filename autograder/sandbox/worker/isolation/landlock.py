"""Landlock: Linux's way for a process to give up files, without root (Linux 5.13 and later).

What is not named can't be read, written or run from then on; where the kernel can do it, signals
and abstract sockets of other processes are out of reach, too.
Source: the kernel's documentation, "Landlock: unprivileged access control".
"""

import ctypes
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from autograder.sandbox.worker.isolation.system import (
    LANDLOCK_ADD_RULE,
    LANDLOCK_CREATE_RULESET,
    LANDLOCK_RESTRICT_SELF,
    system_call,
)

ASK_VERSION = 1
PATH_BENEATH = 1
EXECUTE, WRITE_FILE, READ_FILE, READ_FOLDER = 1, 2, 4, 8
TRUNCATE, IOCTL_DEVICE = 1 << 14, 1 << 15
READ = EXECUTE | READ_FILE | READ_FOLDER
FILE_ALONE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEVICE
# The rights that the kernel's version 1, 2, … of Landlock knows.
KNOWN_RIGHTS = (1 << 13, 1 << 14, 1 << 15, 1 << 15, 1 << 16)
TRUNCATE_VERSION = 3  # the first that keeps files from being cut off
CONNECTIONS = 3  # bind and connect, from version 4
OTHERS = 3  # abstract sockets and signals, from version 6


class Ruleset(ctypes.Structure):
    """What is forbidden unless a rule allows it."""

    _fields_ = (
        ("files", ctypes.c_uint64),
        ("connections", ctypes.c_uint64),
        ("others", ctypes.c_uint64),
    )


class Rule(ctypes.Structure):
    """What is allowed below one folder."""

    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def landlock_version() -> int:
    """Return the version that the kernel has, 0 where it has none."""
    with suppress(OSError):
        return system_call(LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)
    return 0


def known_rights(version: int) -> int:
    """Return all rights on files that a version knows."""
    return KNOWN_RIGHTS[min(version, len(KNOWN_RIGHTS)) - 1] - 1


def keep_only(
    version: int, read: Sequence[Path], listed: Sequence[Path], write: Sequence[Path]
) -> None:
    """Give up all files but those below `read`, and below `write`, which may also be changed.

    Below `listed` the names of files can be seen.
    """
    every = known_rights(version)
    ruleset = new_ruleset(version, every)
    for path in read:
        allow(ruleset, path, READ)
    for path in listed:
        allow(ruleset, path, READ_FOLDER)
    for path in write:
        allow(ruleset, path, every)
    system_call(LANDLOCK_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def new_ruleset(version: int, files: int) -> int:
    """Make an empty set of rules, as large as the kernel's version understands."""
    wanted = Ruleset(files, CONNECTIONS if version >= 4 else 0, OTHERS if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    return system_call(LANDLOCK_CREATE_RULESET, ctypes.byref(wanted), ctypes.c_size_t(size), 0)


def allow(ruleset: int, path: Path, rights: int) -> None:
    """Allow rights below a path; one that is not there needs none."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not path.is_dir():
        rights &= FILE_ALONE
    rule = Rule(rights, descriptor)
    try:
        system_call(LANDLOCK_ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
