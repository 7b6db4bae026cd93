"""Why a cell or a function of a student's gave no answer at all, and how its process ended."""

import contextlib
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.judging import verdict

HUNG = verdict.HUNG
ENDED = "ended"
MEMORY = "memory"
PROCESSES = "processes"
GARBLED = "garbled"
TOO_LARGE = "too_large"
NO_TIME = "no_time"
NO_RESTARTS = "no_restarts"
MEMORY_ERROR = "MemoryError"


@dataclass(frozen=True)
class Fault:
    """Why a cell or a function gave no answer.

    Parameters
    ----------
    kind
        HUNG, ENDED, MEMORY, PROCESSES, GARBLED, TOO_LARGE, NO_TIME or NO_RESTARTS.
    detail
        How the process ended, or what was garbled.
    seconds
        The time that was allowed.
    call
        The number of the call that was being made, if it is known.

    """

    kind: str
    detail: str = ""
    seconds: float = 0.0
    call: int | None = None


def out_of_memory(error: Any) -> bool:
    """Return True if an error of the student's says that memory ran out."""
    return error is not None and error.type_name == MEMORY_ERROR


@dataclass(frozen=True)
class Ending:
    """How a worker ended, in words, and what it used too much of, if that was why.

    `refused` are the system calls that it was refused and that no exercise needs.
    """

    words: str
    too_much: str = ""
    refused: tuple[str, ...] = ()


def read_ending(end: Mapping[str, Any]) -> Ending:
    """Return how a process ended, from its exit code or its signal."""
    return Ending(ending_text(end), end.get("too_much", ""), tuple(end.get("refused", ())))


def ending_text(end: Mapping[str, Any]) -> str:
    """Return how a process ended, in words.

    >>> ending_text({"code": 3}), ending_text({"signal": 9})
    ('exit code 3', 'signal SIGKILL')
    """
    if "signal" not in end:
        return f"exit code {end['code']}"
    with contextlib.suppress(ValueError):
        return f"signal {signal.Signals(end['signal']).name}"
    return f"signal {end['signal']}"
