"""The file that keeps a student's progress: whole at every moment, shared by several notebooks."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from autograder.replacing import put_in_place
from autograder.student.hosted import lasting_folder

if sys.platform != "emscripten":  # in a browser there is no other process to keep out
    from filelock import FileLock

OVERRIDE = "NEURON_TO_NETWORK_PROGRESS"
OWN_FOLDER = ".lessons"  # what `neuron-to-network start` keeps beside a student's notebooks
OFF = "off"
WAIT_SECONDS = 3.0
POLL_SECONDS = 0.01
FORMAT = 1


@dataclass(frozen=True)
class ItemRecord:
    """What is remembered of one exercise or question; `best` is a share from 0 to 1."""

    attempts: int = 0
    best: float = 0.0
    passed: bool = False
    hints: int = 0


Records = dict[str, ItemRecord]
Change = Callable[[ItemRecord], ItemRecord]


class NewerFormatError(ValueError):
    """A later version of the course wrote the file."""


def after_attempt(record: ItemRecord, *, score: float, passed: bool) -> ItemRecord:
    """Return the record after one more attempt."""
    return replace(
        record,
        attempts=record.attempts + 1,
        best=max(record.best, score),
        passed=record.passed or passed,
    )


def after_hint(record: ItemRecord, *, total: int) -> ItemRecord:
    """Return the record after one more hint, of `total` in all."""
    return replace(record, hints=min(record.hints + 1, total))


def changed(records: Mapping[str, ItemRecord], item_id: str, change: Change) -> Records:
    """Return the records with one of them changed."""
    return {**records, item_id: change(records.get(item_id, ItemRecord()))}


def merged(records: Mapping[str, ItemRecord], kept: Mapping[str, ItemRecord]) -> Records:
    """Return the records with what a session kept: of an exercise in both, the better of each.

    >>> merged({"a.b": ItemRecord(3, 0.5, hints=1)}, {"a.b": ItemRecord(1, 1.0, passed=True)})
    {'a.b': ItemRecord(attempts=3, best=1.0, passed=True, hints=1)}
    """
    both = {
        item_id: ItemRecord(*map(max, astuple(record), astuple(kept[item_id])))
        for item_id, record in records.items()
        if item_id in kept
    }
    return {**records, **kept, **both}


def progress_path() -> Path | None:
    """Return where the progress is kept, or None where none is to be written.

    It belongs to the student's folder with the notebooks, where there is one; in a browser nothing
    else outlives a kernel. On a hosted machine it is put where it lasts.
    """
    override = os.environ.get(OVERRIDE, "")
    if override.lower() == OFF or os.environ.get("NBGRADER_EXECUTION"):
        return None
    if override:
        return Path(override).expanduser()
    if in_a_browser() or Path(OWN_FOLDER).is_dir():
        return Path(OWN_FOLDER).resolve() / "progress.json"
    folder = lasting_folder() or Path(user_data_dir("neuron-to-network", appauthor=False))
    return folder / "progress.json"


def in_a_browser() -> bool:
    """Return True if this Python runs in a web page, which has neither processes nor a home."""
    return sys.platform == "emscripten"


def update(path: Path, kept: Records, item_id: str, change: Change) -> tuple[Records, str]:
    """Change one record in the file and return all of them, as `read` does.

    `kept` are records that could not be written before. Raises OSError where the file cannot be
    written, as TimeoutError where another notebook holds its lock, and then nothing has changed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        records, aside = read_or_set_aside(path)
        records = changed(merged(records, kept), item_id, change)
        write(path, records)
    return records, aside


def locked(path: Path) -> contextlib.AbstractContextManager[object]:
    """Take a file's lock until the block ends; the system frees it if the process dies."""
    if in_a_browser():
        return contextlib.nullcontext()
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    return lock.acquire(timeout=WAIT_SECONDS, poll_interval=POLL_SECONDS)


def read(path: Path) -> tuple[Records, str]:
    """Return the records and the name under which a damaged file was set aside, or "".

    Raises OSError where the file cannot be reached and NewerFormatError for a later format.
    """
    records = readable_records(path)
    if records is not None:
        return records, ""
    with locked(path):  # another notebook may have set the file aside and begun a new one
        return read_or_set_aside(path)


def read_or_set_aside(path: Path) -> tuple[Records, str]:
    """Return what `read` does, for the holder of the lock."""
    records = readable_records(path)
    return ({}, set_aside(path)) if records is None else (records, "")


def readable_records(path: Path) -> Records | None:
    """Return the records of a file, none where it is absent; None where it is damaged."""
    try:
        return from_data(json.loads(path.read_bytes().decode("utf-8")))
    except FileNotFoundError:
        return {}
    except NewerFormatError:
        raise
    except (ValueError, RecursionError):
        return None


def set_aside(path: Path) -> str:
    """Rename a damaged file, so that nothing is lost, and return its new name."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    put_in_place(path, aside)
    return aside.name


def write(path: Path, records: Records) -> None:
    """Write the file in one step: a reader sees the old one or the new one, never a half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            json.dump(to_data(records), file, indent=1, sort_keys=True)
        put_in_place(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def to_data(records: Mapping[str, ItemRecord]) -> dict[str, Any]:
    """Return the records as data for JSON."""
    plain = {item_id: asdict(record) for item_id, record in records.items()}
    return {"format": FORMAT, "records": plain}


def from_data(data: Any) -> Records:
    """Read the records back.

    Raises NewerFormatError for a later format and ValueError for anything that is not a record.
    """
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise ValueError("the format's number is missing")
    if data["format"] > FORMAT:
        raise NewerFormatError(f"format {data['format']} is newer than {FORMAT}")
    if not isinstance(data.get("records"), dict):
        raise ValueError("the records are missing")
    return {str(item_id): record_from(fields) for item_id, fields in data["records"].items()}


def record_from(fields: Any) -> ItemRecord:
    """Read one record; every field has to be of its own type."""
    try:
        record = ItemRecord(**fields)
    except TypeError as error:
        raise ValueError(f"{fields!r} is not a record") from error
    counts = all(type(count) is int and count >= 0 for count in (record.attempts, record.hints))
    if not counts or type(record.best) not in (int, float) or type(record.passed) is not bool:
        raise ValueError(f"{fields!r} is not a record")
    return record
