"""Change one setting in a course's file: checked before it is written, all else left as it is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from autograder.course.files import write_whole
from autograder.course.folder import SETTINGS as FILE_NAME
from autograder.course.folder import Course, CourseError, open_course
from autograder.course.settings.declared import SETTINGS, Setting
from autograder.course.settings.file import SettingsError, SettingsFile, setting_text

NONE = "none"  # takes the row of an assignment away


@dataclass(frozen=True)
class Change:
    """A setting as it was and as it is now, in the words of the file; empty where it is not there.

    `course` is the course with its new settings, `warning` what the change means for what was
    graded before.
    """

    course: Course
    name: str
    before: str
    after: str
    warning: str = ""


def change_setting(folder: Path, name: str, value: str, *, dry_run: bool = False) -> Change:
    """Set one setting of a course, as `seed` or `deadlines.01_neuron`, to what somebody typed.

    The file is written in one step, and only if all of it is right afterwards. Raises CourseError
    with the setting, or the line of the file, and what is allowed.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        open_course(folder)  # says what is missing
    setting, assignment = setting_named(name)
    typed = value_typed(setting, name, value)
    try:
        text = SettingsFile.read(path).text
        new_text = changed(text, setting, assignment, typed)
        values = SettingsFile(path, new_text).values()
    except TOMLKitError as error:
        raise CourseError(f"{path} can't be read: {error}. Mend that line and try again.") from None
    except SettingsError as error:
        raise CourseError(f"{error} Nothing was changed.") from None
    course = Course(**values, folder=folder)
    if assignment and typed is not None:
        refuse_unknown_assignment(course.assignments, assignment)
    if not dry_run and new_text != text:
        write_with_same_rights(path, new_text)
    before, after = (words(which, setting, assignment) for which in (text, new_text))
    return Change(course, name, before, after, setting.after_change if before != after else "")


def setting_named(name: str) -> tuple[Setting, str]:
    """Return a setting, and the assignment where it has one each; raises CourseError."""
    first, dot, assignment = name.partition(".")
    for setting in SETTINGS:
        if setting.name == first and bool(assignment) == bool(dot) == setting.by_assignment:
            return setting, assignment.strip("\"'")
    shown = [setting.name_to_type("ASSIGNMENT") for setting in SETTINGS]
    near = get_close_matches(name, shown, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise CourseError(f"There is no setting {name}; there are {', '.join(shown)}.{hint}")


def value_typed(setting: Setting, name: str, typed: str) -> Any:
    """Return what somebody typed as a value, None for a row that is to go.

    Raises CourseError with what is allowed.
    """
    if setting.by_assignment and typed.strip().lower() == NONE:
        return None
    kind = setting.kind_of_value
    value = kind.parse(typed.strip())
    if value is not None and kind.accepts(value):
        return value
    allowed = (kind.allowed_typed or kind.allowed) + (", or none" if setting.by_assignment else "")
    raise CourseError(f"{name} must be {allowed}, but you gave {json.dumps(typed)}.")


def changed(text: str, setting: Setting, assignment: str, value: Any) -> str:
    """Return the text of the file with another value; comments and order stay."""
    document = tomlkit.parse(text)
    if not assignment and setting.name not in document:
        return with_new_setting(text, setting, value)
    if assignment and not isinstance(document.get(setting.name), dict):
        document[setting.name] = tomlkit.table()
    table: Any = document[setting.name] if assignment else document
    if value is None:
        table.pop(assignment, None)
    else:
        table[assignment or setting.name] = value
    return document.as_string()


def with_new_setting(text: str, setting: Setting, value: Any) -> str:
    """Add a setting above the first table and its comment: below, it would belong to the table."""
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))
    while end and lines[end - 1].startswith("#"):
        end -= 1
    above, below = "".join(lines[:end]), "".join(lines[end:])
    gap = "" if not above or above.endswith("\n") else "\n"
    return f"{above}{gap}{setting_text(setting, value)}\n{below}"


def words(text: str, setting: Setting, assignment: str) -> str:
    """Return a value as the file writes it, nothing where it is not there."""
    table: Any = tomlkit.parse(text)
    for key in (setting.name, assignment) if assignment else (setting.name,):
        if not isinstance(table, dict) or key not in table:
            return ""
        table = table[key]
    return str(tomlkit.item(table).as_string())


def refuse_unknown_assignment(assignments: Sequence[str], name: str) -> None:
    """Raise CourseError for an assignment that has not been released."""
    if name not in assignments:
        known = ", ".join(assignments) or "none"
        raise CourseError(f"There is no assignment {name} in this course; there are: {known}.")


def write_with_same_rights(path: Path, text: str) -> None:
    """Write the file in one step, readable by those who could read it before."""
    rights = path.stat().st_mode
    write_whole(path, text, durable=True)
    path.chmod(rights)
