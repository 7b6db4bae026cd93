"""Kill grading again and again, at random moments, and hold what is left to the truth.

A class of made-up students hands a short lesson in. An undisturbed run tells every true grade.
Then, in round after round from a fresh course, runs are killed by SIGKILL (the main process alone,
or its whole process group) and started again, until one ends by itself; after each round every
grade in the results and in the gradebook is compared with the truth, and what is left over of
processes and scratch folders is counted.

Run it with `python benchmarks/kills.py --kills 100`. It ends with 1 if anything was wrong.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from killed_class import LESSON, make_course

from autograder.course.folder import open_course
from autograder.gradebook.result_files import read_results

PROGRAM = Path(sys.executable).with_name("autograder")
KILLS_A_ROUND = 5
GRACE = 20.0  # seconds for what a dead run left to end by itself
POINTS = """
SELECT student_id, base_cell.name, auto_score, needs_manual_grade, count(*)
FROM grade
JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
GROUP BY student_id, base_cell.name
"""

Grades = dict[tuple[str, str], tuple[float | None, bool]]


@dataclass
class Tally:
    """What happened in all rounds."""

    kills: Counter[str] = field(default_factory=Counter)
    progress: list[int] = field(default_factory=list)
    grades: int = 0
    faults: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Make the class, find the truth, kill, compare, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--students", type=int, default=100)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        kill_and_compare(Path(folder), chosen, random.Random(chosen.seed), tally)
    show(tally, chosen.students)
    sys.exit(1 if tally.faults or not tally.grades else 0)


def kill_and_compare(
    place: Path, chosen: argparse.Namespace, rng: random.Random, tally: Tally
) -> None:
    """Go through all rounds; Ctrl-C ends them, and the rounds before still count."""
    fresh = place / "fresh"
    make_course(fresh, chosen.students)
    truth_at = shutil.copytree(fresh, place / "truth")
    seconds = undisturbed(truth_at, place, chosen.workers)
    truth = from_results(truth_at), from_gradebook(truth_at)
    print(f"undisturbed: {seconds:.1f} s for {chosen.students} submissions", flush=True)
    while tally.kills.total() < chosen.kills:
        left = chosen.kills - tally.kills.total()
        course = Path(shutil.copytree(fresh, place / "course"))
        for _ in range(min(KILLS_A_ROUND, left)):
            one_kill(course, place, chosen.workers, seconds, rng, tally)
        undisturbed(course, place, chosen.workers)
        compare(course, truth, tally)
        count_leftovers(place, course, tally)
        shutil.rmtree(course)
        print(f"{tally.kills.total()} kills, faults: {dict(tally.faults)}", flush=True)


@contextlib.contextmanager
def started(course: Path, place: Path, workers: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start grading in a process group, and with a folder for scratch, of its own."""
    scratch = place / "scratch"
    scratch.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [PROGRAM, "grade", course, "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(scratch)},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:  # Ctrl-C here does not reach that group
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        process.stderr.close()


def undisturbed(course: Path, place: Path, workers: int) -> float:
    """Grade to the end and return the seconds; stop with its words if that fails."""
    began = time.monotonic()
    with started(course, place, workers) as process:
        _, words = process.communicate()
    if process.returncode:
        sys.exit(f"Grading failed after a kill:\n{words.decode()}")
    return time.monotonic() - began


def one_kill(
    course: Path, place: Path, workers: int, seconds: float, rng: random.Random, tally: Tally
) -> None:
    """Start a run and kill it at a random moment, if it has not ended before."""
    whole_group = rng.random() < 0.5
    with started(course, place, workers) as process:
        try:
            process.communicate(timeout=rng.uniform(0.0, seconds))
            return
        except subprocess.TimeoutExpired:
            kill = os.killpg if whole_group else os.kill
            kill(process.pid, signal.SIGKILL)
            process.wait()  # its graders may live on for a moment, beside the next run
    tally.kills["group" if whole_group else "main process"] += 1
    tally.progress.append(len(list(course.glob("results/*/*.json"))))


def from_results(course: Path) -> Grades:
    """Return every grade of the results' files."""
    return {
        (result.student, one.cell): (one.points, one.needs_manual_points)
        for result in read_results(open_course(course))
        for one in result.exercises
    }


def from_gradebook(course: Path) -> Grades:
    """Return every grade of the gradebook; one that is there twice raises."""
    with closing(sqlite3.connect(course / "gradebook.db")) as database:
        rows = list(database.execute(POINTS))
    if any(count != 1 for *_, count in rows):
        raise RuntimeError("The gradebook holds a grade twice.")
    return {(student, cell): (score, bool(look)) for student, cell, score, look, _ in rows}


def compare(course: Path, truth: tuple[Grades, Grades], tally: Tally) -> None:
    """Count the grades that are wrong, lost or more than there should be."""
    found = from_results(course), from_gradebook(course)
    for name, right, now in zip(("results", "gradebook"), truth, found, strict=True):
        tally.grades += len(right)
        tally.faults += differences(name, right, now)
    cards = list(course.glob(f"autograded/*/{LESSON}/{LESSON}.ipynb"))
    unread = len(list((course / "submitted").iterdir())) - len(cards)
    tally.faults += Counter({"autograded notebooks lost": max(0, unread - unreadable(course))})
    tally.faults += Counter({"unfinished files left": len(list(course.rglob(".*.unfinished")))})


def differences(name: str, right: Mapping, now: Mapping) -> Counter[str]:
    """Return how many grades differ, by how."""
    return Counter(
        {
            f"{name}: lost": len(right.keys() - now.keys()),
            f"{name}: too many": len(now.keys() - right.keys()),
            f"{name}: wrong": sum(now[key] != right[key] for key in right.keys() & now.keys()),
        }
    )


def unreadable(course: Path) -> int:
    """Return how many submissions have no autograded notebook by right."""
    return sum(not result.exercises for result in read_results(open_course(course)))


def count_leftovers(place: Path, course: Path, tally: Tally) -> None:
    """Count what is still there a while after the last run: processes and scratch folders."""
    deadline = time.monotonic() + GRACE
    while time.monotonic() < deadline and (processes_of(place) or scratch_of(place)):
        time.sleep(0.2)
    tally.faults += Counter({"processes left": len(processes_of(place))})
    for folder in scratch_of(place):
        print(f"left: {folder.name}: {sorted(path.name for path in folder.glob('*'))}", flush=True)
        tally.faults["scratch folders left"] += 1
        shutil.rmtree(folder, ignore_errors=True)


def scratch_of(place: Path) -> list[Path]:
    """Return the folders in which students' code has run."""
    return list((place / "scratch").iterdir())


def processes_of(place: Path) -> list[int]:
    """Return the processes that name our folder, in their command or environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if str(place).encode() in words and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def show(tally: Tally, students: int) -> None:
    """Print the figures."""
    quarters = Counter(min(3, 4 * done // max(1, students)) for done in tally.progress)
    print(f"kills: {tally.kills.total()} ({', '.join(f'{n} {k}' for k, n in tally.kills.items())})")
    print(f"results kept at the kill, by quarters of the class: {[quarters[n] for n in range(4)]}")
    print(f"grades compared: {tally.grades}")
    print(f"faults: {sum(tally.faults.values())} {dict(tally.faults)}")


if __name__ == "__main__":
    main()
