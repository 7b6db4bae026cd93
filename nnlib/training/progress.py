"""A progress bar for long trainings, as plain text: it works in notebooks and in terminals."""

import time
from collections.abc import Callable
from typing import Final, Self, TextIO

from nnlib.training.history import Epoch

__all__ = ["ProgressBar"]

QUIET_SECONDS: Final = 2.0  # a training shorter than this needs no bar
SECONDS_BETWEEN: Final = 0.2
WIDTH: Final = 24


class ProgressBar:
    """One line that is written anew a few times a second, once a training takes long.

    Parameters
    ----------
    num_epochs : int
    stream : text stream or None
        Where to write; None writes nothing.
    clock : callable
        Returns seconds.
    """

    def __init__(
        self, num_epochs: int, *, stream: TextIO | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.num_epochs, self.stream, self.clock = num_epochs, stream, clock
        self.start = clock()
        self.next_time = self.start + QUIET_SECONDS
        self.line = ""

    def show(self, epoch: Epoch) -> None:
        """Say that an epoch is done, if it is time for a new line."""
        now = self.clock()
        last_of_a_long_one = self.line and epoch.number == self.num_epochs
        if self.stream and (now >= self.next_time or last_of_a_long_one):
            self.next_time = now + SECONDS_BETWEEN
            self._write(self.stream, epoch, now - self.start)

    def _write(self, stream: TextIO, epoch: Epoch, seconds: float) -> None:
        done = epoch.number / self.num_epochs
        bar = "#" * int(WIDTH * done)
        words = f"epoch {epoch.number}/{self.num_epochs}, loss {epoch.loss:.4g}"
        line = f"[{bar:.<{WIDTH}}] {words}, {seconds * (1 / done - 1):.0f} s left"
        stream.write(f"\r{line:<{len(self.line)}}")  # blanks hide the rest of a longer line
        stream.flush()
        self.line = line

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self.stream and self.line:
            self.stream.write("\n")
