"""One submission's worker, kept alive: after a hang or a crash the cells before are replayed."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from typing import Any, Self

from autograder.sandbox.conversation import Conversation, WorkerLostError
from autograder.sandbox.fault import MEMORY, NO_RESTARTS, TOO_LARGE, Fault, out_of_memory
from autograder.sandbox.library import pack_code
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import Printed
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.replies import (
    CellReport,
    Fetched,
    Observed,
    TooLarge,
    Undefined,
    cell_from_wire,
    fetched_from_wire,
)
from autograder.sandbox.warm_process import Files, Workers

RUN, KEEP, LEND = "run", "keep", "lend"
Step = tuple[str, Any]  # a cell that ran, a function whose names were kept, or code that was lent


class Session:
    """Run the cells of one submission, one after another, and observe what they define.

    Nothing here raises for what the student's code does: a `Fault` is returned instead, and the
    next request finds the cells before replayed, without those that were at fault. When
    the session has ended, `refused_calls` and `garbled` hold all that looks like an attack.

    `withheld` names functions of nnlib whose code the worker does not have: to call one is a
    BorrowedAnswerError there.
    """

    def __init__(
        self,
        warm: Workers,
        limits: Limits,
        files: Files = (),
        withheld: Collection[str] = (),
    ) -> None:
        self.warm = warm
        self.limits = limits
        self.files = files
        self.withheld = tuple(sorted(withheld))
        self.talk = Conversation(warm, limits)
        self.restarts = limits.restarts + 1  # the first start is not a restart
        self.steps: list[Step] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end_worker()

    @property
    def printed(self) -> Printed:
        """What the last request printed."""
        return self.talk.printed

    @property
    def refused_calls(self) -> set[str]:
        """The system calls that no exercise needs and that were refused."""
        return self.talk.refused_calls

    @property
    def garbled(self) -> str:
        """What was wrong with a reply that the worker does not send by itself."""
        return self.talk.garbled

    def add_suspicions_of(self, other: Self) -> None:
        """Add what another session of the same submission was refused, and what it garbled."""
        self.talk.refused_calls |= other.refused_calls
        self.talk.garbled = self.garbled or other.garbled

    def run(self, source: str) -> CellReport | Fault:
        """Run one cell; what it printed is in `printed` afterwards."""
        self.talk.printed = Printed()
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
            defined = self.talk.ask([KEEP, name], self.limits.exercise_seconds)
        except WorkerLostError:
            return False
        self.steps.append((KEEP, name))
        return defined is True

    def end_of_cells(self) -> None:
        """Give the functions a time limit of their own, however much the cells used."""
        self.talk.allow_full_time()
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
            reply = self.talk.ask(request, self.limits.exercise_seconds, packed)
            seen = self.talk.read(lambda: calls.read(reply))
        except WorkerLostError as lost:
            return lost.fault
        if isinstance(seen, TooLarge):
            return Fault(TOO_LARGE)
        if isinstance(seen, tuple) and any(out_of_memory(call.error) for call in seen):
            self.end_worker()  # what it still holds would starve the others
        return seen

    def fetch(self, name: str) -> Fetched | Undefined | Fault:
        """Return the plain value of a variable."""
        try:
            self.make_ready()
            reply = self.talk.ask(["fetch", name], self.limits.exercise_seconds)
            value = self.talk.read(lambda: fetched_from_wire(reply))
        except WorkerLostError as lost:
            return lost.fault
        return Fault(TOO_LARGE) if isinstance(value, TooLarge) else value

    def lend(self, names: Iterable[str]) -> None:
        """Give the worker, and each that takes its place, the code of functions that it lacks.

        No verdict from now on may rest on that they are withheld.
        """
        self.steps.append((LEND, [[name, pack_code(name)] for name in sorted(names)]))
        if self.talk.worker is not None:
            with suppress(WorkerLostError):
                self.talk.ask(list(self.steps[-1]), self.limits.exercise_seconds)

    def refused(self) -> frozenset[str]:
        """Return which withheld functions were called since this was last asked.

        That is what the worker says, where code may lie: it may cost a second look, never points.
        """
        if self.talk.worker is None:
            return frozenset()
        try:
            names = self.talk.ask(["refused", ""], self.limits.exercise_seconds)
        except WorkerLostError:
            return frozenset()
        said = set(map(str, names)) if isinstance(names, list) else set()
        return frozenset(said.intersection(self.withheld))

    def run_now(self, source: str) -> CellReport:
        """Run one cell in the present worker; raises WorkerLostError if that ends it."""
        reply = self.talk.ask(["run", source], self.limits.cell_seconds)
        report = self.talk.read(lambda: cell_from_wire(reply))
        if out_of_memory(report.error):
            raise self.talk.lose(Fault(MEMORY))
        return report

    def make_ready(self) -> None:
        """Have a worker in which all cells so far have run; raises WorkerLostError if it can't."""
        while self.talk.worker is None:
            self.talk.require_time()
            if self.restarts <= 0:
                raise WorkerLostError(Fault(NO_RESTARTS))
            self.restarts -= 1
            self.talk.start_worker(self.files, self.withheld)
            self.replay()

    def replay(self) -> None:
        """Run the cells before again; one that fails now, though it did not before, is left out."""
        for position, (kind, content) in enumerate(self.steps):
            try:
                if kind == RUN:
                    self.run_now(content)
                else:
                    self.talk.ask([kind, content], self.limits.exercise_seconds)
            except WorkerLostError:
                del self.steps[position]
                return

    def end_worker(self) -> None:
        """End the worker; the next request starts another."""
        self.talk.end_worker()
