"""Read whatever was handed in as a notebook, or say in a sentence why it is none."""

import json
import re
import warnings
from dataclasses import dataclass, field
from typing import Any

import nbformat

from autograder.grading.wire import clean_text
from autograder.messages import say

MAX_BYTES = 60_000_000
MAX_CELLS = 5_000
MAX_SOURCE = 1_000_000
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an office document",
}


class UnreadableError(Exception):
    """The file is no notebook; the text is a sentence for the teacher."""


@dataclass(frozen=True)
class SubmittedCell:
    """One cell as it was handed in, with the parts of it that can be relied on."""

    cell_type: str
    source: str
    id: str = ""
    grade_id: str = ""
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def read_cells(submitted: str | bytes) -> tuple[list[SubmittedCell], list[str]]:
    """Return the cells of a file and notes on what was done to read it.

    Raises UnreadableError with the reason where the file is no notebook.
    """
    data, notes = current_format(parse(as_text(submitted)))
    cells = data.get("cells")
    if not isinstance(cells, list):
        raise UnreadableError(say("The file is JSON, but not a notebook: it has no list of cells."))
    if len(cells) > MAX_CELLS:
        raise UnreadableError(say("The notebook has {count} cells.", count=len(cells)))
    good = [cell for cell in cells if isinstance(cell, dict)]
    if len(good) < len(cells):
        notes.append(say("{count} broken cells were left out.", count=len(cells) - len(good)))
    return [read_cell(cell) for cell in good], notes


def as_text(submitted: str | bytes) -> str:
    """Return the text of the file."""
    if len(submitted) > MAX_BYTES:
        raise UnreadableError(say("The file is larger than {limit} bytes.", limit=MAX_BYTES))
    if not submitted.strip():
        raise UnreadableError(say("The file is empty."))
    if isinstance(submitted, str):
        return submitted.removeprefix("\ufeff")
    for signature, what in SIGNATURES.items():
        if submitted.startswith(signature):
            raise UnreadableError(say("The file is {what}, not a notebook.", what=what))
    encoding = "utf-16" if submitted[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return submitted.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            say(
                "The file is not text: byte {place} is not {code}.", place=error.start, code="UTF-8"
            )
        ) from None


def parse(text: str) -> dict[str, Any]:
    """Return the JSON object in a text."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            say(
                "The file is not valid JSON (line {line}, column {column}: {what}). "
                "It was probably cut off while it was saved or sent.",
                what=error.msg.removesuffix(" starting at").lower(),
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except (ValueError, RecursionError):
        raise UnreadableError(say("The file is JSON that is nested too deeply.")) from None
    if not isinstance(data, dict):
        raise UnreadableError(say("The file is JSON, but not a notebook."))
    return data


def current_format(data: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Bring older formats, which keep their cells in worksheets, to format 4."""
    if isinstance(data.get("cells"), list):
        return data, []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            upgraded = nbformat.convert(nbformat.from_dict(data), 4)
    except Exception:
        raise UnreadableError(
            say("The file is JSON, but not a notebook: it has no list of cells.")
        ) from None
    version = data.get("nbformat")
    return dict(upgraded), [say("The notebook was upgraded from format {old} to 4.", old=version)]


def read_cell(cell: dict[str, Any]) -> SubmittedCell:
    """Keep of one cell what is well-formed."""
    kind = cell.get("cell_type")
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return SubmittedCell(
        kind if kind in ("code", "markdown", "raw") else "code" if "input" in cell else "markdown",
        source_text(cell.get("source", cell.get("input"))),
        text_or_nothing(cell.get("id")),
        text_or_nothing(grade_id),
        read_attachments(cell.get("attachments")),
    )


def source_text(source: Any) -> str:
    """Return a source, which may be kept line by line, as clean text."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n"), MAX_SOURCE)


def text_or_nothing(value: Any) -> str:
    """Return a text, or the empty one."""
    return value if isinstance(value, str) else ""


def read_attachments(attachments: Any) -> dict[str, dict[str, str]]:
    """Keep the pictures of a written answer."""
    if not isinstance(attachments, dict):
        return {}
    return {
        clean_text(name, 200): {
            kind: data for kind, data in kinds.items() if is_picture(kind, data)
        }
        for name, kinds in attachments.items()
        if isinstance(kinds, dict)
    }


def is_picture(kind: str, data: Any) -> bool:
    """Tell whether an attachment is a picture in base64."""
    known = kind in ("image/png", "image/jpeg", "image/gif")
    return known and isinstance(data, str) and BASE64.fullmatch(data) is not None
