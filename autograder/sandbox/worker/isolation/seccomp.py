"""A filter of system calls: what a worker never needs is refused, for good, for all it starts.

The filter is a small program that the kernel runs before each call.
Source: the kernel's documentation, "Seccomp BPF".
"""

import ctypes
import errno
from collections.abc import Sequence

from autograder.sandbox.worker.isolation.file_marks import guard_files, guard_lengths
from autograder.sandbox.worker.isolation.instructions import (
    ALLOW,
    ANY_BIT,
    ARCHITECTURE,
    ASK,
    AT_LEAST,
    CALL,
    EQUAL,
    INSTRUCTION,
    KILL,
    RETURN,
    Instruction,
    argument,
    ask_about,
    load,
    only_for,
    refuse,
    refuse_call,
    refuse_commands,
    refuse_flags,
)
from autograder.sandbox.worker.isolation.syscalls import Architecture
from autograder.sandbox.worker.isolation.system import call

PR_SET_SECCOMP = 22
FILTER = 2
# Flags of clone that make namespaces: user, process, network, mounts, names, messages, groups, time
NAMESPACES = 0x7E020080
# Whom the kernel sends a signal when a file is ready: F_SETOWN, F_SETSIG, F_SETOWN_EX; FIOSETOWN,
# SIOCSPGRP. And TIOCSTI, which types into a terminal.
OWNERS_BY_FCNTL = (8, 10, 15)
OWNERS_BY_IOCTL = (0x8901, 0x8902, 0x5412)
# What tells of another's use of a file or hinders it, or is kept with it: F_SETLEASE, F_NOTIFY,
# F_SET_RW_HINT, F_SET_FILE_RW_HINT.
WATCHES_BY_FCNTL = (1024, 1026, 1036, 1038)
# Memory that no cgroup counts: pages of 2 MB and more, by mmap and by memfd_create.
HUGE_MAPPING, HUGE_FILE = 0x40000, 4
# Memory that /proc does not count: shared without a file, in larger pipes, of hidden processes.
PRIVATE_BIT, SHARED_BIT, ANONYMOUS = 2, 1, 0x20
LARGER_PIPE = 1031  # F_SETPIPE_SZ
DUMPABLE = 4  # PR_SET_DUMPABLE


class Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def forbid_calls(lines: Sequence[Instruction]) -> None:
    """Set up a filter, for good; privileges must have been given up before."""
    call("prctl", PR_SET_SECCOMP, ctypes.c_ulong(FILTER), ctypes.byref(filter_of(lines)))


def filter_of(lines: Sequence[Instruction]) -> Program:
    """Return a filter as the kernel takes it."""
    return Program(len(lines), b"".join(INSTRUCTION.pack(*line) for line in lines))


def program(
    architecture: Architecture,
    *,
    alone: int | None,
    bounded: bool,
    asking: bool = False,
    guarded: bool = False,
    cut_unseen: bool = False,
) -> list[Instruction]:
    """Return the filter.

    `alone` is the number of the one process that may be sent signals, None where a namespace
    hides all others. Memory is `bounded` where a cgroup does so. With `asking` a listener is
    asked to refuse what is reported. Modes, times, owners and attributes of files are `guarded`
    where no view of the worker's own does so, and their lengths where Landlock lets them be
    `cut_unseen`.
    """
    lines = beginning(architecture)
    # with clone3 the flags can't be read here; who is refused it falls back to clone
    reported = architecture.reported if asking else {}
    for number in architecture.denied:
        lines += ask_about(number) if number in reported else refuse_call(number)
    lines += refuse_call(architecture.clone3, errno.ENOSYS)
    lines += refuse_flags(
        architecture.clone, 0, NAMESPACES, (RETURN, 0, 0, ASK) if reported else refuse()
    )
    lines += guard_files(architecture) if guarded else []
    lines += guard_lengths(architecture) if guarded and cut_unseen else []
    lines += refuse_commands(architecture.ioctl, OWNERS_BY_IOCTL)
    if alone is not None:
        lines += [line for number in architecture.signals_to_any for line in refuse_call(number)]
        own = (alone, 0, -alone)  # the process, its group, its group by name
        for number in architecture.signals:
            lines += only_for(number, own)
        lines += only_for(architecture.limits, (alone, 0))
    lines += memory_lines(architecture, OWNERS_BY_FCNTL + WATCHES_BY_FCNTL, bounded=bounded)
    return [*lines, (RETURN, 0, 0, ALLOW)]


def memory_program(architecture: Architecture, *, bounded: bool) -> list[Instruction]:
    """Return a filter that refuses nothing but memory which outlives or escapes its limit."""
    lines = beginning(architecture)
    lines += [line for number in architecture.memory_denied for line in refuse_call(number)]
    lines += memory_lines(architecture, (), bounded=bounded)
    return [*lines, (RETURN, 0, 0, ALLOW)]


def beginning(architecture: Architecture) -> list[Instruction]:
    """Load the number of a call; those of another architecture or numbering are refused."""
    lines = [load(ARCHITECTURE), (EQUAL, 1, 0, architecture.audit), (RETURN, 0, 0, KILL)]
    lines += [load(CALL)]
    if architecture.others:
        lines += [(AT_LEAST, 0, 1, architecture.others), refuse(errno.ENOSYS)]
    return lines


def memory_lines(
    architecture: Architecture, commands: Sequence[int], *, bounded: bool
) -> list[Instruction]:
    """Refuse memory that can't be counted, and some commands to open files."""
    if bounded:
        return [
            *refuse_commands(architecture.fcntl, commands),
            *refuse_flags(architecture.memfd_create, 1, HUGE_FILE),
            *refuse_flags(architecture.mmap, 3, HUGE_MAPPING),
        ]
    return [
        *refuse_commands(architecture.fcntl, (*commands, LARGER_PIPE)),
        *refuse_call(architecture.memfd_create, errno.ENOSYS),
        *refuse_shared_memory(architecture.mmap),
        *refuse_commands(architecture.prctl, (DUMPABLE,), place=0),
    ]


def refuse_shared_memory(number: int) -> list[Instruction]:
    """Refuse mappings of huge pages, and those that are shared and belong to no file."""
    tests = [
        (ANY_BIT, 4, 0, HUGE_MAPPING),
        (ANY_BIT, 0, 2, ANONYMOUS),
        (ANY_BIT, 1, 0, PRIVATE_BIT),
        (ANY_BIT, 1, 0, SHARED_BIT),
        (RETURN, 0, 0, ALLOW),
        refuse(),
    ]
    return [(EQUAL, 0, 1 + len(tests), number), load(argument(3)), *tests]
