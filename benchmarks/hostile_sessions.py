"""Hold sessions with hostile peers, and measure how late, how large and how leaky they leave us."""

import os
import random
import time
from pathlib import Path

from hostile_peer import HostileWarm
from hostile_reading import Reader, require_verdict

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import examine
from autograder.sandbox.fault import Fault
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.replies import CellReport
from autograder.sandbox.session import Session
from autograder.submissions.template import TemplateCell

LIMITS = Limits(cell_seconds=0.15, exercise_seconds=0.15, total_seconds=0.7, restarts=3)
LATE = 1.0  # seconds beyond a deadline
LONG_CELL = "x = '" + "x" * 900_000 + "'"  # more than a socket takes at once


def hold_session(reader: Reader, warm: HostileWarm, rng: random.Random) -> float:
    """Run cells, look at a function and at a variable; return the seconds beyond the deadline.

    Raises AssertionError for anything but a value or a fault.
    """
    exam, question = rng.choice(reader.exams), rng.choice(reader.questions)
    key = AnswerKey({exam.exercise.id: exam}, {question.id: question})
    start = time.monotonic()
    with Session(warm, LIMITS) as session:  # type: ignore[arg-type]  # the hostile one
        for source in rng.choices(("x = 1", LONG_CELL), (4, 1), k=3):
            require(isinstance(session.run(source), CellReport | Fault), "no report on a cell")
            require(len(session.printed.stdout) <= LIMITS.output_bytes + 1, "too much output")
        for item in (exam.exercise.id, question.id):
            cell = TemplateCell(item, "exercise", "code", "", item, "name")
            found = examine(session, cell, key)
            if found is not None:
                require_verdict(found.verdict)
    return time.monotonic() - start - LIMITS.total_seconds


def require(good: bool, what: str) -> None:
    """Raise AssertionError with what is wrong."""
    if not good:
        raise AssertionError(what)


def open_files() -> int:
    """Count the files that this process holds open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def resident_megabytes() -> float:
    """Return the memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
