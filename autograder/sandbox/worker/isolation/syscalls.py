"""What a filter of system calls must know of a processor: its numbers of the calls."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from autograder.sandbox.worker.isolation.numbers import (
    ATTRIBUTES,
    CUTTING,
    NUMBERS,
    OWNERS,
    PRETENDED,
    REPORTED,
)


@dataclass(frozen=True)
class Architecture:
    """What a filter must know of a processor's system calls.

    Parameters
    ----------
    audit
        The number by which the kernel names the architecture.
    denied
        The calls that are refused.
    clone, clone3
        The calls that make processes.
    signals
        Those that send a signal to the process or group in their first argument.
    signals_to_any
        Those whose receiver a filter can't read.
    fcntl, ioctl
        The calls that change an open file.
    limits
        The call that changes the limits of the process in its first argument.
    memory_denied
        Those of `denied` by which memory outlives its processes.
    reported
        The names of those of `denied` that are reported, and of `clone`, by number.
    pretended, owners, attributes
        The calls that change a file's mode or times, its owner, and its attributes.
    cutting, opening
        The calls that cut a file off, and those that open one, by number with the place of the
        flags.
    seccomp
        The call that sets up a filter.
    mmap, memfd_create
        The calls that take memory, and a file of memory.
    prctl
        The call by which a process hides from being counted.
    others
        Numbers from here on are another interface to the same calls; 0 where there is none.

    """

    audit: int
    denied: tuple[int, ...]
    clone: int
    clone3: int
    signals: tuple[int, ...]
    signals_to_any: tuple[int, ...]
    fcntl: int
    ioctl: int
    limits: int
    memory_denied: tuple[int, ...]
    reported: Mapping[int, str]
    pretended: tuple[int, ...]
    owners: tuple[int, ...]
    attributes: tuple[int, ...]
    cutting: tuple[int, ...]
    opening: Mapping[int, int]
    seccomp: int
    mmap: int
    memfd_create: int
    prctl: int
    others: int = 0


def those_of(calls: Mapping[str, tuple[int, int]], column: int) -> tuple[int, ...]:
    """Return the numbers of the calls that an architecture has."""
    return tuple(pair[column] for pair in calls.values() if pair[column] >= 0)


def reported(column: int, clone: int) -> Mapping[int, str]:
    """Return the names of the calls that are reported, by their numbers."""
    named = {NUMBERS[name][column]: name for name in REPORTED if NUMBERS[name][column] >= 0}
    return {**named, clone: "clone"}


def memory_denied(column: int) -> tuple[int, ...]:
    """Return the numbers of the refused calls by which memory outlives its processes."""
    return tuple(NUMBERS[name][column] for name in ("shmget", "vmsplice"))


ARCHITECTURES = {
    "x86_64": Architecture(
        audit=0xC000003E,
        denied=those_of(NUMBERS, 0),
        clone=56,
        clone3=435,
        signals=(62, 234, 129, 297),
        signals_to_any=(200, 424),
        fcntl=72,
        ioctl=16,
        limits=302,
        memory_denied=memory_denied(0),
        reported=reported(0, clone=56),
        pretended=those_of(PRETENDED, 0),
        owners=those_of(OWNERS, 0),
        attributes=those_of(ATTRIBUTES, 0),
        cutting=those_of(CUTTING, 0),
        opening={2: 1, 257: 2},
        seccomp=317,
        mmap=9,
        memfd_create=319,
        prctl=157,
        others=0x40000000,
    ),
    "aarch64": Architecture(
        audit=0xC00000B7,
        denied=those_of(NUMBERS, 1),
        clone=220,
        clone3=435,
        signals=(129, 131, 138, 240),
        signals_to_any=(130, 424),
        fcntl=25,
        ioctl=29,
        limits=261,
        memory_denied=memory_denied(1),
        reported=reported(1, clone=220),
        pretended=those_of(PRETENDED, 1),
        owners=those_of(OWNERS, 1),
        attributes=those_of(ATTRIBUTES, 1),
        cutting=those_of(CUTTING, 1),
        opening={56: 2},
        seccomp=277,
        mmap=222,
        memfd_create=279,
        prctl=167,
    ),
}


def this_architecture() -> Architecture | None:
    """Return what is known of this machine's processor; None where it, or Linux, is missing."""
    return ARCHITECTURES.get(platform.machine()) if sys.platform == "linux" else None
