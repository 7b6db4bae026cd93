"""Which files are notebooks, whatever they are called, and how much work is in one.

Grading reads and repairs a notebook with far more care (`autograder.submissions`); this is what has
to be known before that, of every file that somebody hands in.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

NOTEBOOK = ".ipynb"
# What browsers, mail programs and editors make of that ending.
CHANGED_ENDINGS = (".ipynb.txt", ".ipynb.json", ".ipynb.download", ".ipynb.py", ".json")
MOST_BYTES = 60_000_000
AROUND = b"\xef\xbb\xbf\0 \t\r\n"  # a byte-order mark, and what editors and disks add


def holds_cells(file: Path) -> bool:
    """Return True if a file is a notebook with at least one cell, whatever its name is."""
    return bool(cells_in(file))


def work_in(notebook: Path, release: Path) -> int:
    """Return how many cells of a notebook hold something that was not given out.

    Spaces, outputs, ids and the order of cells are left aside, and so is what the release locks: a
    copy as it was given out has 0, and so has a file that can't be read.
    """
    given = given_out(release, release.stat().st_mtime_ns if release.is_file() else 0)
    locked = set(given.locked)
    changed = 0
    for cell in cells_in(notebook):
        if id_of(cell) in locked:
            locked.remove(id_of(cell))  # a copy of a locked cell is a cell of the student's own
        elif text_of(cell) not in given.texts:
            changed += 1
    return changed


class GivenOut:
    """What a released notebook holds: the texts of its cells, and the ids of those it locks."""

    def __init__(self, release: Path) -> None:
        """Read the release."""
        cells = cells_in(release)
        self.texts = {"", *(text_of(cell) for cell in cells)}
        self.locked = {id_of(cell) for cell in cells if marks_of(cell).get("locked")} - {""}


@lru_cache(maxsize=64)
def given_out(release: Path, _changed: int) -> GivenOut:
    """Return what a release holds; it is read anew where it has changed."""
    return GivenOut(release)


def cells_in(file: Path) -> list[dict[str, Any]]:
    """Return the cells of a notebook as they stand, none where a file is no notebook."""
    try:
        raw = likely_content(file)
        data, _ = json.JSONDecoder(strict=False).raw_decode(text_in(raw))
        return list(cells_of(data))
    except (OSError, ValueError, RecursionError):
        return []


def likely_content(file: Path) -> bytes:
    """Return what is in a file that may be a notebook, nothing of a picture, a film or a giant."""
    with file.open("rb") as opened:
        head = opened.read(64)
        in_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        if not in_utf16 and not head.lstrip(AROUND).startswith(b"{"):
            return b""
        content = head + opened.read(MOST_BYTES)
    return content if len(content) <= MOST_BYTES else b""


def text_in(raw: bytes) -> str:
    """Return the text that bytes stand for, with marks for what is in no encoding."""
    return raw.decode(json.detect_encoding(raw), "replace").strip("\ufeff\0 \t\r\n")


def cells_of(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the cells of a notebook of any format."""
    if not isinstance(data, dict):
        return
    sheets = data.get("worksheets") if "cells" not in data else [data]
    for sheet in sheets if isinstance(sheets, list) else ():
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else ():
            if isinstance(cell, dict) and isinstance(cell.get("cell_type"), str):
                yield cell


def text_of(cell: dict[str, Any]) -> str:
    """Return the text of a cell as it is compared, without regard to spaces."""
    source = cell.get("source", cell.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    return " ".join("".join(line for line in lines if isinstance(line, str)).split())


def id_of(cell: dict[str, Any]) -> str:
    """Return the id of a cell in nbgrader, else its own; empty where it has lost both."""
    ids = marks_of(cell).get("grade_id"), cell.get("id")
    return next((id for id in ids if isinstance(id, str)), "")


def marks_of(cell: dict[str, Any]) -> dict[str, Any]:
    """Return nbgrader's marks of a cell."""
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}
