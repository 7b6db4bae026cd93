"""Bound a student's function where nobody can stop it: in a web page, whose Python has one thread.

There a cell cannot be interrupted, and calls that are nested too deeply bring the whole page's
Python down. So each call and each turn of a loop looks at the clock, and calls may not be nested as
deeply as elsewhere.
"""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

SECONDS = 20.0
DEEPEST = 150  # calls inside each other; a page's own stack holds more than twice as many
TOOL = 4  # of the six numbers for tools of sys.monitoring, one that no known tool takes


class OutOfTimeError(BaseException):
    """A student's code was still running when its time was up.

    It is no Exception, so that the student's own `except Exception` does not take it.
    """

    def __init__(self, seconds: float, arguments: tuple[Any, ...] | None = None) -> None:
        super().__init__(f"not finished within {seconds:g} s")
        self.seconds = seconds
        self.arguments = arguments


def seconds_of_a_check() -> float | None:
    """Return how long the student's code may take in a check, None where a person can stop it."""
    return SECONDS if sys.platform == "emscripten" else None


@contextlib.contextmanager
def bounded(seconds: float | None) -> Iterator[None]:
    """Let the block's code raise OutOfTimeError after so many seconds, and nest few calls.

    A step that never comes back to Python, as `sum(itertools.count())`, is not ended.
    """
    if seconds is None:
        yield
        return
    with within(seconds), nested(DEEPEST):
        yield


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Look at the clock at each call and each turn of a loop of any code, and at the end.

    An answer that checks itself is watched already.
    """
    watch = sys.monitoring  # type: ignore[attr-defined]  # of Python 3.12, and a page's is newer
    if watch.get_tool(TOOL) is not None:
        yield
        return
    look = clock(seconds)
    watch.use_tool_id(TOOL, __name__)
    try:
        for event in (watch.events.JUMP, watch.events.PY_START):
            watch.register_callback(TOOL, event, look)
        watch.set_events(TOOL, watch.events.JUMP | watch.events.PY_START)
        yield
    finally:
        watch.set_events(TOOL, 0)
        watch.free_tool_id(TOOL)
    look()  # where the code's own bare `except` took what was raised


def clock(seconds: float) -> Callable[..., None]:
    """Return a function that raises OutOfTimeError when so many seconds are over."""
    end, now = time.monotonic() + seconds, time.monotonic
    leaving = (__file__, contextlib.contextmanager.__code__.co_filename)

    def look(code: CodeType | None = None, *_: object) -> None:
        if now() > end and (code is None or code.co_filename not in leaving):
            raise OutOfTimeError(seconds)

    return look


@contextlib.contextmanager
def nested(deepest: int) -> Iterator[None]:
    """Let calls be nested so deep and no deeper; beyond that Python raises RecursionError."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(min(before, depth() + deepest))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def depth() -> int:
    """Return how many calls are inside each other here."""
    frame, count = sys._getframe(), 0
    while frame.f_back is not None:
        frame, count = frame.f_back, count + 1
    return count
