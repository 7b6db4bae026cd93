"""The processor time of this process and of others that it has started, as Linux counts it."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

NANOSECOND = 1e-9
TICK = 1 / os.sysconf("SC_CLK_TCK")


class Processors:
    """The processor seconds of this process, of those that it follows, and of their children."""

    def __init__(self) -> None:
        self.files: dict[int, int] = {}  # by process; an open file is of that very process
        self.running: dict[int, float] = {}
        self.ended = 0.0
        self.before = 0.0

    def follow(self, processes: Iterable[int]) -> None:
        """Count some processes from now on, with what they have computed so far."""
        for process in processes:
            if process not in self.files:
                self.files[process] = os.open(f"/proc/{process}/schedstat", os.O_RDONLY)

    def leave_ended(self) -> None:
        """Follow those no more that have ended: their time counts for the parent that saw it."""
        for process in list(self.files):
            if not Path(f"/proc/{process}").exists():
                self.leave(process)
        self.ended = sum(map(ended_children, self.files))

    def leave_all(self) -> None:
        """Follow nobody any more, and keep what has been counted."""
        self.before += self.seconds_of_others()
        self.ended = 0.0
        for process in list(self.files):
            self.leave(process)

    def leave(self, process: int) -> None:
        """Follow a process no more."""
        os.close(self.files.pop(process))
        self.running.pop(process, None)

    def seconds(self) -> float:
        """Return the sum."""
        return time.process_time() + self.before + self.seconds_of_others()

    def seconds_of_others(self) -> float:
        """Return the seconds of those that are followed; who has just ended keeps its last ones."""
        for process, file in self.files.items():
            self.running[process] = computed(file) or self.running.get(process, 0.0)
        return self.ended + sum(self.running.values())


def computed(file: int) -> float:
    """Return the seconds that a running process has computed; 0 if it has ended."""
    try:
        return NANOSECOND * int(os.pread(file, 64, 0).split()[0])
    except (OSError, IndexError):
        return 0.0


def ended_children(process: int) -> float:
    """Return the seconds of the children that a process has seen end, to a hundredth."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return TICK * (int(fields[13]) + int(fields[14]))
