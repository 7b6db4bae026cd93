"""The settings of a course: one readable file, each setting with its reason and its limits."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.sandbox.levels import LEVELS, RESTRICTED

LAST, BEST = "last", "best"
TITLE = "# The settings of this course. Lines that start with # are comments.\n"


class SettingsError(ValueError):
    """A setting is not what it may be; the text says which, where and what is allowed."""


@dataclass(frozen=True)
class Setting:
    """One setting: what it is for, what it may be, and its value where the file names none.

    Parameters
    ----------
    name
        As it stands in the file.
    why
        The comment above it in a new file.
    kind
        The type that TOML must give.
    allowed
        In words, for the person who typed something else.
    default
        None where the file must name a value.
    good
        Tells a value of the right type that is allowed from one that is not.

    """

    name: str
    why: tuple[str, ...]
    kind: type
    allowed: str
    default: Any = None
    good: Callable[[Any], bool] = lambda value: True


SETTINGS = (
    Setting("name", ("The name of the course, as nbgrader shows it.",), str, "a text in quotes"),
    Setting(
        "seed",
        (
            "The secret number from which the grading cases are made. Students must not see it.",
            "With the same seed the same work always gets the same grade.",
        ),
        int,
        "a whole number, 0 or more",
        good=lambda seed: seed >= 0,
    ),
    Setting(
        "isolation",
        (
            "How far students' code must be cut off from this machine, or grading refuses:",
            '"full" (it sees nothing of the machine), "restricted" (no network, no other files)',
            'or "limits" (only time, memory and output are bounded: for code that you trust).',
        ),
        str,
        'one of "full", "restricted" and "limits"',
        RESTRICTED,
        LEVELS.__contains__,
    ),
    Setting(
        "show_hidden_cases",
        (
            "Whether students' feedback shows the cases made from the seed and their right answers."
            " It",
            "always shows the worked examples, which are in the notebook too.",
        ),
        bool,
        "true or false",
        False,
    ),
    Setting(
        "show_rubrics",
        (
            "Whether graders see the rubric of a written answer above it in the formgrader, as the",
            "lesson's page in the folder teacher has it. `autograder feedback` never shows it;",
            "nbgrader's own feedback, a button in the formgrader, would.",
        ),
        bool,
        "true or false",
        True,
    ),
    Setting(
        "lessons_url",
        (
            "Where students read the lessons on the web: feedback then links to the section of",
            "each exercise, at this address followed by /01_neuron.ipynb#section. Empty: no links.",
        ),
        str,
        "a web address that begins with https:// or http://, or empty",
        "",
        lambda url: re.fullmatch(r"(https?://[^\s<>\"]+)?", url) is not None,
    ),
    Setting(
        "attempts",
        (
            "Which attempt counts where somebody handed in several times: the last one, or the",
            "best one, by the points that are given automatically.",
        ),
        str,
        'one of "last" and "best"',
        LAST,
        (LAST, BEST).__contains__,
    ),
    Setting(
        "deadlines",
        (
            "When each assignment is due, as 01_neuron = 2026-10-01T23:59:00+02:00; without +02:00",
            "the time is this machine's. What is handed in later is late, by nbgrader's late rule.",
        ),
        dict,
        "a table of times, as `01_neuron = 2026-10-01T23:59:00+02:00`",
        {},
    ),
)


def settings_text(values: Mapping[str, Any]) -> str:
    """Return the file of a new course: every setting below the reason for it."""
    parts = [TITLE]
    tables_last = sorted(SETTINGS, key=lambda one: one.kind is dict)  # as TOML wants it
    for setting in tables_last:
        value = values.get(setting.name, setting.default)
        lines = [f"# {line}\n" for line in setting.why]
        parts.append("".join(lines) + line_of(setting, value))
    return "\n".join(parts)


def line_of(setting: Setting, value: Any) -> str:
    """Return a setting as TOML writes it: a line, or a table of times."""
    if setting.kind is dict:
        rows = [f"{name} = {time.isoformat()}\n" for name, time in value.items()]
        return "".join([f"[{setting.name}]\n", *rows])
    # JSON's texts, numbers and truth values are TOML's, too
    return f"{setting.name} = {json.dumps(value, ensure_ascii=False)}\n"


def read_settings(path: Path) -> dict[str, Any]:
    """Read and check a settings file; raises SettingsError."""
    return settings_from(path, read_text(path))


def read_text(path: Path) -> str:
    """Return the text of a settings file as it is, line ends too; raises SettingsError."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise unreadable(path, error) from None


def settings_from(path: Path, text: str) -> dict[str, Any]:
    """Read and check the text of a settings file; raises SettingsError."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise unreadable(path, error) from None
    refuse_unknown(path, text, values)
    return {one.name: checked(path, text, one, values) for one in SETTINGS}


def unreadable(path: Path, error: ValueError) -> SettingsError:
    """Say that a file is no settings file, and where."""
    return SettingsError(f"{path} can't be read: {error}. Mend that line and try again.")


def refuse_unknown(path: Path, text: str, values: Mapping[str, Any]) -> None:
    """Raise SettingsError for a name that no setting has."""
    known = [setting.name for setting in SETTINGS]
    for name in values:
        if name not in known:
            place = where(path, text, name)
            raise SettingsError(
                f"{place}: there is no setting `{name}`; there are {', '.join(known)}."
            )


def checked(path: Path, text: str, setting: Setting, values: Mapping[str, Any]) -> Any:
    """Return the value of one setting, or its default; raises SettingsError."""
    value = values.get(setting.name, setting.default)
    good = type(value) is setting.kind and setting.good(value)
    if good:
        return times_of(path, text, setting, value) if setting.kind is dict else value
    is_now = (
        f"it is {json.dumps(value, default=str)}" if setting.name in values else "it is missing"
    )
    place = where(path, text, setting.name)
    raise SettingsError(f"{place}: `{setting.name}` must be {setting.allowed}, but {is_now}.")


def times_of(
    path: Path, text: str, setting: Setting, values: Mapping[str, Any]
) -> dict[str, datetime]:
    """Return a table of times, each with its zone; raises SettingsError for another value."""
    for name, value in values.items():
        if type(value) is not datetime:
            place = where(path, text, name)
            raise SettingsError(
                f"{place}: `{name}` in [{setting.name}] must be a date and a time, as "
                f"2026-10-01T23:59:00+02:00 without quotes, but it is "
                f"{json.dumps(value, default=str)}."
            )
    return {name: time if time.tzinfo else time.astimezone() for name, time in values.items()}


def where(path: Path, text: str, name: str) -> str:
    """Return the file and the line in which a setting, a table or a row of one stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        named = line.partition("=")[0].strip().strip("\"'")
        if name in (named, line.partition("#")[0].strip().removeprefix("[").removesuffix("]")):
            return f"{path}, line {number}"
    return str(path)
