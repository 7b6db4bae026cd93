"""Read a CSV file as spreadsheets and platforms write it, with its columns known by their names."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.collecting.sheets.headings import FIELD_OF, plain
from autograder.course.folder import CourseError
from autograder.course.formulas import undefused
from autograder.course.names import printable

SEPARATORS = ",;\t"
NAMED_SEPARATOR = re.compile(r"\s*\"?sep=(.)\"?\s*(?:\r?\n|\r|$)", re.IGNORECASE)  # Excel's
MOST_SHOWN = 8


@dataclass(frozen=True)
class Table:
    """A CSV file: its column names and its rows as they stand, without those that are empty."""

    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> tuple[Mapping[str, str], ...]:
        """Return the rows by field, and by their column where it is no field."""
        return tuple(by_field(self.columns, line) for line in self.lines)

    def has(self, *columns: str) -> bool:
        """Return True if one of these columns is there."""
        return bool({plain(column) for column in columns} & {plain(one) for one in self.columns})


def read_table(path: Path) -> Table:
    """Read a CSV file, whatever separates its cells; raises CourseError where it is none."""
    text = text_of(path)
    named = NAMED_SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    separator = named[1] if named else max(SEPARATORS, key=text.lstrip().partition("\n")[0].count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CourseError(f"{path} can't be read as CSV: {error}. Export it again.") from None
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if not lines:
        raise CourseError(f"{path} is empty. Export the list of students again.")
    stripped = [tuple(undefused(cell.strip()) for cell in line) for line in lines]
    return Table(stripped[0], tuple(stripped[1:]))


def text_of(path: Path) -> str:
    """Return a file's text, in UTF-8 or as spreadsheets of Windows save it."""
    raw = path.read_bytes()
    if raw.startswith(b"PK\x03\x04"):
        raise CourseError(f"{path} is an Excel workbook or a zip file. Save it as CSV (UTF-8).")
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise CourseError(
            f"{path} is not in UTF-8 (byte {error.start}). Save it as “CSV UTF-8”, so that no "
            "name is spoiled."
        ) from None


def by_field(columns: Sequence[str], line: Sequence[str]) -> dict[str, str]:
    """Return one row's cells by field, and by their column where it is no field.

    Of two columns of one field the first that is filled counts.
    """
    cells: dict[str, str] = {}
    for name, cell in zip(columns, line, strict=False):
        field = FIELD_OF.get(plain(name), plain(name))
        cells[field] = cells.get(field) or cell
    return cells


def shown(columns: Sequence[str]) -> str:
    """Return column names as a person reads them, the first of many.

    >>> shown(["Grade", "Comment"])
    '“Grade”, “Comment”'
    """
    more = f" and {len(columns) - MOST_SHOWN} more" if len(columns) > MOST_SHOWN else ""
    return (", ".join(f"“{printable(name)}”" for name in columns[:MOST_SHOWN]) or "none") + more
