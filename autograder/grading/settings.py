"""The settings of a course: one readable file, each setting with its reason and its limits."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.grading.levels import LEVELS, RESTRICTED

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
)


def settings_text(values: Mapping[str, Any]) -> str:
    """Return the file of a new course: every setting below the reason for it."""
    parts = [TITLE]
    for setting in SETTINGS:
        value = values.get(setting.name, setting.default)
        lines = [f"# {line}\n" for line in setting.why]
        # JSON's texts, numbers and truth values are TOML's, too
        parts.append(f"{''.join(lines)}{setting.name} = {json.dumps(value, ensure_ascii=False)}\n")
    return "\n".join(parts)


def read_settings(path: Path) -> dict[str, Any]:
    """Read and check a settings file; raises SettingsError."""
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} can't be read: {error}. Mend that line and try again."
        ) from None
    refuse_unknown(path, text, values)
    return {one.name: checked(path, text, one, values) for one in SETTINGS}


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
    if type(value) is setting.kind and setting.good(value):
        return value
    is_now = (
        f"it is {json.dumps(value, default=str)}" if setting.name in values else "it is missing"
    )
    place = where(path, text, setting.name)
    raise SettingsError(f"{place}: `{setting.name}` must be {setting.allowed}, but {is_now}.")


def where(path: Path, text: str, name: str) -> str:
    """Return the file and the line in which a setting stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.partition("=")[0].strip() == name:
            return f"{path}, line {number}"
    return str(path)
