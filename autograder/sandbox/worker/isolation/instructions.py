"""The few instructions of which a filter of system calls is made.

It is the "classic" Berkeley packet filter: load a number, compare it, return what is to be done.
Each function but `load`, `refuse` and `argument` expects the number of the call to be loaded.
"""

import errno
import struct
import sys
from collections.abc import Sequence

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
ASK = 0x7FC00000  # the listener that the filter was set up with
CALL, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where they stand in what the filter is given
INSTRUCTION = struct.Struct("HBBI")

Instruction = tuple[int, int, int, int]


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


def refuse_flags(
    number: int, place: int, flags: int, answer: Instruction | None = None
) -> list[Instruction]:
    """Refuse one call where one of its arguments has one of the flags."""
    return [
        (EQUAL, 0, 4, number),
        load(argument(place)),
        (ANY_BIT, 0, 1, flags),
        answer or refuse(),
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
