"""Copies of the gradebook from before each run that changed it; the last ten are kept."""

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
PATIENCE = 30.0  # seconds for another program to release the gradebook
PAUSE = 0.1


def back_up(course: Course, now: datetime, patience: float = PATIENCE) -> Path | None:
    """Copy the gradebook; return the copy, or None if it is the same as the last one.

    Raises sqlite3.Error or OSError if it can't be read or the copy can't be written.
    """
    folder = course.folder / FOLDER
    folder.mkdir(exist_ok=True)
    unfinished = folder / UNFINISHED
    try:
        copy_database(course.folder / "gradebook.db", unfinished, patience)
        return keep_if_new(unfinished, folder / f"gradebook-{now:%Y-%m-%d-%H%M%S-%f}.db")
    finally:
        unfinished.unlink(missing_ok=True)


def copy_database(source: Path, target: Path, patience: float) -> None:
    """Copy a database as it is between two changes, whoever else has it open."""
    deadline = time.monotonic() + patience
    for leftover in target.parent.glob(f"{target.name}*"):  # a run that was killed left a journal
        leftover.unlink()

    def still_patient(*_: int) -> None:  # sqlite3 would wait for ever
        if time.monotonic() > deadline:
            raise sqlite3.OperationalError("database is locked")

    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy, progress=still_patient, sleep=PAUSE)


def keep_if_new(unfinished: Path, path: Path) -> Path | None:
    """Keep a copy unless it is the same as the last one, and drop the oldest."""
    copies = sorted(path.parent.glob(PATTERN))
    if copies and filecmp.cmp(copies[-1], unfinished, shallow=False):
        return None
    unfinished.replace(path)
    for old in [*copies, path][:-KEPT]:
        old.unlink()
    return path
