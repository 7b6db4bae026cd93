"""Seconds a notebook: plain `nbgrader autograde` beside `autograder grade` with one worker.

Both grade the same honest submissions of lesson 01, as commands, in turns; what counts is the
ratio of a round, because the machine may be busy with other things.

Run it with `make bench`.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autograder.simulation.classroom import read_truth

ASSIGNMENT = "01_neuron"
BIN = Path(sys.executable).parent


def main() -> None:
    """Make the class, grade it in turns and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--students", type=int, default=40)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        students = make_course(course, chosen.students)
        rounds = [one_round(course, students) for _ in range(chosen.rounds)]
    show(rounds, students)


def make_course(course: Path, wanted: int) -> int:
    """Make the simulated class and keep the honest submissions of one lesson."""
    run([BIN / "autograder", "demo", course])
    honest = sorted((course / "submitted").iterdir())[:wanted]
    spoiled = spoiled_students(course)
    for student in sorted((course / "submitted").iterdir()):
        if student not in honest or student.name in spoiled:
            shutil.rmtree(student)
    return len(list((course / "submitted").iterdir()))


def spoiled_students(course: Path) -> set[str]:
    """Return the names of those whose notebooks were spoiled."""
    return {one.student for one in read_truth(course) if one.damage}


def one_round(course: Path, students: int) -> tuple[float, float]:
    """Return the seconds a notebook of nbgrader and of autograder."""
    plain = timed([BIN / "nbgrader", "autograde", ASSIGNMENT, "--force"], course)
    ours = timed(
        [BIN / "autograder", "grade", ".", "--assignment", ASSIGNMENT, "--workers", "1"], course
    )
    return plain / students, ours / students


def timed(command: list[str | Path], folder: Path) -> float:
    """Run a command and return its seconds, start-up included."""
    start = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - start


def run(command: list[str | Path], folder: Path | None = None) -> None:
    """Run a command and stop with its words if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


def show(rounds: list[tuple[float, float]], students: int) -> None:
    """Print each round and the ratio."""
    print(f"{students} notebooks of {ASSIGNMENT}, seconds a notebook, start-up included")
    print(f"{'round':>5} {'nbgrader':>9} {'autograder':>11} {'ratio':>7}")
    for number, (plain, ours) in enumerate(rounds, start=1):
        print(f"{number:5d} {plain:9.3f} {ours:11.3f} {plain / ours:7.1f}")
    ratios = sorted(plain / ours for plain, ours in rounds)
    print(
        f"ratio min {ratios[0]:.1f}, median {statistics.median(ratios):.1f}, max {ratios[-1]:.1f}"
    )


if __name__ == "__main__":
    main()
