"""Copies of the gradebook, and what is said where it is damaged, emptied or missing.

Points and comments given by hand stand in the gradebook alone. So it is copied before each run that
changes it, and the last ten copies are kept. One that cannot be trusted is neither written nor
copied over the good copies: what is wrong with it is said, and how a copy is put back.
"""

import filecmp
import sqlite3
import time
from collections.abc import Iterator, Mapping, Set
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shlex import quote

from autograder.course.folder import Course
from autograder.replacing import put_in_place

FOLDER = "backups"
KEPT = 10
PATTERN = "gradebook-*.db"
UNFINISHED = ".unfinished.db"
PATIENCE = 30.0  # seconds for another program to release the gradebook
PAUSE = 0.1
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
ONE_TRY = 0.5  # seconds for another program to release it
OTHER_VERSION = "is of another version of nbgrader"
NO_ASSIGNMENT = "SELECT NOT EXISTS (SELECT * FROM assignment)"

Columns = Mapping[str, Set[str]]  # by table


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
    put_in_place(unfinished, path)
    for old in [*copies, path][:-KEPT]:
        old.unlink()
    return path


def refusal(path: Path, columns: Columns, *, thorough: bool = False) -> str:
    """Say what is wrong with a gradebook and what to do; nothing where it is sound."""
    fault = fault_of(path, columns, thorough=thorough)
    if fault.startswith(OTHER_VERSION):
        upgrade = "Run `nbgrader db upgrade` in the course's folder, which keeps all that it holds."
        return f"{path} {fault}. {upgrade}"
    return f"{path} {fault}. {advice(path, columns)}" if fault else ""


def fault_of(path: Path, columns: Columns, *, thorough: bool = False) -> str:
    """Say what is wrong with a gradebook; nothing where it is sound, or held by another program.

    `thorough` reads all of it.
    """
    if not path.is_file():
        return "is missing"
    if not path.stat().st_size:
        return "is empty (0 bytes)"
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", ONE_TRY, uri=True)) as book:
            return fault_in(book, columns, path.parent) or (broken_in(book) if thorough else "")
    except sqlite3.Error as error:
        return damage_told_by(error)


def damage_told_by(error: BaseException) -> str:
    """Say what an error tells of the file; nothing where the file is not at fault."""
    code = getattr(error, "sqlite_errorcode", None)
    return f"is damaged ({error})" if code in DAMAGED else ""


def fault_in(book: sqlite3.Connection, columns: Columns, folder: Path) -> str:
    """Say what a database lacks of a gradebook."""
    has = {
        table: {name for _, name, *_ in book.execute(f'PRAGMA table_info("{table}")')}
        for table in columns
    }
    if not any(has.values()):
        return "holds no gradebook"
    missing = [f"{table}.{name}" for table in columns for name in columns[table] - has[table]]
    if missing:
        return f"{OTHER_VERSION} (it has no {', '.join(sorted(missing)[:3])})"
    emptied = book.execute(NO_ASSIGNMENT).fetchone()[0] and has_results(folder)
    return "holds no lesson any more, though results are kept" if emptied else ""


def has_results(folder: Path) -> bool:
    """Return True if a course keeps the result of any submission."""
    return any((folder / "results").glob("*/*.json"))


def broken_in(book: sqlite3.Connection) -> str:
    """Say what SQLite finds wrong where it reads everything."""
    found = str(book.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if found == "ok" else f"is damaged ({found.splitlines()[0]})"


def copies(path: Path) -> list[Path]:
    """Return the copies of a gradebook, the newest first."""
    return sorted((path.parent / FOLDER).glob(PATTERN), reverse=True)


def sound_copies(path: Path, columns: Columns) -> Iterator[Path]:
    """Yield the copies from which a gradebook can be put back, the newest first."""
    for copy in copies(path):
        if not fault_of(copy, columns, thorough=True):
            yield copy


def advice(path: Path, columns: Columns) -> str:
    """Say how a gradebook is put back, and what is lost."""
    copy = next(sound_copies(path, columns), None)
    if copy is None:
        return (
            f"There is no sound copy in {path.parent / FOLDER}. Move the file away if there is "
            "one, then run `autograder grade`: it makes a new gradebook from the lessons and "
            "enters the points of results/. Points and comments given by hand stood in the "
            "gradebook alone."
        )
    return (
        "The newest sound copy of it, from before an earlier run, is "
        f"{copy.name} in {copy.parent}, one of {len(copies(path))}. Put it back, then run "
        "`autograder grade`, which enters what results/ has since then:\n"
        f"  cp {quote(str(copy))} {quote(str(path))}\n"
        "Points and comments given by hand stand in the gradebook alone: those that are newer "
        "than the copy have to be given again."
    )
