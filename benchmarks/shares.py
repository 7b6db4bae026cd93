"""Where the time of a class goes: how much are the students' own cells, and what is the rest.

A class is graded by one worker, and the processor time of the judge, the warm process and the
students' workers is added up part by part: other programs on the machine change little of it.

Run it with `make bench-shares`, on Linux.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder import api
from autograder.gradebook.ledger import Ledger
from autograder.grading import notebook, pool, submission
from autograder.sandbox.fault import Ending
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.frames import pack
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import Files, WarmProcess, Worker
from benchmarks.classes import course_of
from benchmarks.clock import Clock
from benchmarks.memory import family
from benchmarks.processors import Processors

LESSONS = ("01_neuron", "05_backprop")
CELLS = "the students' own cells"
FUNCTIONS = "their functions, called on every case"
NAMES = "names and answers at each check"
JUDGING = "judging outside the worker"
READING = "reading and repairing the file"
WRITING = "the notebook and the result"
GRADEBOOK = "the gradebook"
PROCESS = "a process of its own, cut off"
REST = "everything else"
START = "start-up, once for each lesson and command"
PARTS = (CELLS, FUNCTIONS, NAMES, JUDGING, READING, WRITING, GRADEBOOK, PROCESS, REST)
PLACES = (
    (Session, "run_now", CELLS),
    (Session, "observe", FUNCTIONS),
    (Session, "keep", NAMES),
    (Session, "fetch", NAMES),
    (notebook, "execute", JUDGING),
    (notebook, "read_cells", READING),
    (notebook, "repair", READING),
    (notebook, "autograded_notebook", WRITING),
    (submission, "add_rubrics", WRITING),
    (submission, "with_answer_digests", WRITING),
    (submission, "notebook_text", WRITING),
    (Ledger, "add", WRITING),
    (Ledger, "flush", GRADEBOOK),
    (Ledger, "update_lateness", GRADEBOOK),
    (WarmProcess, "fork", PROCESS),
    (WarmProcess, "end", PROCESS),
    (pool, "grade_submission", REST),
    (api, "grade", START),
)


def main() -> None:
    """Grade a class in each lesson that is asked for, and print the parts."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--students", type=int, default=50)
    options.add_argument("--lesson", dest="lessons", action="append", choices=lessons())
    chosen = options.parse_args()
    if not Path("/proc/self/schedstat").exists():
        sys.exit("This system does not say how long a process has computed: Linux does.")
    processors = Processors()
    clock = Clock(processors.seconds)
    follow_workers(processors)
    for owner, name, part in PLACES:
        clock.time(owner, name, part)
    for lesson in chosen.lessons or LESSONS:
        print(f"{lesson}, {chosen.students} students, load {os.getloadavg()[0]:.1f}")
        clock.spent.clear()
        grade_class(lesson, chosen.students)
        show(clock.spent, chosen.students)


def lessons() -> list[str]:
    """Return the names of all lessons."""
    return sorted(path.stem for path in Path("solutions").glob("[0-9A-Z]*_*.py"))


def grade_class(lesson: str, students: int) -> None:
    """Hand a class's work in and grade it, in this process."""
    with course_of(students, lesson=lesson) as course:
        api.grade(course, workers=1)


def follow_workers(processors: Processors) -> None:
    """Count the warm process, and each worker from the moment at which it has been cut off."""
    accept, fork = WarmProcess.accept, WarmProcess.fork
    end, close = WarmProcess.end, WarmProcess.close

    def follow(warm: WarmProcess) -> None:
        if warm.process is not None:
            processors.follow(family(warm.process.pid))

    def accept_and_follow(warm: WarmProcess, proof: Any) -> None:
        accept(warm, proof)
        follow(warm)

    def fork_and_wait(
        warm: WarmProcess, limits: Limits, files: Files = (), withheld: Sequence[str] = ()
    ) -> Worker:
        worker = fork(warm, limits, files, withheld)
        follow(warm)
        deadline = time.monotonic() + limits.cell_seconds
        worker.line.send(pack([0, "keep", ""]), deadline)
        worker.line.receive(deadline)
        return worker

    def end_and_leave(warm: WarmProcess, worker: Worker, *, crashed: bool = False) -> Ending:
        ending = end(warm, worker, crashed=crashed)
        processors.leave_ended()
        return ending

    def close_and_leave(warm: WarmProcess) -> None:
        processors.leave_all()
        close(warm)

    WarmProcess.accept = accept_and_follow  # type: ignore[method-assign]
    WarmProcess.fork = fork_and_wait  # type: ignore[method-assign]
    WarmProcess.end = end_and_leave  # type: ignore[method-assign]
    WarmProcess.close = close_and_leave  # type: ignore[method-assign]


def show(spent: Counter[str], students: int) -> None:
    """Print milliseconds a submission and the share of each part, and what is not the cells."""
    total = sum(spent[part] for part in PARTS)
    for part in PARTS:
        print(f"{1000 * spent[part] / students:9.1f} ms {spent[part] / total:6.1%}  {part}")
    print(f"{1000 * total / students:9.1f} ms         in all")
    print(f"{'':12} {1 - spent[CELLS] / total:6.1%}  not {CELLS}")
    print(f"{spent[START]:9.2f} s          {START}\n", flush=True)


if __name__ == "__main__":
    main()
