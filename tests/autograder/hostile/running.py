"""Run the commands on a class as an instructor does, and wait for what shows itself late."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.autograder.hostile.attack import LESSON
from tests.autograder.hostile.classroom import Classroom
from tests.autograder.hostile.evidence import Evidence, collect, snapshot

BIN = Path(sys.executable).parent
SECONDS = 290  # for the whole class; it takes two minutes
LINGER = 1.5  # seconds in which what outlives the grading would show itself


def grade_class(room: Classroom) -> Evidence:
    """Grade a class once by the command, make its pages, and look at everything."""
    before = snapshot(room)
    grade = (BIN / "autograder", "grade", ".", "--workers", "2", "--timeout", "3")
    output, finished = run(room, *grade)
    run(room, BIN / "autograder", "report", ".")
    run(room, BIN / "nbgrader", "generate_feedback", LESSON, "--student", "s*-pages-*")
    time.sleep(LINGER)
    return collect(room, before, output, finished=finished)


def run(room: Classroom, *command: str | Path, seconds: float = SECONDS) -> tuple[str, bool]:
    """Run a command in a session of its own; return what it printed and whether it ended well."""
    printed = room.base / "printed.txt"  # a pipe would stay open as long as a daemon lives
    with printed.open("w") as file:
        process = subprocess.Popen(
            [str(one) for one in command],
            cwd=room.course.folder,
            env=room.environment(),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            good = process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            good = False
    return printed.read_text(encoding="utf-8", errors="replace"), good
