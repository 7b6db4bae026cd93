"""The calls that a worker is asked to make, packed once for a whole class, and which is being made.

The worker writes the number of each call into a bookmark, four bytes in a file that worker and
judge both hold open, before it makes the call; the judge reads them only after a hang or a crash.
So a call costs no message.
"""

import contextlib
import json
import os
import struct
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.sandbox.protocol.frames import pack
from autograder.sandbox.protocol.replies import Observed, TooLarge, observed_from_wire
from autograder.sandbox.protocol.wire import ProtocolError, encode

NUMBER = struct.Struct(">i")
NO_CALL = -1
MOST_KNOWN, LONGEST_KNOWN = 64, 20_000  # replies, and characters of one


@dataclass(frozen=True, eq=False)
class PackedCalls:
    """The arguments of some calls of one function, and their text, which every worker is sent.

    Most replies in a class have come before, to the last digit: `known` are the first that came,
    which are read once.
    """

    arguments: Sequence[tuple[Any, ...]]
    known: dict[str, Observed] = field(default_factory=dict, init=False)

    @cached_property
    def text(self) -> bytes:
        """The arguments as JSON text; raises ProtocolError if some cannot be sent."""
        return pack([encode(call) for call in self.arguments])

    def read(self, reply: Any) -> Observed | TooLarge:
        """Read a reply to these calls strictly; one that is known gives the very same again.

        Raises ProtocolError for what a worker does not send.
        """
        try:
            text = json.dumps(reply)
        except RecursionError:
            raise ProtocolError("a reply is nested too deeply") from None
        if text in self.known:
            return self.known[text]
        seen = observed_from_wire(reply, self.arguments)
        has_room = len(text) <= LONGEST_KNOWN and len(self.known) < MOST_KNOWN
        if has_room and not isinstance(seen, TooLarge):
            self.known[text] = seen
        return seen


def open_bookmark(folder: Path) -> int:
    """Open a nameless file and return its descriptor."""
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.dup(file.fileno())


def mark(bookmark: int, call: int) -> None:
    """Write the number of the call that comes next."""
    with contextlib.suppress(OSError):  # a student may have filled the disk: it stays unknown
        write_at_start(bookmark, NUMBER.pack(call))


def marked_call(bookmark: int) -> int | None:
    """Return the number of the call that was being made; None if it is unknown."""
    raw = read_at_start(bookmark, NUMBER.size)
    call: int = NUMBER.unpack(raw)[0] if len(raw) == NUMBER.size else NO_CALL
    return None if call == NO_CALL else call


def write_at_start(descriptor: int, data: bytes) -> None:
    """Write to the beginning of an open file, in one step where the system has one for it."""
    if sys.platform == "win32":
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, data)
    else:
        os.pwrite(descriptor, data, 0)


def read_at_start(descriptor: int, size: int) -> bytes:
    """Read the beginning of an open file, in one step where the system has one for it."""
    if sys.platform == "win32":
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, size)
    return os.pread(descriptor, size, 0)
