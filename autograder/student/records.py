"""What is remembered of a student's work: for each exercise its attempts, score and hints."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

FORMAT = 1


@dataclass(frozen=True)
class Record:
    """What is remembered of one exercise or question; `best` is a share from 0 to 1."""

    attempts: int = 0
    best: float = 0.0
    passed: bool = False
    hints: int = 0


Records = dict[str, Record]
Change = Callable[[Record], Record]


class NewerFormatError(ValueError):
    """A later version of the course wrote the file."""


def after_attempt(record: Record, *, score: float, passed: bool) -> Record:
    """Return the record after one more attempt."""
    return replace(
        record,
        attempts=record.attempts + 1,
        best=max(record.best, score),
        passed=record.passed or passed,
    )


def after_hint(record: Record, *, total: int) -> Record:
    """Return the record after one more hint, of `total` in all."""
    return replace(record, hints=min(record.hints + 1, total))


def changed(records: Mapping[str, Record], item_id: str, change: Change) -> Records:
    """Return the records with one of them changed."""
    return {**records, item_id: change(records.get(item_id, Record()))}


def to_data(records: Mapping[str, Record]) -> dict[str, Any]:
    """Return the records as data for JSON."""
    return {"format": FORMAT, "records": {one: asdict(record) for one, record in records.items()}}


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
    return {str(one): record_from(fields) for one, fields in data["records"].items()}


def record_from(fields: Any) -> Record:
    """Read one record; every field has to be of its own type."""
    try:
        record = Record(**fields)
    except TypeError as error:
        raise ValueError(f"{fields!r} is not a record") from error
    counts = all(type(one) is int and one >= 0 for one in (record.attempts, record.hints))
    if not counts or type(record.best) not in (int, float) or type(record.passed) is not bool:
        raise ValueError(f"{fields!r} is not a record")
    return record
