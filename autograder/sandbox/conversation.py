"""Requests to one worker at a time, and its replies; a worker that gives none is ended."""

import time
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, TypeVar

from autograder.sandbox.fault import ENDED, GARBLED, HUNG, NO_TIME, Ending, Fault
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import Printed
from autograder.sandbox.protocol.calls import NO_CALL, mark, marked_call
from autograder.sandbox.protocol.frames import ChannelClosed, TimeUp, pack, pack_with, unpack
from autograder.sandbox.protocol.wire import ProtocolError
from autograder.sandbox.warm_process import Files, Worker, Workers

Reply = TypeVar("Reply")


class WorkerLostError(Exception):
    """The worker has ended; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


class Conversation:
    """What is asked of the workers of one submission, one worker after the other.

    Parameters
    ----------
    warm
        What gives workers: a warm process that has been started, or fresh processes.
    limits
        What the submission may use.

    `printed` is what was printed during the last request, `refused_calls` and `garbled` are as
    `Session` has them.

    """

    def __init__(self, warm: Workers, limits: Limits) -> None:
        self.warm = warm
        self.limits = limits
        self.worker: Worker | None = None
        self.number = 0
        self.printed = Printed()
        self.refused_calls: set[str] = set()
        self.garbled = ""
        self.allow_full_time()

    def allow_full_time(self) -> None:
        """Let all requests from now on take as long as the limits say."""
        self.deadline = time.monotonic() + self.limits.total_seconds

    def require_time(self) -> None:
        """Raise WorkerLostError if the time is used up."""
        if self.deadline <= time.monotonic():
            raise WorkerLostError(Fault(NO_TIME, seconds=self.limits.total_seconds))

    def start_worker(self, files: Files, withheld: Collection[str]) -> None:
        """Have a new worker, which has run nothing yet; its start costs the submission no time."""
        begun = time.monotonic()
        self.worker = self.warm.fork(self.limits, files, tuple(withheld))
        self.deadline += time.monotonic() - begun

    def ask(self, request: list[Any], seconds: float, packed: bytes = b"") -> Any:
        """Send a request and return what the worker replies; raises WorkerLostError.

        `packed` is one more item of the request, if it is packed already.
        """
        self.number += 1
        deadline = min(self.deadline, time.monotonic() + seconds)
        numbered = [self.number, *request]
        try:
            return self.exchange(
                pack_with(numbered, packed) if packed else pack(numbered), deadline
            )
        except TimeUp:
            raise self.lose(self.overtime(seconds)) from None
        except ChannelClosed:
            raise self.lose(Fault(ENDED), crashed=True) from None
        except ProtocolError as error:
            raise self.lose(Fault(GARBLED, str(error))) from None

    def overtime(self, seconds: float) -> Fault:
        """Return the fault of one request, or of the whole submission, that took too long."""
        if self.deadline <= time.monotonic():
            return Fault(NO_TIME, seconds=self.limits.total_seconds)
        return Fault(HUNG, seconds=seconds)

    def exchange(self, request: bytes, deadline: float) -> Any:
        """Send one frame and read the reply to it."""
        if self.worker is None:
            raise ChannelClosed
        mark(self.worker.bookmark, NO_CALL)
        self.worker.line.send(request, deadline)
        number, content = frame_items(unpack(self.worker.line.receive(deadline)))
        if number != self.number:
            raise ProtocolError("a reply to another request came")
        self.printed = self.worker.output.take()
        return content

    def read(self, reader: Callable[[], Reply]) -> Reply:
        """Read a reply strictly; what is malformed costs the worker."""
        try:
            return reader()
        except ProtocolError as error:
            raise self.lose(Fault(GARBLED, str(error))) from None

    def lose(self, fault: Fault, *, crashed: bool = False) -> WorkerLostError:
        """End the worker and return the error that says why."""
        call = marked_call(self.worker.bookmark) if self.worker is not None else None
        end = self.end_worker(crashed=crashed)
        if end.too_much:
            return WorkerLostError(Fault(end.too_much, call=call))
        if fault.kind == GARBLED:
            self.garbled = fault.detail
        return WorkerLostError(replace(fault, detail=fault.detail or end.words, call=call))

    def end_worker(self, *, crashed: bool = False) -> Ending:
        """End the worker, keep what it printed, and return how it ended."""
        if self.worker is None:
            return Ending("")
        worker, self.worker = self.worker, None
        self.printed = worker.output.take()
        ending = self.warm.end(worker, crashed=crashed)
        self.refused_calls.update(ending.refused)
        return ending


def frame_items(data: Any) -> tuple[Any, Any]:
    """Return the two items of a frame."""
    if type(data) is not list or len(data) != 2:
        raise ProtocolError("a frame does not have two items")
    return data[0], data[1]
