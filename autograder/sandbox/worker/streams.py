"""Standard input, output and error of a worker, whatever a cell has made of them."""

import contextlib
import os
import sys
from typing import Any

NAMES = ("stdin", "stdout", "stderr")


def mend_streams() -> None:
    """Open each standard stream that is not usable, as at the start of a worker."""
    for descriptor, name in enumerate(NAMES):
        stream = getattr(sys, name, None)
        if not is_open(descriptor, stream):
            setattr(sys, name, open_stream(descriptor))


def is_open(descriptor: int, stream: Any) -> bool:
    """Tell whether a stream was opened by `open_stream` or by the student, and still works."""
    try:
        os.fstat(descriptor)
        return stream is not getattr(sys, f"__{NAMES[descriptor]}__") and not stream.closed
    except Exception:  # a student's own stream may do anything
        return False


def open_stream(descriptor: int) -> Any:
    """Open a standard stream by lines; where its file is closed, it leads nowhere."""
    try:
        os.fstat(descriptor)
    except OSError:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, descriptor)
        if nowhere != descriptor:
            os.close(nowhere)
    mode = "w" if descriptor else "r"
    return open(descriptor, mode, 1, encoding="utf-8", errors="replace", closefd=False)


def flush_streams() -> None:
    """Write out what a cell printed."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
