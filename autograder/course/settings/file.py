"""The settings file of a course, `course.toml`: written once, then read with its mistakes named."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.settings.declared import SETTINGS, Setting
from autograder.course.settings.kinds import ByAssignment, Kind

TITLE = "# The settings of this course. Lines that start with # are comments.\n"


class SettingsError(ValueError):
    """A setting is not what it may be; the text says which, where and what is allowed."""


def settings_text(values: Mapping[str, Any]) -> str:
    """Return the file of a new course: every setting below the comment about it."""
    parts = [TITLE]
    for setting in sorted(SETTINGS, key=lambda setting: setting.by_assignment):  # TOML: tables last
        parts.append(setting_text(setting, values.get(setting.name, setting.default)))
    return "\n".join(parts)


def setting_text(setting: Setting, value: Any) -> str:
    """Return a setting as the file holds it: its comment, and a line or a table."""
    comment = "".join(f"# {line}\n" for line in setting.comment)
    to_toml = setting.kind_of_value.to_toml
    if not setting.by_assignment:
        return f"{comment}{setting.name} = {to_toml(value)}\n"
    rows = [f"{assignment} = {to_toml(row)}\n" for assignment, row in value.items()]
    return "".join([comment, f"[{setting.name}]\n", *rows])


@dataclass(frozen=True)
class SettingsFile:
    """The text of a settings file, line ends as they are, and where it was read."""

    path: Path
    text: str

    @classmethod
    def read(cls, path: Path) -> "SettingsFile":
        """Read a settings file; raises SettingsError where it is not text."""
        try:
            return cls(path, path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError as error:
            raise unreadable(path, error) from None

    def values(self) -> dict[str, Any]:
        """Return every setting's value in the file, or its default; raises SettingsError."""
        try:
            table = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise unreadable(self.path, error) from None
        self.refuse_unknown(table)
        return {setting.name: self.value_of(setting, table) for setting in SETTINGS}

    def refuse_unknown(self, table: Mapping[str, Any]) -> None:
        """Raise SettingsError for a name that no setting has."""
        known = [setting.name for setting in SETTINGS]
        for name in table:
            if name not in known:
                there_are = f"there is no setting `{name}`; there are {', '.join(known)}."
                raise SettingsError(f"{self.place_of(name)}: {there_are}")

    def value_of(self, setting: Setting, table: Mapping[str, Any]) -> Any:
        """Return the value of one setting, or its default; raises SettingsError."""
        name = setting.name
        value = table.get(name, setting.default)
        is_now = is_json(value) if name in table else "it is missing"
        self.refuse_wrong(setting.kind, self.place_of(name), f"`{name}`", value, is_now)
        kind = setting.kind_of_value
        if not setting.by_assignment:
            return kind.from_toml(value)
        for key, row in value.items():
            place = self.place_of(key, name)
            self.refuse_wrong(kind, place, f"`{key}` in [{name}]", row, is_json(row))
        return {key: kind.from_toml(row) for key, row in value.items()}

    def refuse_wrong(
        self, kind: Kind | ByAssignment, place: str, named: str, value: object, is_now: str
    ) -> None:
        """Raise SettingsError for a value that is not allowed, with what is."""
        if not kind.accepts(value):
            raise SettingsError(f"{place}: {named} must be {kind.allowed}, but {is_now}.")

    def place_of(self, name: str, table: str = "") -> str:
        """Return the file and the line of a setting, of a table, or of a row in a table."""
        lines = self.text.splitlines()
        headings = [n for n, line in enumerate(lines) if table and heading_of(line) == table]
        start = headings[0] if headings else 0
        for number, line in enumerate(lines[start:], start=start + 1):
            if name in (key_of(line), heading_of(line)):
                return f"{self.path}, line {number}"
        return str(self.path)


def key_of(line: str) -> str:
    """Return the name before an equals sign."""
    return line.partition("=")[0].strip().strip("\"'")


def heading_of(line: str) -> str:
    """Return the name of the table that begins in a line."""
    return line.partition("#")[0].strip().removeprefix("[").removesuffix("]")


def is_json(value: object) -> str:
    """Say what a value is now."""
    return f"it is {json.dumps(value, default=str)}"


def unreadable(path: Path, error: ValueError) -> SettingsError:
    """Return the error about a file that is not a settings file, with the line to mend."""
    return SettingsError(f"{path} can't be read: {error}. Mend that line and try again.")
