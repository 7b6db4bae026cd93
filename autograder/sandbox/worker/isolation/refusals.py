"""What a worker tries that no exercise needs: the kernel asks us before it refuses.

The filter of system calls hands such a call to a listener, which the warm process holds, outside of
the student's reach: the call waits until it is answered, and the answer is always no. Source: the
kernel's documentation, "Seccomp BPF", userspace notification.
"""

import ctypes
import os
import select
import socket
import struct
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from autograder.sandbox.worker.isolation.instructions import Instruction
from autograder.sandbox.worker.isolation.seccomp import filter_of
from autograder.sandbox.worker.isolation.syscalls import Architecture
from autograder.sandbox.worker.isolation.system import system_call

if sys.platform != "win32":  # where nothing can be graded
    import fcntl

SET_FILTER, NEW_LISTENER = 1, 8
RECEIVE, ANSWER = 0xC0502100, 0xC0182101  # what is asked of the listener
QUESTION_BYTES = 80
QUESTION = struct.Struct("=QIIi")  # the question's number, the process, flags, the call
REPLY = struct.Struct("=QqiI")  # the question's number, a value, an error, flags
NOT_PERMITTED = -1
MOST = 100  # questions that are answered before anything else is looked at


@dataclass
class Refusals:
    """What one worker was refused, by the number of the call.

    `mailbox` is where the worker sends its listener, once; -1 and None are what is not there.
    """

    mailbox: socket.socket | None = None
    listener: int = -1
    seen: set[int] = field(default_factory=set)

    @property
    def source(self) -> int:
        """The open file to wait for; -1 where nothing will come."""
        return self.mailbox.fileno() if self.mailbox is not None else self.listener

    def take(self) -> None:
        """Take the listener, or answer what is asked now."""
        if self.mailbox is not None:
            self.listener = received(self.mailbox)
            self.mailbox.close()
            self.mailbox = None
        elif self.listener >= 0 and not self.answer_all():
            self.close()

    def take_the_rest(self) -> None:
        """Take the listener, if that was not done yet, and what is asked now; then close."""
        for _ in range(2):
            if self.source >= 0 and events_of(self.source):
                self.take()
        self.close()

    def answer_all(self) -> bool:
        """Refuse what is asked now; return False if nobody is left who could ask."""
        for _ in range(MOST):
            happened = events_of(self.listener)
            if not happened & select.POLLIN:
                return not happened
            with suppress(OSError):  # who asked was killed meanwhile
                self.seen.add(refuse_one(self.listener))
        return True

    def close(self) -> None:
        """Close what is open; whoever still asks is told that there is no such call."""
        if self.mailbox is not None:
            self.mailbox.close()
        if self.listener >= 0:
            os.close(self.listener)
        self.mailbox, self.listener = None, -1

    def names(self, architecture: Architecture | None) -> list[str]:
        """Return what the refused calls are called, in order."""
        known: Mapping[int, str] = architecture.reported if architecture is not None else {}
        return sorted(known.get(number, str(number)) for number in self.seen)


def events_of(descriptor: int) -> int:
    """Return what can be done with an open file now, without waiting."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return dict(poll.poll(0)).get(descriptor, 0)


def received(mailbox: socket.socket) -> int:
    """Return the listener that a worker sent, -1 where it ended before."""
    with suppress(OSError):
        _, descriptors, _, _ = socket.recv_fds(mailbox, 1, 1)
        return descriptors[0] if descriptors else -1
    return -1


def refuse_one(listener: int) -> int:
    """Read one question, answer no, and return the number of the call; raises OSError."""
    question = bytearray(QUESTION_BYTES)
    fcntl.ioctl(listener, RECEIVE, question)
    number, _, _, call = QUESTION.unpack_from(question)
    fcntl.ioctl(listener, ANSWER, bytearray(REPLY.pack(number, 0, NOT_PERMITTED, 0)))
    return int(call)


def filter_with_listener(
    architecture: Architecture, lines: Sequence[Instruction], mailbox: socket.socket
) -> None:
    """Set up a filter and send its listener; raises OSError where the system has none."""
    program = filter_of(lines)
    listener = system_call(architecture.seccomp, SET_FILTER, NEW_LISTENER, ctypes.byref(program))
    try:
        socket.send_fds(mailbox, [b"."], [listener])
    finally:
        os.close(listener)
