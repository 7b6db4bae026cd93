"""How fast a class is graded, beside plain nbgrader, and how that grows with the class.

Two tables: the ratio to plain `nbgrader autograde`, both as commands with one worker, in turns,
because the machine may be busy with other things; and a whole class on all cores, for several
sizes. `make bench-shares` shows where the time of a notebook goes.

Run it with `make bench`.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.classes import ASSIGNMENT, course_of
from benchmarks.memory import run_and_watch

BIN = Path(sys.executable).parent
OURS = [BIN / "autograder", "grade", ".", "--assignment", ASSIGNMENT, "--force"]
THEIRS = [BIN / "nbgrader", "autograde", ASSIGNMENT, "--force"]


def main() -> None:
    """Print the tables that are asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--students", type=int, default=300, help="of our runs")
    options.add_argument("--beside", type=int, default=12, help="that nbgrader grades in a round")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--sizes", type=int, nargs="*", default=[30, 100, 300, 1000])
    chosen = options.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, lesson {ASSIGNMENT}\n")
    if chosen.rounds:
        beside_nbgrader(chosen.students, chosen.beside, chosen.rounds)
    if chosen.sizes:
        growth(chosen.sizes)


def beside_nbgrader(students: int, beside: int, rounds: int) -> None:
    """Print seconds a notebook of both, with one worker, and their ratio in each round."""
    print(
        f"One worker: {beside} notebooks by nbgrader, {students} by autograder, start-up included"
    )
    print(f"{'round':>5} {'nbgrader':>9} {'autograder':>11} {'ratio':>7}")
    ratios = []
    with course_of(beside, damaged=False) as few, course_of(students, damaged=False) as many:
        for number in range(1, rounds + 1):
            theirs = seconds(THEIRS, few.folder) / beside
            ours = seconds([*OURS, "--workers", "1"], many.folder) / students
            ratios.append(theirs / ours)
            print(f"{number:5d} {theirs:9.3f} {ours:11.4f} {ratios[-1]:7.1f}", flush=True)
    middle = statistics.median(ratios)
    print(f"ratio min {min(ratios):.1f}, median {middle:.1f}, max {max(ratios):.1f}\n")


def growth(sizes: Sequence[int]) -> None:
    """Print notebooks a second and peak memory for classes of several sizes, on all cores."""
    print("All cores, start-up included")
    print(f"{'students':>8} {'seconds':>8} {'a second':>9} {'MB':>6}")
    for size in sizes:
        with course_of(size) as course:
            start = time.perf_counter()
            done, most = run_and_watch(OURS, course.folder)
            took = time.perf_counter() - start
        require(done)
        print(f"{size:8d} {took:8.1f} {size / took:9.1f} {most:6d}", flush=True)
    print()


def seconds(command: list[str | Path], folder: Path) -> float:
    """Run a command and return its seconds, start-up included."""
    with suppress(OSError):
        shutil.rmtree(folder / "autograded")
    start = time.perf_counter()
    require(subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False))
    return time.perf_counter() - start


def require(done: subprocess.CompletedProcess[str]) -> None:
    """Stop with the words of a command that failed."""
    if done.returncode:
        sys.exit(f"{' '.join(map(str, done.args))} failed:\n{done.stdout}{done.stderr or ''}")


if __name__ == "__main__":
    main()
