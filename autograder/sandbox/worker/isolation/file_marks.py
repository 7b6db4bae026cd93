"""What a filter refuses where files of the user who grades can be seen and named.

Landlock keeps a worker from what is in them, not from their modes, times, owners and attributes.
"""

import errno
import os

from autograder.sandbox.worker.isolation.instructions import (
    ANY_BIT,
    AT_LEAST,
    CALL,
    EQUAL,
    Instruction,
    argument,
    load,
    refuse,
    refuse_call,
)
from autograder.sandbox.worker.isolation.syscalls import Architecture

# A terminal's commands, and those that every file knows; a file system's begin elsewhere.
TERMINAL, BEYOND_TERMINAL = 0x5400, 0x5500
WRITING = os.O_WRONLY | os.O_RDWR


def guard_files(architecture: Architecture) -> list[Instruction]:
    """Leave files' modes, times, owners and attributes as they are."""
    answers = (
        (architecture.pretended, 0),
        (architecture.owners, errno.EPERM),
        (architecture.attributes, errno.EOPNOTSUPP),
    )
    calls = [
        line for numbers, error in answers for one in numbers for line in refuse_call(one, error)
    ]
    return [*calls, *terminals_alone(architecture.ioctl)]


def terminals_alone(number: int) -> list[Instruction]:
    """Refuse the commands that a file system has of its own, such as a file's flags."""
    tests = [(AT_LEAST, 1, 0, BEYOND_TERMINAL), (AT_LEAST, 1, 0, TERMINAL), refuse(errno.ENOTTY)]
    return [(EQUAL, 0, 2 + len(tests), number), load(argument(1)), *tests, load(CALL)]


def guard_lengths(architecture: Architecture) -> list[Instruction]:
    """Refuse to cut a file off unless it is opened to be written, which Landlock sees."""
    lines = [line for number in architecture.cutting for line in refuse_call(number, errno.ENOSYS)]
    for number, place in architecture.opening.items():
        tests = [(ANY_BIT, 0, 2, os.O_TRUNC), (ANY_BIT, 1, 0, WRITING), refuse()]
        body = [load(argument(place)), *tests, load(CALL)]
        lines += [(EQUAL, 0, len(body), number), *body]
    return lines
