"""Hostile and broken submissions, by class: how many are graded soundly, and by whom.

Sound means: no credit wrongly gained or lost, no secret told, nothing of the machine touched, the
honest neighbours before and after unharmed, the batch finished. Our command grades all in one
batch. Plain nbgrader, which loses a whole batch to some of them, gets each between two neighbours
of its own, with 10 seconds for a cell and 120 for the three notebooks, inside namespaces that keep
the machine safe from what it lets pass.

Run it with `python benchmarks/hostile.py`, and with `--nbgrader` for both.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.autograder.hostile.attack import LESSON, Attack
from tests.autograder.hostile.classroom import Classroom, copied, open_classroom, seat
from tests.autograder.hostile.corpus import CORPUS
from tests.autograder.hostile.evidence import collect, snapshot
from tests.autograder.hostile.running import BIN, grade_class, run
from tests.autograder.hostile.soundness import problems, silent, unfit_for_a_terminal

OWN_WORLD = ("unshare", "--pid", "--net", "--mount", "--fork", "--mount-proc")
SECONDS = 120
CELL_SECONDS = "--ExecutePreprocessor.timeout=10"

Found = dict[str, list[str]]  # what is wrong, by the name of the attack


def main() -> None:
    """Grade the corpus and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--nbgrader", action="store_true", help="grade with nbgrader, too")
    options.add_argument("--class", dest="kinds", action="append", help="only this class")
    options.add_argument("--minutes", type=float, default=1e6, help="begin no more after these")
    options.add_argument("--side-by-side", type=int, default=2, help="runs of nbgrader at once")
    options.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    attacks = tuple(one for one in CORPUS if not chosen.kinds or one.kind in chosen.kinds)
    if chosen.into:
        nbgrader_into(chosen.into, attacks, chosen.side_by_side, chosen.minutes)
        return
    columns = {"autograder": ours(attacks)}
    if chosen.nbgrader:
        columns["nbgrader"] = in_a_world_of_its_own(chosen)
    show(attacks, columns)


def ours(attacks: Sequence[Attack]) -> Found:
    """Grade all in one batch and return what is wrong."""
    with a_classroom() as room:
        seat(room, tuple(attacks))
        evidence = grade_class(room)
        return {
            title(attack): [
                *problems(room, evidence, student),
                *silent(evidence, student),
                *unfit_for_a_terminal(evidence, student),
            ]
            for student, attack in room.students.items()
            if attack is not None
        }


@contextmanager
def a_classroom() -> Iterator[Classroom]:
    """Make a course with canaries, and take all away at the end."""
    with temporary_folder() as base:
        room = open_classroom(base)
        try:
            yield room
        finally:
            room.close()


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Make a folder; the system's own program removes what is nested too deeply for Python."""
    base = Path(tempfile.mkdtemp(prefix="canaries-"))
    try:
        yield base
    finally:
        subprocess.run(["rm", "-rf", str(base)], check=False)


def in_a_world_of_its_own(chosen: argparse.Namespace) -> Found:
    """Run nbgrader's part where it sees no network and no other process; wait for it."""
    with temporary_folder() as folder:
        into = folder / "found.jsonl"
        command = [sys.executable, __file__, "--into", into]
        command += ["--minutes", chosen.minutes, "--side-by-side", chosen.side_by_side]
        command += [part for kind in chosen.kinds or () for part in ("--class", kind)]
        shell = ("sh", "-c", 'ip link set lo up; exec "$@"', "sh")
        subprocess.run([*OWN_WORLD, *shell, *map(str, command)], check=True)
        return dict(json.loads(line) for line in into.read_text().splitlines())


def nbgrader_into(into: Path, attacks: Sequence[Attack], workers: int, minutes: float) -> None:
    """Grade each attack with nbgrader and write a line about it at once.

    The order is mixed, so that a run that is short of time has tried some of each class.
    """
    lock = threading.Lock()
    end = time.monotonic() + 60 * minutes
    mixed = random.Random(1).sample(attacks, len(attacks))
    with a_classroom() as template, ThreadPoolExecutor(workers) as pool:
        run(template, sys.executable, "-c", "import matplotlib.pyplot")  # fills its cache

        def one(attack: Attack) -> None:
            if time.monotonic() > end:
                return
            line = json.dumps([title(attack), nbgraders(template, attack, lock)])
            with lock, into.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

        list(pool.map(one, mixed))


def nbgraders(template: Classroom, attack: Attack, lock: threading.Lock) -> list[str]:
    """Grade one attack between two neighbours with nbgrader, and return what is wrong."""
    with temporary_folder() as base:
        room = copied(template, base)
        try:
            with lock:  # making a socket changes the working folder
                seat(room, (attack,))
            before = snapshot(room)
            nbgrader = BIN / "nbgrader"
            output, _ = run(room, nbgrader, "autograde", LESSON, CELL_SECONDS, seconds=SECONDS)
            if attack.kind == "pages":
                run(room, nbgrader, "generate_feedback", LESSON, seconds=SECONDS)
            evidence = collect(room, before, output, finished=True)
            student = next(name for name, whose in room.students.items() if whose is attack)
            return problems(room, evidence, student)
        finally:
            room.close()


def title(attack: Attack) -> str:
    """Return the name by which an attack is known."""
    return f"{attack.kind}: {attack.name}"


def show(attacks: Sequence[Attack], columns: dict[str, Found]) -> None:
    """Print a line for each class, the sum, and what went wrong."""
    print(f"{'sound outcomes of':<28}" + "".join(f"{name:>16}" for name in columns))
    kinds = dict.fromkeys(attack.kind for attack in attacks)
    for kind in kinds:
        row(kind, [title(attack) for attack in attacks if attack.kind == kind], columns)
    row("all", [title(attack) for attack in attacks], columns)
    for name, found in columns.items():
        wrong = Counter(what for texts in found.values() for what in {kind_of(t) for t in texts})
        print(
            f"\n{name}: " + (", ".join(f"{what} {n}" for what, n in wrong.items()) or "all sound")
        )
    for attack in attacks:
        for text in columns["autograder"][title(attack)]:
            print(f"autograder, {title(attack)}: {text}")


def row(label: str, titles: Sequence[str], columns: dict[str, Found]) -> None:
    """Print how many of some attacks came to a sound end, of how many that were tried."""
    tried = [[found[one] for one in titles if one in found] for found in columns.values()]
    counts = (f"{sum(not one for one in some)} of {len(some)}" for some in tried)
    print(f"{label:<28}" + "".join(f"{count:>16}" for count in counts))


def kind_of(text: str) -> str:
    """Return the first words of what went wrong."""
    return text.partition(":")[0]


if __name__ == "__main__":
    main()
