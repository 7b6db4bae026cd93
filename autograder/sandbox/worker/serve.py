"""The loop of a worker: run a cell, observe a function, read a variable, as the judge asks."""

import importlib
import os
import random
import socket
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import autograder.judging.observe
from autograder.judging import reference_guard
from autograder.judging.observe import observe, student_error
from autograder.judging.plain import Foreign, to_plain
from autograder.sandbox.library import find_functions
from autograder.sandbox.protocol.calls import mark
from autograder.sandbox.protocol.frames import (
    ChannelClosed,
    pack,
    receive_frame,
    send_frame,
    unpack,
)
from autograder.sandbox.protocol.replies import (
    NOT_CALLABLE,
    STOPPED,
    TOO_LARGE,
    UNDEFINED,
    VALUES,
    cell_to_wire,
    error_to_wire,
    observations_to_wire,
)
from autograder.sandbox.protocol.wire import ProtocolError, decode, encode
from autograder.sandbox.worker.shell import PlainShell, flush_streams, mend_streams, run_cell
from autograder.sandbox.worker.withholding import lend

Arguments = tuple[Any, ...]
Functions = Sequence[Callable[..., Any]]
Names = dict[str, Any]

# As they were loaded, before a cell could write `np.array = …`.
MODULES = tuple(
    (vars(module), dict(vars(module)))
    for module in (np, reference_guard, autograder.judging.observe)
)


class AnnouncedCalls(Sequence[Arguments]):
    """The calls of an exercise; each is announced to the judge before it is made.

    So the judge can say in which call a function hangs.
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
        """Say which call comes next, and return its arguments."""
        mark(self.bookmark, index)
        return self.calls[index]


@dataclass
class Notebook:
    """The notebook that is being run: its shell, and the names as they were at some checks."""

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
    """Answer the judge until it is gone; a process that the student's code forks ends at once."""
    owner = os.getpid()
    if sys.platform != "win32":
        os.register_at_fork(after_in_child=channel.close)
    prepare_process(shell)
    notebook = Notebook(shell, bookmark)
    while True:
        try:
            number, *request = unpack(receive_frame(channel))
        except (ChannelClosed, OSError):
            return
        reply = answer(request, notebook)
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
    """Return the bytes of a reply; one that is too large is replaced by a word that says so."""
    try:
        return pack([number, reply])
    except (ProtocolError, ValueError, MemoryError):
        return pack([number, [TOO_LARGE, None]])


def answer(request: Any, notebook: Notebook) -> Any:
    """Do what one request asks for."""
    kind, name, *rest = request
    if kind == "run":
        mend_streams()
        return cell_to_wire(run_cell(notebook.shell, name))
    if kind == "keep":
        notebook.keep(name)
        return name in notebook.shell.user_ns
    if kind == "refused":
        return take_refused()
    if kind == "lend":
        return lend(name)
    for names, loaded in MODULES:
        names.update(loaded)
    try:
        return fetch(notebook, name) if kind == "fetch" else look(notebook, name, *rest)
    except MemoryError:  # not the student's code: writing down what it gave
        return [TOO_LARGE, None]


def look(notebook: Notebook, name: str, without: Sequence[str], twice: bool, calls: Any) -> Any:
    """Observe a function where the names stand for what they did when it was kept."""
    notebook.return_to(name)
    return observe_name(notebook, name, calls, find_functions(without), twice=twice)


def take_refused() -> list[str]:
    """Return which of the course's own answers were called since this was last asked."""
    names = sorted(reference_guard.REFUSED)
    reference_guard.REFUSED.clear()
    return names


def fetch(notebook: Notebook, name: str) -> Any:
    """Return the plain value of a variable."""
    if name not in notebook.shell.user_ns:
        return [UNDEFINED, None]
    return [VALUES, encode(to_plain(notebook.shell.user_ns[name]))]


def observe_name(
    notebook: Notebook, name: str, calls: Any, without: Functions, *, twice: bool
) -> Any:
    """Observe the student's function of that name, if there is one."""
    if name not in notebook.shell.user_ns:
        return [UNDEFINED, None]
    value = notebook.shell.user_ns[name]
    if not callable(value):
        return [NOT_CALLABLE, type(value).__name__]
    decoded = [decode(call, function=nnlib_function) for call in calls]
    return observe_function(value, AnnouncedCalls(decoded, notebook.bookmark), without, twice=twice)


def observe_function(
    function: Callable[..., Any], calls: AnnouncedCalls, without: Functions, *, twice: bool
) -> Any:
    """Observe a function; what stops even the observer counts as an error of each call."""
    try:
        observations = observe(function, calls, without=without, twice=twice)
    except BaseException as error:
        return [STOPPED, error_to_wire(student_error(error))]
    return observations_to_wire(observations)


def nnlib_function(name: str) -> Any:
    """Return a function of nnlib by its name "module:qualname"."""
    module, _, qualname = name.partition(":")
    function = getattr(importlib.import_module(module), qualname, None)
    return function if callable(function) else Foreign(name)
