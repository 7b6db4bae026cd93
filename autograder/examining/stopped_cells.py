"""Which stopped cell should have defined a name that an answer does not find."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.examining.newer_python import NewerPython, newer_python
from autograder.judging.observe import StudentError
from autograder.sandbox.fault import Fault
from autograder.sandbox.protocol.replies import CellReport

Outcome = CellReport | Fault

UNKNOWN = re.compile(r"name '(\w+)' is not defined")
MISSING = re.compile(r"No module named '(\w+)")
DEFINED = re.compile(r"(?:async\s+)?(?:def|class)\s+(\w+)")
BOUND = re.compile(r"([\w\s,()\[\]*]+?)(?::[^=]*)?(?:[-+*/@%&|^]|//|\*\*|<<|>>)?=(?!=)")
LOOP = re.compile(r"(?:async\s+)?for\s+(.+?)\s+in\b")
IMPORT = re.compile(r"(?:from\s+[\w.]+\s+)?import\s+(.*)")
LONGEST_LINE = 500
ONLY_IN_COLAB = "google"


@dataclass(frozen=True)
class StoppedCell:
    """A cell that stopped or was left out.

    `label` is what notes call it; `is_own` says that it is no answer and was not given out.
    """

    label: str
    source: str
    outcome: Outcome
    is_own: bool

    @property
    def error(self) -> StudentError | None:
        """The error that stopped it; None where it was left out for another reason."""
        return None if isinstance(self.outcome, Fault) else self.outcome.error

    @cached_property
    def newer_python(self) -> NewerPython | None:
        """The newer Python that understands it, if its syntax was not understood here."""
        is_syntax = self.error is not None and self.error.type_name == "SyntaxError"
        return newer_python(self.source) if is_syntax else None


def culprit(name: str, stopped: Sequence[StoppedCell]) -> StoppedCell | None:
    """Return the stopped cell that should define a name.

    Where that one did not find a name itself, it is the cell before that should define this one.
    """
    found = None
    for cell in reversed(stopped):
        if name and would_define(cell.source, name):
            found = cell
            name = unknown_name(cell.error) if cell.error is not None else ""
    return found


def unknown_name(error: StudentError) -> str:
    """Return the name that an error says is not defined, or an empty text."""
    match = UNKNOWN.match(error.text) if error.type_name == "NameError" else None
    return match[1] if match else ""


def missing_library(error: StudentError) -> str:
    """Return the library that an error says is not there, or an empty text.

    It is empty, too, where nobody could install it.
    """
    match = MISSING.match(error.text) if error.type_name == "ModuleNotFoundError" else None
    return match[1] if match and match[1] != ONLY_IN_COLAB else ""


def would_define(source: str, name: str) -> bool:
    r"""Return True if a cell binds a name somewhere in its lines.

    >>> would_define("import google.colab\nK: float = 1.0", "K"), would_define("print(K)", "K")
    (True, False)
    """
    if name not in source:
        return False
    return any(name in names_bound(line.strip()[:LONGEST_LINE]) for line in source.splitlines())


def names_bound(line: str) -> set[str]:
    """Return the names that one line of code defines, imports or assigns to."""
    for pattern in (DEFINED, IMPORT, LOOP, BOUND):
        match = pattern.match(line)
        if match:
            return set(re.findall(r"\w+", match[1]))
    return set()
