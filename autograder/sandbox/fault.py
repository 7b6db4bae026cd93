"""Why a cell or a function of a student's gave no answer at all."""

from dataclasses import dataclass
from typing import Any

HUNG = "hung"
ENDED = "ended"
MEMORY = "memory"
PROCESSES = "processes"
GARBLED = "garbled"
NO_TIME = "no_time"
NO_RESTARTS = "no_restarts"
MEMORY_ERROR = "MemoryError"


@dataclass(frozen=True)
class Fault:
    """Why a cell or a function gave no answer.

    Parameters
    ----------
    kind
        HUNG, ENDED, MEMORY, PROCESSES, GARBLED, NO_TIME or NO_RESTARTS.
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


class LostError(Exception):
    """The worker is of no more use."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


def short_of_memory(error: Any) -> bool:
    """Tell whether an error of the student's was for want of memory."""
    return error is not None and error.type_name == MEMORY_ERROR
