"""Copies of the gradebook, one from before each run that changed it; the last ten are kept."""

import filecmp
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from autograder.course.folder import Course

FOLDER = "backups"
KEPT = 10
PATTERN = "gradebook-*.db"
UNFINISHED = ".unfinished.db"
PATIENCE = 30.0  # seconds for another program to let the gradebook go
PAUSE = 0.1


def back_up(course: Course, now: datetime, patience: float = PATIENCE) -> Path | None:
    """Copy the gradebook; return the copy, None where the last one is the same.

    Raises sqlite3.Error or OSError where it can't be read or the copy can't be written.
    """
    folder = course.folder / FOLDER
    folder.mkdir(exist_ok=True)
    unfinished = folder / UNFINISHED
    try:
        copy(course.folder / "gradebook.db", unfinished, patience)
        return settle(unfinished, folder / f"gradebook-{now:%Y-%m-%d-%H%M%S-%f}.db")
    finally:
        unfinished.unlink(missing_ok=True)


def copy(source: Path, target: Path, patience: float) -> None:
    """Copy a database as it is between two changes, whoever else has it open."""
    deadline = time.monotonic() + patience
    for left in target.parent.glob(f"{target.name}*"):  # with the journal of a run that was killed
        left.unlink()

    def still_patient(*_: int) -> None:  # sqlite3 would wait without end
        if time.monotonic() > deadline:
            raise sqlite3.OperationalError("database is locked")

    with closing(sqlite3.connect(source)) as of, closing(sqlite3.connect(target)) as to:
        of.backup(to, progress=still_patient, sleep=PAUSE)


def settle(unfinished: Path, path: Path) -> Path | None:
    """Keep a new copy unless it is the last one again, and drop the oldest."""
    copies = sorted(path.parent.glob(PATTERN))
    if copies and filecmp.cmp(copies[-1], unfinished, shallow=False):
        return None
    unfinished.replace(path)
    for old in [*copies, path][:-KEPT]:
        old.unlink()
    return path
