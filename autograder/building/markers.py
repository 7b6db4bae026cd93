"""The cells of a lesson's text and the attributes of their markers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jupytext

from autograder.building.errors import LessonError

MARKER = re.compile(r"^# %%.*$", re.MULTILINE)
# What jupytext notes for itself, or sets aside because it is no attribute.
OF_JUPYTEXT = ("lines_to_next_cell", "lines_to_end_of_cell_marker", "lines_to_next_marker")
NO_ATTRIBUTE = ("title", "incorrectly_encoded_metadata")

# The attribute that makes a cell what it is -> the others that it may have.
MARKDOWN = {
    "question": ("covers", "points", "decimals"),
    "written": ("covers", "points"),
    "": ("covers",),
}
CODE = {"provided": ("covers",), "exercise": ("covers",), "demo": ("covers",), "": ("covers",)}


@dataclass(frozen=True)
class RawCell:
    """A cell as it stands in the text; `kind` is the attribute that makes it what it is."""

    markdown: bool
    kind: str
    attributes: Mapping[str, Any]
    source: str
    line: int

    @property
    def covers(self) -> tuple[str, ...]:
        """The rows of the curriculum that the marker names."""
        return tuple(self.attributes.get("covers", "").split())

    @property
    def id(self) -> str:
        """The value of the attribute that makes the cell what it is."""
        return str(self.attributes[self.kind])


def read_cells(text: str, file: str) -> tuple[RawCell, ...]:
    """Split a lesson's text into cells and check their markers."""
    lines = [text.count("\n", 0, match.start()) + 1 for match in MARKER.finditer(text)]
    before = text.splitlines()[: lines[0] - 1] if lines else [text]
    if any(line.strip() for line in before):
        rule = "Text stands before the first cell marker."
        raise LessonError(file, 1, rule, "Begin the file with '# %% [markdown]' and the title.")
    cells = jupytext.reads(text, fmt="py:percent").cells
    if len(cells) != len(lines):
        rule = "A line inside a string looks like a cell marker."
        raise LessonError(file, 0, rule, "Let no line of a string begin with '# %%'.")
    return tuple(raw_cell(cell, file, line) for cell, line in zip(cells, lines, strict=True))


def raw_cell(cell: Any, file: str, line: int) -> RawCell:
    """Check the marker of one cell."""
    attributes = {key: value for key, value in cell.metadata.items() if key not in OF_JUPYTEXT}
    if cell.cell_type not in ("markdown", "code"):
        rule = f"A cell of the type '{cell.cell_type}' has no meaning in a lesson."
        raise LessonError(file, line, rule, "Use '# %% [markdown]' or '# %%'.")
    if not cell.source.strip():
        raise LessonError(file, line, "The cell is empty.", "Write something in it, or delete it.")
    kinds = MARKDOWN if cell.cell_type == "markdown" else CODE
    kind = kind_of(attributes, kinds, file, line)
    check_values(attributes, kind, file, line)
    return RawCell(cell.cell_type == "markdown", kind, attributes, cell.source, line)


def kind_of(
    attributes: Mapping[str, Any], kinds: Mapping[str, tuple[str, ...]], file: str, line: int
) -> str:
    """Return which kind of cell the attributes make, and refuse those that it may not have."""
    named = [kind for kind in kinds if kind in attributes]
    if len(named) > 1:
        rule = f"The marker says {' and '.join(named)} at once."
        raise LessonError(file, line, rule, "Make two cells of it, or delete one of the words.")
    kind = named[0] if named else ""
    unknown = [key for key in attributes if key != kind and key not in kinds[kind]]
    if unknown:
        rule = f"Unknown marker {said(unknown[0], attributes)}."
        raise LessonError(file, line, rule, f"This cell may have: {', '.join(allowed(kinds))}.")
    return kind


def said(key: str, attributes: Mapping[str, Any]) -> str:
    """Return an unknown attribute as the author wrote it."""
    return repr(attributes[key] if key in NO_ATTRIBUTE else key)


def allowed(kinds: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return every attribute that a cell of this type may have."""
    return tuple(dict.fromkeys(key for kind, more in kinds.items() for key in (kind, *more) if key))


def check_values(attributes: Mapping[str, Any], kind: str, file: str, line: int) -> None:
    """Check the type of each attribute, and that a graded one has its points."""
    for key, value in attributes.items():
        wanted = wanted_value(key, value)
        if wanted:
            rule = f"{key}={value!r} is not {wanted}."
            raise LessonError(file, line, rule, f"Write for example {EXAMPLES[key]}.")
    if kind in ("question", "written") and "points" not in attributes:
        raise LessonError(file, line, f"The {kind} has no points.", "Add points=1 to its marker.")


EXAMPLES = {
    "points": "points=1",
    "decimals": "decimals=2",
    "demo": "demo=true",
    "covers": 'covers="N1 N4"',
    "provided": 'provided="imports"',
    "exercise": 'exercise="neuron.net_input"',
    "question": 'question="neuron.output_activation"',
    "written": 'written="neuron.compare"',
}


def wanted_value(key: str, value: Any) -> str:
    """Say what an attribute's value should be; nothing if it is."""
    if key == "points":
        return "" if type(value) in (int, float) and value > 0 else "a number above 0"
    if key == "decimals":
        return "" if type(value) is int and 0 <= value <= 10 else "a whole number from 0 to 10"
    if key == "demo":
        return "" if value is True else "true"
    if key == "covers":
        return "" if isinstance(value, str) and value.split() else "rows of the curriculum"
    pattern = r"[a-z][a-z0-9_]*" if key == "provided" else r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*"
    right = isinstance(value, str) and re.fullmatch(pattern, value) is not None
    return "" if right else "a name" if key == "provided" else "an id of the form topic.name"
