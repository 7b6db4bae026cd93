"""Change one setting in a course's file: checked before it is written, all else left as it is."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from autograder.course.files import write_whole
from autograder.course.folder import SETTINGS, Course, CourseError, open_course
from autograder.course.settings import SETTINGS as KNOWN
from autograder.course.settings import Setting, SettingsError, line_of, read_text, settings_from

NONE = "none"  # takes a deadline away
TRUTH = {"true": True, "false": False}
TIME = "a date and a time, as 2026-10-01T23:59 or 2026-10-01T23:59:00+02:00, or none"


@dataclass(frozen=True)
class Change:
    """A setting as it was and as it is now, in the words of the file; empty where it is not there.

    `course` is the course with its new settings.
    """

    course: Course
    name: str
    before: str
    after: str


def change_setting(folder: Path, name: str, value: str, *, dry_run: bool = False) -> Change:
    """Set one setting of a course, as `seed` or `deadlines.01_neuron`, to what somebody typed.

    The file is written in one step, and only if all of it is right afterwards. Raises CourseError
    with the setting, or the line of the file, and what is allowed.
    """
    path = folder / SETTINGS
    if not path.is_file():
        open_course(folder)  # says what is missing
    setting, row = setting_named(name)
    typed = value_typed(setting, name, value)
    try:
        text = read_text(path)
        now = changed(text, setting, row, typed)
        values = settings_from(path, now)
    except TOMLKitError as error:
        raise CourseError(f"{path} can't be read: {error}. Mend that line and try again.") from None
    except SettingsError as error:
        raise CourseError(f"{error} Nothing was changed.") from None
    course = Course(folder, **values)
    if row and typed is not None:
        refuse_stranger(course.assignments, row)
    if not dry_run and now != text:
        write_like_before(path, now)
    return Change(course, name, words(text, setting, row), words(now, setting, row))


def setting_named(name: str) -> tuple[Setting, str]:
    """Return a setting, and the row of it where it is a table; raises CourseError."""
    first, dot, row = name.partition(".")
    for setting in KNOWN:
        if setting.name == first and bool(row) == bool(dot) == (setting.kind is dict):
            return setting, row.strip("\"'")
    shown = [f"{one.name}.ASSIGNMENT" if one.kind is dict else one.name for one in KNOWN]
    near = get_close_matches(name, shown, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise CourseError(f"There is no setting {name}; there are {', '.join(shown)}.{hint}")


def value_typed(setting: Setting, name: str, typed: str) -> Any:
    """Return what somebody typed as the setting's type, None for a row that is to go.

    Raises CourseError with what is allowed.
    """
    value = read_as(setting.kind, typed.strip())
    good = value is not None and (setting.kind is dict or setting.good(value))
    if good:
        return None if value == NONE and setting.kind is dict else value
    allowed = (
        TIME if setting.kind is dict else setting.allowed.replace("a text in quotes", "a text")
    )
    raise CourseError(f"{name} must be {allowed}, but you gave {json.dumps(typed)}.")


def read_as(kind: type, typed: str) -> Any:
    """Return a text as a value of some type, None where it is none.

    >>> read_as(int, "7"), read_as(bool, "true"), read_as(bool, "1"), read_as(dict, "Friday")
    (7, True, None, None)
    """
    if kind is int:
        return int(typed) if re.fullmatch(r"-?[0-9]{1,18}", typed) else None
    if kind is bool:
        return TRUTH.get(typed.lower())
    if kind is dict:
        return NONE if typed.lower() == NONE else time_of(typed)
    return typed or None


def time_of(typed: str) -> datetime | None:
    """Return a date with its time, None where either is not told."""
    if not re.search(r"[T ]\d\d:\d\d", typed):  # a date alone would mean its first second
        return None
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        return None


def changed(text: str, setting: Setting, row: str, value: Any) -> str:
    """Return the text of the file with another value; comments and order stay."""
    document = tomlkit.parse(text)
    if not row and setting.name not in document:
        return with_new_line(text, setting, value)
    if row and not isinstance(document.get(setting.name), dict):
        document[setting.name] = tomlkit.table()
    table: Any = document[setting.name] if row else document
    if value is None:
        table.pop(row, None)
    else:
        table[row or setting.name] = value
    return document.as_string()


def with_new_line(text: str, setting: Setting, value: Any) -> str:
    """Add a setting above the first table and its comment: below, it would belong to the table."""
    lines = text.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))
    while at and lines[at - 1].startswith("#"):
        at -= 1
    reason = "".join(f"# {line}\n" for line in setting.why)
    above = "".join(lines[:at])
    gap = "" if not above or above.endswith("\n") else "\n"
    return f"{above}{gap}{reason}{line_of(setting, value)}\n{''.join(lines[at:])}"


def words(text: str, setting: Setting, row: str) -> str:
    """Return a value as the file writes it, nothing where it is not there."""
    table: Any = tomlkit.parse(text)
    for key in (setting.name, row) if row else (setting.name,):
        if not isinstance(table, dict) or key not in table:
            return ""
        table = table[key]
    return str(tomlkit.item(table).as_string())


def refuse_stranger(assignments: Sequence[str], name: str) -> None:
    """Raise CourseError for an assignment that has not been released."""
    if name not in assignments:
        known = ", ".join(assignments) or "none"
        raise CourseError(f"There is no assignment {name} in this course; there are: {known}.")


def write_like_before(path: Path, text: str) -> None:
    """Write the file in one step, readable by those who could read it before."""
    rights = path.stat().st_mode
    write_whole(path, text, durable=True)
    path.chmod(rights)
