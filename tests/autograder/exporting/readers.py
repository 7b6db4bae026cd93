"""Readers of the exported files, written from the platforms' public descriptions alone."""

import csv
import io
import re
from dataclasses import dataclass, field


@dataclass
class CanvasImport:
    """What Canvas understands of a gradebook file."""

    worth: dict[str, float] = field(default_factory=dict)
    ids: dict[str, int | None] = field(default_factory=dict)
    students: dict[str, dict[str, str]] = field(default_factory=dict)
    grades: dict[str, dict[str, float | None]] = field(default_factory=dict)


def canvas_reads(text: str) -> CanvasImport:
    """Read a file as Canvas's importer does: heads, points possible, a row for each student."""
    first = text.splitlines()[:3]
    semicolons = cells_in_each(first, ";") > cells_in_each(first, ",")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if semicolons else ","))
    heads = rows[0]
    assert "Student" in heads[0]
    assert "ID" in heads[1]
    assert heads[2:5] == ["SIS User ID", "SIS Login ID", "Section"]
    read = CanvasImport()
    for head in heads[5:]:
        number = re.fullmatch(r".*\((\d+)\)", head)
        read.ids[head] = int(number[1]) if number else None
    for row in rows[1:]:
        numbers = dict(zip(heads[5:], map(canvas_number, row[5:]), strict=True))
        if "Points Possible" in row[0]:
            read.worth = numbers
        else:
            read.students[row[0]] = dict(zip(heads[:5], row[:5], strict=True))
            read.grades[row[0]] = numbers
    return read


def cells_in_each(lines: list[str], sign: str) -> int:
    """Return how many cells every line has, 0 where they do not agree."""
    counts = {len(next(csv.reader([line], delimiter=sign))) for line in lines}
    return counts.pop() if len(counts) == 1 else 0


def canvas_number(cell: str) -> float | None:
    """Read a number: whatever sign stands last divides the whole from its fraction."""
    if not cell.strip():
        return None
    assert re.fullmatch(r"-?[0-9.,]+", cell), cell
    *whole, last = re.split(r"[.,]", cell)
    return float(f"{''.join(whole)}.{last}" if whole else last)


def moodle_reads(text: str, user_column: str, separator: str = ",") -> dict[str, dict[str, object]]:
    """Read a file as Moodle's import does, by user; the import ends where a user is unknown."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))
    heads = [head.strip() for head in rows[0]]
    user = heads.index(user_column)
    read: dict[str, dict[str, object]] = {}
    for row in rows[1:]:
        assert len(row) == len(heads)
        assert row[user].strip(), "this row would be taken for the user of the row before"
        read[row[user]] = {
            head: cell if head.endswith("(feedback)") or head == "Full name" else grade(cell)
            for head, cell in zip(heads, row, strict=True)
            if head != user_column
        }
    return read


def grade(cell: str) -> float | None:
    """Read a grade: an empty cell or a hyphen is none; a comma may stand before the fraction."""
    return None if cell.strip() in ("", "-") else float(cell.replace(",", "."))


def table_reads(text: str, separator: str = ",") -> dict[str, dict[str, str]]:
    """Read a plain table by its first column."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator)
    return {row["id"]: dict(row) for row in rows}
