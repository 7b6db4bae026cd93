"""How much time and how much of the machine one submission may use."""

from dataclasses import asdict, dataclass

CELLS_OF_FULL_TIME = 6  # in one notebook
# How the memory of a worker, with all that it starts, is bounded.
GROUPS = "groups"  # by a memory cgroup, where the system gives one; else counted
COUNTING = "counting"  # from /proc, twenty times a second; what can't be counted is refused


@dataclass(frozen=True)
class Limits:
    """The limits of one submission.

    Parameters
    ----------
    cell_seconds
        Wall time of one cell.
    exercise_seconds
        Wall time of all calls of one exercise.
    total_seconds
        Wall time of all cells, and again of all calls, replays after a hang included.
    restarts
        How often the cells before may be replayed after a hang or a crash.
    output_bytes
        What is kept of each cell's output; the rest is dropped.
    memory_bytes
        What the student's code may take beyond what the worker itself needs.
    file_bytes
        The size of the largest file that it may write.
    open_files
        How many files may be open at once.
    processes
        How many processes and threads it may start.
    disk_bytes
        The size of all files together that it may leave, where it has a home of its own.
    files
        How many files these may be.

    """

    cell_seconds: float = 10.0
    exercise_seconds: float = 10.0
    total_seconds: float = 60.0
    restarts: int = 12
    output_bytes: int = 64_000
    memory_bytes: int = 1 << 30
    file_bytes: int = 32_000_000
    open_files: int = 256
    processes: int = 64
    disk_bytes: int = 64_000_000
    files: int = 4_096

    def to_plain(self) -> dict[str, float]:
        """Return the limits as plain data."""
        return asdict(self)


def limits_for(seconds: float | None) -> Limits:
    """Return the limits where a cell, or an exercise, may take `seconds`.

    The whole notebook gets six times as much, but never less than usual.
    """
    if seconds is None:
        return Limits()
    total = max(Limits.total_seconds, CELLS_OF_FULL_TIME * seconds)
    return Limits(cell_seconds=seconds, exercise_seconds=seconds, total_seconds=total)
