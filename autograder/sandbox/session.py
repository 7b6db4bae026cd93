"""One submission's worker, kept alive: after a hang or a crash the cells before are replayed."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Self, TypeVar

from autograder.sandbox.calls import NO_CALL, PackedCalls, mark, marked_call
from autograder.sandbox.fault import (
    ENDED,
    GARBLED,
    HUNG,
    MEMORY,
    NO_RESTARTS,
    NO_TIME,
    Ending,
    Fault,
    out_of_memory,
)
from autograder.sandbox.frames import ChannelClosed, TimeUp, pack, pack_with, unpack
from autograder.sandbox.library import pack_code
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import Printed
from autograder.sandbox.replies import (
    CellReport,
    Fetched,
    Observed,
    Undefined,
    cell_from_wire,
    fetched_from_wire,
    observed_from_wire,
)
from autograder.sandbox.warm_process import Files, WarmProcess, Worker
from autograder.sandbox.wire import ProtocolError

Reply = TypeVar("Reply")
RUN, KEEP, LEND = "run", "keep", "lend"
Step = tuple[str, Any]  # a cell that ran, a function whose names were kept, or code that was lent


class WorkerLostError(Exception):
    """The worker has ended; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


class Session:
    """Run the cells of one submission, one after another, and observe what they define.

    Nothing here raises for what the student's code does: a `Fault` is returned instead, and the
    next request finds the cells before replayed, without those that were at fault. At the end
    `refused_calls` holds the system calls that no exercise needs and that were refused, `garbled`
    what was wrong with a reply that the worker does not send by itself.

    `withheld` names functions of nnlib whose code the worker does not have: to call one is a
    BorrowedAnswerError there.
    """

    def __init__(
        self,
        warm: WarmProcess,
        limits: Limits,
        files: Files = (),
        withheld: Collection[str] = (),
    ) -> None:
        self.warm = warm
        self.limits = limits
        self.files = files
        self.withheld = tuple(sorted(withheld))
        self.worker: Worker | None = None
        self.deadline = time.monotonic() + limits.total_seconds
        self.restarts = limits.restarts + 1  # the first start is not a restart
        self.steps: list[Step] = []
        self.number = 0
        self.printed = Printed()
        self.refused_calls: set[str] = set()
        self.garbled = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end_worker()

    def run(self, source: str) -> CellReport | Fault:
        """Run one cell; what it printed is in `printed` afterwards."""
        self.printed = Printed()
        try:
            self.make_ready()
            report = self.run_now(source)
        except WorkerLostError as lost:
            return lost.fault
        self.steps.append((RUN, source))
        return report

    def keep(self, name: str) -> bool:
        """Remember what all names stand for now; return True if this one stands for anything.

        A function is observed later as if it were now, so that no cell that comes after can show
        what it was called with.
        """
        try:
            self.make_ready()
            defined = self.ask([KEEP, name], self.limits.exercise_seconds)
        except WorkerLostError:
            return False
        self.steps.append((KEEP, name))
        return defined is True

    def end_of_cells(self) -> None:
        """Give the functions a time limit of their own, however much the cells used."""
        self.deadline = time.monotonic() + self.limits.total_seconds
        self.restarts = max(self.restarts, self.limits.restarts)

    def observe(
        self,
        name: str,
        calls: PackedCalls,
        *,
        without: Sequence[str] = (),
        twice: bool = True,
    ) -> Observed | Fault:
        """Observe the function of that name on the calls, with some of nnlib's blocked.

        Where `keep` remembered the names for it, they stand for what they did then. With `twice`
        each call is made again, to see whether it repeats.
        """
        packed = calls.text
        try:
            self.make_ready()
            request = ["observe", name, list(without), twice]
            reply = self.ask(request, self.limits.exercise_seconds, packed)
            seen = self.read(lambda: observed_from_wire(reply, calls.arguments))
        except WorkerLostError as lost:
            return lost.fault
        if isinstance(seen, tuple) and any(out_of_memory(call.error) for call in seen):
            self.end_worker()  # what it still holds would starve the others
        return seen

    def fetch(self, name: str) -> Fetched | Undefined | Fault:
        """Return the plain value of a variable."""
        try:
            self.make_ready()
            reply = self.ask(["fetch", name], self.limits.exercise_seconds)
            return self.read(lambda: fetched_from_wire(reply))
        except WorkerLostError as lost:
            return lost.fault

    def lend(self, names: Iterable[str]) -> None:
        """Give the worker, and each that takes its place, the code of functions that it lacks.

        No verdict from now on may rest on that they are withheld.
        """
        self.steps.append((LEND, [[name, pack_code(name)] for name in sorted(names)]))
        if self.worker is not None:
            with suppress(WorkerLostError):
                self.ask(list(self.steps[-1]), self.limits.exercise_seconds)

    def refused(self) -> frozenset[str]:
        """Return which withheld functions were called since this was last asked.

        That is what the worker says, where code may lie: it may cost a second look, never points.
        """
        if self.worker is None:
            return frozenset()
        try:
            names = self.ask(["refused", ""], self.limits.exercise_seconds)
        except WorkerLostError:
            return frozenset()
        said = set(map(str, names)) if isinstance(names, list) else set()
        return frozenset(said.intersection(self.withheld))

    def run_now(self, source: str) -> CellReport:
        """Run one cell in the present worker; raises WorkerLostError if that ends it."""
        reply = self.ask(["run", source], self.limits.cell_seconds)
        report = self.read(lambda: cell_from_wire(reply))
        if out_of_memory(report.error):
            raise self.lose(Fault(MEMORY))
        return report

    def make_ready(self) -> None:
        """Have a worker in which all cells so far have run; raises WorkerLostError if it can't."""
        while self.worker is None:
            if self.deadline <= time.monotonic():
                raise WorkerLostError(Fault(NO_TIME, seconds=self.limits.total_seconds))
            if self.restarts <= 0:
                raise WorkerLostError(Fault(NO_RESTARTS))
            self.restarts -= 1
            self.worker = self.warm.fork(self.limits, self.files, self.withheld)
            self.replay()

    def replay(self) -> None:
        """Run the cells before again; one that fails now, though it did not before, is left out."""
        for position, (kind, content) in enumerate(self.steps):
            try:
                if kind == RUN:
                    self.run_now(content)
                else:
                    self.ask([kind, content], self.limits.exercise_seconds)
            except WorkerLostError:
                del self.steps[position]
                return

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
