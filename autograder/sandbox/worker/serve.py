"""The loop of a worker: run a cell, observe a function, read a variable, as the judge asks."""

import importlib
import os
import random
import socket
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import autograder.judging.observe
from autograder.exercises import load
from autograder.judging import reference_guard
from autograder.judging.observe import observe, student_error
from autograder.judging.plain import Foreign, to_plain
from autograder.sandbox.bookmark import mark
from autograder.sandbox.frames import ChannelClosed, receive_frame, send_frame
from autograder.sandbox.replies import (
    NOT_CALLABLE,
    STOPPED,
    UNDEFINED,
    VALUES,
    cell_to_wire,
    error_to_wire,
    observations_to_wire,
)
from autograder.sandbox.wire import ProtocolError, decode, encode, pack, unpack
from autograder.sandbox.worker.shell import PlainShell, run_cell
from autograder.sandbox.worker.streams import flush_streams, mend_streams

Arguments = tuple[Any, ...]

# As they were loaded, before a cell could write `np.array = …`.
MODULES = tuple(
    (vars(one), dict(vars(one))) for one in (np, reference_guard, autograder.judging.observe)
)
OWN_ANSWERS = {reference_guard.name_of(one.reference): one.own_answers for one in load().values()}


class Announced(Sequence[Arguments]):
    """The calls of an exercise; each is announced to the judge before it is made.

    So the judge can name the call in which a function hangs.
    """

    def __init__(self, calls: Sequence[Arguments], bookmark: int) -> None:
        self.calls = calls
        self.bookmark = bookmark

    def __len__(self) -> int:
        return len(self.calls)

    def __getitem__(self, index: Any) -> Any:
        return self.calls[index]

    def __iter__(self) -> Iterator[Arguments]:
        yield from map(self.announce, range(len(self)))

    def __reversed__(self) -> Iterator[Arguments]:
        yield from map(self.announce, reversed(range(len(self))))

    def announce(self, index: int) -> Arguments:
        """Tell the judge which call comes, and return its arguments."""
        mark(self.bookmark, index)
        return self.calls[index]


Names = dict[str, Any]


@dataclass
class Desk:
    """What a worker works with: its shell, and the names as they were at some checks."""

    shell: PlainShell
    bookmark: int
    kept: dict[str, Names] = field(default_factory=dict)

    def keep(self, function: str) -> None:
        """Remember for a function what the names stand for now."""
        self.kept[function] = dict(self.shell.user_ns)

    def return_to(self, function: str) -> None:
        """Let the names stand again for what they did when they were kept for a function."""
        names = self.kept.get(function)
        if names is not None:
            self.shell.user_ns.clear()
            self.shell.user_ns.update(names)


def serve(channel: socket.socket, bookmark: int, shell: PlainShell) -> None:
    """Answer the judge until it is gone; a process that a student forks here ends at once."""
    owner = os.getpid()
    os.register_at_fork(after_in_child=channel.close)
    prepare_process(shell)
    desk = Desk(shell, bookmark)
    while True:
        try:
            number, *request = unpack(receive_frame(channel))
        except (ChannelClosed, OSError):
            return
        reply = answer(request, desk)
        if os.getpid() != owner:
            os._exit(0)
        flush_streams()
        send_frame(channel, packed_reply(number, reply))


def prepare_process(shell: Any) -> None:
    """Give each worker the same start: its own streams, its own folder, the same random state."""
    sys.path.insert(0, "")
    random.seed(0)
    np.random.seed(0)  # students may use it, and grading must repeat
    warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")
    shell.user_ns["get_ipython"] = shell.get_ipython


def packed_reply(number: int, reply: Any) -> bytes:
    """Return the bytes of a reply; one that is too large is replaced by its kind."""
    try:
        return pack([number, reply])
    except (ProtocolError, ValueError):
        return pack([number, ["too_large", None]])


def answer(request: Any, desk: Desk) -> Any:
    """Do what one request asks for."""
    kind, name, *rest = request
    if kind == "run":
        mend_streams()
        return cell_to_wire(run_cell(desk.shell, name))
    if kind == "keep":
        desk.keep(name)
        return name in desk.shell.user_ns
    for names, loaded in MODULES:
        names.update(loaded)
    if kind == "fetch":
        return fetched(desk, name)
    desk.return_to(name)
    return looked_at(desk, name, rest[0], OWN_ANSWERS.get(rest[1], ()), twice=rest[2])


def fetched(desk: Desk, name: str) -> Any:
    """Return the plain value of a variable."""
    if name not in desk.shell.user_ns:
        return [UNDEFINED, None]
    return [VALUES, encode(to_plain(desk.shell.user_ns[name]))]


def looked_at(desk: Desk, name: str, calls: Any, without: Any, *, twice: bool) -> Any:
    """Observe a function of the student's, if there is one of that name."""
    if name not in desk.shell.user_ns:
        return [UNDEFINED, None]
    value = desk.shell.user_ns[name]
    if not callable(value):
        return [NOT_CALLABLE, type(value).__name__]
    decoded = [decode(call, function=function_named) for call in calls]
    return observed(value, Announced(decoded, desk.bookmark), without, twice=twice)


def observed(function: Any, calls: Announced, without: Any, *, twice: bool) -> Any:
    """Observe a function; what stops even the observer counts as an error of each call."""
    try:
        observations = observe(function, calls, without=without, twice=twice)
    except BaseException as error:
        return [STOPPED, error_to_wire(student_error(error))]
    return observations_to_wire(observations)


def function_named(name: str) -> Any:
    """Return a function of nnlib by its name "module:qualname"."""
    module, _, qualname = name.partition(":")
    found = getattr(importlib.import_module(module), qualname, None)
    return found if callable(found) else Foreign(name)
