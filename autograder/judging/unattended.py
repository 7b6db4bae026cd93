"""Stop code that asks a person for something: while an answer is tried, nobody is there.

In a notebook `input()` would ask once for each call of a check, and a debugger would take it over.
"""

import bdb
import builtins
import contextlib
import sys
from collections.abc import Iterator
from typing import Any, NoReturn


class NobodyThereError(EOFError):
    """Code waits for a person's words, which is an EOFError where there is no keyboard."""


@contextlib.contextmanager
def unattended() -> Iterator[None]:
    """Let `input`, `breakpoint` and the debuggers raise NobodyThereError."""
    before = builtins.input, sys.breakpointhook, bdb.Bdb.set_trace
    leave_unattended()
    try:
        yield
    finally:
        builtins.input, sys.breakpointhook = before[:2]
        bdb.Bdb.set_trace = before[2]  # type: ignore[method-assign]  # as it was


def leave_unattended() -> None:
    """Do so for the rest of this process."""
    builtins.input = no_input
    sys.breakpointhook = no_debugger
    bdb.Bdb.set_trace = no_debugger  # type: ignore[method-assign]  # all debuggers go through it


def no_input(*prompt: Any) -> NoReturn:
    """Stand for `input`."""
    raise NobodyThereError("input() waits for somebody to type")


def no_debugger(*where: Any, **how: Any) -> NoReturn:
    """Stand for `breakpoint` and for what starts a debugger."""
    raise NobodyThereError("a debugger waits for somebody to go on")
