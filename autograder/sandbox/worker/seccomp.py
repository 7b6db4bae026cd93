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

from autograder.sandbox.worker.syscalls import Architecture
from autograder.sandbox.worker.system import call

PR_SET_SECCOMP = 22
FILTER = 2
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
CALL, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where they stand in what the filter is given
# Flags of clone that make namespaces: user, process, network, mounts, names, messages, groups, time
NAMESPACES = 0x7E020080
# Whom the kernel sends a signal when a file is ready: F_SETOWN, F_SETSIG, F_SETOWN_EX; FIOSETOWN,
# SIOCSPGRP. And TIOCSTI, which types into a terminal.
OWNERS_BY_FCNTL = (8, 10, 15)
OWNERS_BY_IOCTL = (0x8901, 0x8902, 0x5412)
INSTRUCTION = struct.Struct("HBBI")

Instruction = tuple[int, int, int, int]


class Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def forbid_calls(architecture: Architecture, *, alone: int | None) -> None:
    """Refuse the calls of `program` from now on; privileges must have been given up before."""
    lines = program(architecture, alone=alone)
    raw = b"".join(INSTRUCTION.pack(*line) for line in lines)
    filter_of = Program(len(lines), raw)
    call("prctl", PR_SET_SECCOMP, ctypes.c_ulong(FILTER), ctypes.byref(filter_of))


def program(architecture: Architecture, *, alone: int | None) -> list[Instruction]:
    """Return the filter.

    `alone` is the number of the one process that may be sent signals, None where a namespace
    hides all others.
    """
    lines = [
        *(load(ARCHITECTURE), (EQUAL, 1, 0, architecture.audit), (RETURN, 0, 0, KILL)),
        load(CALL),
    ]
    if architecture.others:
        lines += [(AT_LEAST, 0, 1, architecture.others), refuse(errno.ENOSYS)]
    # with clone3 the flags can't be read here; who is refused it falls back to clone
    lines += [line for number in architecture.denied for line in refuse_call(number)]
    lines += refuse_call(architecture.clone3, errno.ENOSYS)
    lines += refuse_flags(architecture.clone, NAMESPACES)
    lines += refuse_commands(architecture.fcntl, OWNERS_BY_FCNTL)
    lines += refuse_commands(architecture.ioctl, OWNERS_BY_IOCTL)
    if alone is not None:
        lines += [line for number in architecture.signals_to_any for line in refuse_call(number)]
        own = (alone, 0, -alone)  # the process, its group, its group by name
        for number in architecture.signals:
            lines += only_for(number, own)
        lines += only_for(architecture.limits, (alone, 0))
    return [*lines, (RETURN, 0, 0, ALLOW)]


def load(offset: int) -> Instruction:
    """Load four bytes of what the filter is given."""
    return LOAD, 0, 0, offset


def refuse(error: int = errno.EPERM) -> Instruction:
    """Answer a call with an error."""
    return RETURN, 0, 0, REFUSE | error


def refuse_call(number: int, error: int = errno.EPERM) -> list[Instruction]:
    """Refuse one call."""
    return [(EQUAL, 0, 1, number), refuse(error)]


def refuse_flags(number: int, flags: int) -> list[Instruction]:
    """Refuse one call where its first argument has one of the flags."""
    return [
        (EQUAL, 0, 4, number),
        load(argument(0)),
        (ANY_BIT, 0, 1, flags),
        refuse(),
        (RETURN, 0, 0, ALLOW),
    ]


def refuse_commands(number: int, commands: Sequence[int]) -> list[Instruction]:
    """Refuse one call where its second argument is one of the commands."""
    tests = [(EQUAL, len(commands) - place, 0, command) for place, command in enumerate(commands)]
    body = [load(argument(1)), *tests, (RETURN, 0, 0, ALLOW), refuse()]
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
