"""The file that keeps a student's progress: whole at every moment, shared by several notebooks."""

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_data_dir

from autograder.student.records import (
    Change,
    NewerFormatError,
    Records,
    changed,
    from_data,
    to_data,
)

OVERRIDE = "NEURON_TO_NETWORK_PROGRESS"
OFF = "off"
WAIT_SECONDS = 3.0
STALE_SECONDS = 10.0


def progress_path() -> Path | None:
    """Return where the progress is kept, or None where none is to be written."""
    override = os.environ.get(OVERRIDE, "")
    if override.lower() == OFF or os.environ.get("NBGRADER_EXECUTION"):
        return None
    if override:
        return Path(override).expanduser()
    return Path(user_data_dir("neuron-to-network", appauthor=False)) / "progress.json"


def read(path: Path) -> tuple[Records, str]:
    """Return the records and the name under which a damaged file was set aside, or "".

    Raises OSError where the file cannot be reached and NewerFormatError for a later format.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return {}, ""
    except UnicodeDecodeError:
        return {}, set_aside(path)
    try:
        return from_data(json.loads(text)), ""
    except NewerFormatError:
        raise
    except (ValueError, RecursionError):
        return {}, set_aside(path)


def set_aside(path: Path) -> str:
    """Rename a damaged file, so that nothing is lost, and return its new name."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    path.replace(aside)
    return aside.name


def update(path: Path, kept: Records, item_id: str, change: Change) -> tuple[Records, str]:
    """Change one record in the file and return all of them, as `read` does.

    `kept` are records that could not be written before. Raises OSError where the file cannot be
    written, and then nothing has changed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        records, aside = read(path)
        records = changed({**records, **kept}, item_id, change)
        write(path, records)
    return records, aside


def write(path: Path, records: Records) -> None:
    """Write the file in one step: a reader sees the old one or the new one, never a half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(to_data(records), file, indent=1, sort_keys=True)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file: whoever makes the lock file first has it.

    Raises TimeoutError, an OSError, when another notebook holds on to it.
    """
    lock = path.with_name(path.name + ".lock")
    deadline = time.monotonic() + WAIT_SECONDS
    while not made(lock):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{lock} is held by somebody else")
        time.sleep(0.01)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def made(lock: Path) -> bool:
    """Make the lock file unless it is there; one left over from a crash is taken away."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        with contextlib.suppress(FileNotFoundError):
            if time.time() - lock.stat().st_mtime > STALE_SECONDS:
                lock.unlink()
        return False
    return True
