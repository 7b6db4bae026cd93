"""Read whatever was handed in as a notebook, or say in a sentence why it is not one."""

import json
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from autograder.course.files import digest
from autograder.judging.plain import clean_text
from autograder.messages import say
from autograder.notes import Cause, Note

MAX_BYTES = 60_000_000
MAX_CELLS = 5_000
MAX_SOURCE = 1_000_000
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
AROUND = "\ufeff\0 \t\r\n"  # byte-order marks, and what a disk or an editor leaves at the end
SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an office document",
}


class UnreadableError(Exception):
    """The file is not a notebook; the text is a sentence for the teacher."""


@dataclass(frozen=True)
class SubmittedCell:
    """One cell as it was handed in, with the parts of it that can be relied on."""

    cell_type: str
    source: str
    id: str = ""
    grade_id: str = ""
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def read_content(path: Path) -> bytes:
    """Return the content of a file that was handed in, cut off where it is too long to be read."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)  # `file_text` refuses what is longer


def content_digest(path: Path) -> str:
    """Return the hash of what was handed in, as a result keeps it; empty if it can't be read."""
    try:
        return digest(read_content(path))
    except OSError:
        return ""


def read_cells(submitted: str | bytes) -> tuple[list[SubmittedCell], list[Note]]:
    """Return the cells of a file and notes on what was done to read it.

    Raises UnreadableError with the reason if the file is not a notebook.
    """
    notes: list[Note] = []
    data = current_format(parse(file_text(submitted, notes), notes), notes)
    cells = data.get("cells")
    if not isinstance(cells, list):
        raise UnreadableError(say("The file is JSON, but not a notebook: it has no list of cells."))
    if len(cells) > MAX_CELLS:
        sentence = "The notebook has {count} cells, and {limit} are the most that are graded."
        raise UnreadableError(say(sentence, count=len(cells), limit=MAX_CELLS))
    good = [cell for cell in cells if isinstance(cell, dict)]
    if len(good) < len(cells):
        left_out = say("{count} broken cells were left out.", count=len(cells) - len(good))
        notes.append(Note(Cause.CELLS_LEFT_OUT, left_out))
    return [read_cell(cell) for cell in good], notes


def file_text(submitted: str | bytes, notes: list[Note]) -> str:
    """Return the text of the file."""
    if len(submitted) > MAX_BYTES:
        raise UnreadableError(too_large(MAX_BYTES))
    text = submitted if isinstance(submitted, str) else decode(submitted, notes)
    text = text.strip(AROUND)
    if not text:
        raise UnreadableError(say("The file is empty."))
    return text


def too_large(most_bytes: int) -> str:
    """Say that a notebook is too large to be read, and what its author can do about it."""
    return say(
        "The notebook is larger than {limit} MB. So large it gets by its outputs, mostly pictures: "
        "clear them, save, and hand it in again. In Jupyter that is Edit > Clear Outputs of All "
        "Cells, in Colab Edit > Clear all outputs.",
        limit=most_bytes // 1_000_000,
    )


def decode(raw: bytes, notes: list[Note]) -> str:
    """Return the text that bytes stand for, in the encoding that JSON's first bytes tell."""
    for signature, what in SIGNATURES.items():
        if raw.startswith(signature):
            raise UnreadableError(say("The file is {what}, not a notebook.", what=what))
    encoding = json.detect_encoding(raw)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start
    if not raw.lstrip().startswith(b"{"):
        raise UnreadableError(
            say("The file is not text: byte {place} is not {code}.", place=place, code="UTF-8")
        )
    text = say(
        "The file is not in UTF-8 (byte {place}): letters that are not English may be lost.",
        place=place,
    )
    notes.append(Note(Cause.FILE_MENDED, text))
    return raw.decode(encoding, "replace")


def parse(text: str, notes: list[Note]) -> dict[str, Any]:
    """Return the JSON object in a text; line ends in strings and text behind it are allowed."""
    try:
        data, end = json.JSONDecoder(strict=False).raw_decode(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(explain_bad_json(text, error)) from None
    except (ValueError, RecursionError):
        raise UnreadableError(say("The file is JSON that is nested too deeply.")) from None
    if not isinstance(data, dict):
        raise UnreadableError(say("The file is JSON, but not a notebook."))
    if end < len(text):
        text = say("Something followed the end of the notebook; it was left out.")
        notes.append(Note(Cause.FILE_MENDED, text))
    return data


def explain_bad_json(text: str, error: json.JSONDecodeError) -> str:
    """Say where a text stops being JSON, and the likely cause."""
    place = say(
        "The file is not valid JSON (line {line}, column {column}: {what}).",
        what=error.msg.removesuffix(" starting at").lower(),
        line=error.lineno,
        column=error.colno,
    )
    if re.search("^(<<<<<<<|>>>>>>>) ", text, re.MULTILINE):
        cause = say("It holds the marks of a merge in Git that was not finished (<<<<<<<).")
    elif error.pos >= len(text) or error.msg.startswith("Unterminated"):
        cause = say("It was probably cut off while it was saved or sent.")
    else:
        cause = say("It was probably changed by another program than Jupyter.")
    return f"{place} {cause}"


def current_format(data: dict[str, Any], notes: list[Note]) -> dict[str, Any]:
    """Bring older formats, which keep their cells in worksheets, to format 4."""
    if isinstance(data.get("cells"), list):
        return data
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            upgraded = nbformat.convert(nbformat.from_dict(data), 4)
    except Exception:
        raise UnreadableError(
            say("The file is JSON, but not a notebook: it has no list of cells.")
        ) from None
    version = data.get("nbformat")
    text = say("The notebook was upgraded from format {old} to 4.", old=version)
    notes.append(Note(Cause.FILE_MENDED, text))
    return dict(upgraded)


def read_cell(cell: dict[str, Any]) -> SubmittedCell:
    """Return what is well-formed in one cell."""
    kind = cell.get("cell_type")
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return SubmittedCell(
        kind if kind in ("code", "markdown", "raw") else "code" if "input" in cell else "markdown",
        source_text(cell.get("source", cell.get("input"))),
        text_or_empty(cell.get("id")),
        text_or_empty(grade_id),
        read_attachments(cell.get("attachments")),
    )


def source_text(source: Any) -> str:
    """Return a source, which may be kept line by line, as clean text."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n"), MAX_SOURCE)


def text_or_empty(value: Any) -> str:
    """Return the value if it is text, else an empty text."""
    return value if isinstance(value, str) else ""


def read_attachments(attachments: Any) -> dict[str, dict[str, str]]:
    """Return the pictures of a written answer, by their names and types."""
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
    """Return True if an attachment is a picture in base64."""
    known = kind in ("image/png", "image/jpeg", "image/gif")
    return known and isinstance(data, str) and BASE64.fullmatch(data) is not None
