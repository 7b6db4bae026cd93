"""A filter of system calls: what a worker never needs is refused, for good, for all it starts.

The filter is a small program that the kernel runs before each call. It is written for the
"classic" Berkeley packet filter: load a number, compare it, return what is to be done.
Source: the kernel's documentation, "Seccomp BPF".
"""

import ctypes
import errno
import struct
import sys
from collections.abc import Sequence

from autograder.sandbox.worker.isolation.syscalls import Architecture
from autograder.sandbox.worker.isolation.system import call

PR_SET_SECCOMP = 22
FILTER = 2
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
ASK = 0x7FC00000  # the listener that the filter was set up with
CALL, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where they stand in what the filter is given
# Flags of clone that make namespaces: user, process, network, mounts, names, messages, groups, time
NAMESPACES = 0x7E020080
# Whom the kernel sends a signal when a file is ready: F_SETOWN, F_SETSIG, F_SETOWN_EX; FIOSETOWN,
# SIOCSPGRP. And TIOCSTI, which types into a terminal.
OWNERS_BY_FCNTL = (8, 10, 15)
OWNERS_BY_IOCTL = (0x8901, 0x8902, 0x5412)
# Memory that no cgroup counts: pages of 2 MB and more, by mmap and by memfd_create.
HUGE_MAPPING, HUGE_FILE = 0x40000, 4
# Memory that /proc does not count: shared without a file, in larger pipes, of hidden processes.
PRIVATE_BIT, SHARED_BIT, ANONYMOUS = 2, 1, 0x20
LARGER_PIPE = 1031  # F_SETPIPE_SZ
DUMPABLE = 4  # PR_SET_DUMPABLE
INSTRUCTION = struct.Struct("HBBI")

Instruction = tuple[int, int, int, int]


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
    architecture: Architecture, *, alone: int | None, bounded: bool, asking: bool = False
) -> list[Instruction]:
    """Return the filter.

    `alone` is the number of the one process that may be sent signals, None where a namespace
    hides all others. Memory is `bounded` where a cgroup does so. With `asking` a listener is
    asked to refuse what is reported.
    """
    lines = beginning(architecture)
    # with clone3 the flags can't be read here; who is refused it falls back to clone
    reported = architecture.reported if asking else {}
    for number in architecture.denied:
        lines += ask_about(number) if number in reported else refuse_call(number)
    lines += refuse_call(architecture.clone3, errno.ENOSYS)
    lines += refuse_flags(architecture.clone, 0, NAMESPACES)
    lines += refuse_commands(architecture.ioctl, OWNERS_BY_IOCTL)
    if alone is not None:
        lines += [line for number in architecture.signals_to_any for line in refuse_call(number)]
        own = (alone, 0, -alone)  # the process, its group, its group by name
        for number in architecture.signals:
            lines += only_for(number, own)
        lines += only_for(architecture.limits, (alone, 0))
    lines += memory_lines(architecture, OWNERS_BY_FCNTL, bounded=bounded)
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


def load(offset: int) -> Instruction:
    """Load four bytes of what the filter is given."""
    return LOAD, 0, 0, offset


def refuse(error: int = errno.EPERM) -> Instruction:
    """Answer a call with an error."""
    return RETURN, 0, 0, REFUSE | error


def refuse_call(number: int, error: int = errno.EPERM) -> list[Instruction]:
    """Refuse one call."""
    return [(EQUAL, 0, 1, number), refuse(error)]


def ask_about(number: int) -> list[Instruction]:
    """Have the listener refuse one call."""
    return [(EQUAL, 0, 1, number), (RETURN, 0, 0, ASK)]


def refuse_flags(number: int, place: int, flags: int) -> list[Instruction]:
    """Refuse one call where one of its arguments has one of the flags."""
    return [
        (EQUAL, 0, 4, number),
        load(argument(place)),
        (ANY_BIT, 0, 1, flags),
        refuse(),
        (RETURN, 0, 0, ALLOW),
    ]


def refuse_commands(number: int, commands: Sequence[int], *, place: int = 1) -> list[Instruction]:
    """Refuse one call where an argument, the second if not said, is one of the commands."""
    tests = [(EQUAL, len(commands) - at, 0, command) for at, command in enumerate(commands)]
    body = [load(argument(place)), *tests, (RETURN, 0, 0, ALLOW), refuse()]
    return [(EQUAL, 0, len(body), number), *body]


def only_for(number: int, receivers: Sequence[int]) -> list[Instruction]:
    """Refuse one call unless its first argument is one of the receivers."""
    tests = [
        (EQUAL, len(receivers) - place, 0, receiver & 0xFFFFFFFF)
        for place, receiver in enumerate(receivers)
    ]
    body = [load(argument(0)), *tests, refuse(), (RETURN, 0, 0, ALLOW)]
    return [(EQUAL, 0, len(body), number), *body]


def argument(place: int) -> int:
    """Return where the low half of an argument stands."""
    return ARGUMENTS + 8 * place + (4 if sys.byteorder == "big" else 0)
