"""Still pictures of the widgets in the student notebooks, for a reader without a kernel.

A picture's bytes depend on the version of matplotlib. So a still whose code has not changed is
kept as it is in the file, and only what is missing or old is drawn.
"""

import base64
import binascii
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output
from nbformat.v4.rwbase import rejoin_lines
from PIL import Image

HINT = "A still picture: run this cell, and its controls appear."
KEY = "still"
COLOURS = 64  # as many as keep a drawing's smooth edges


@dataclass(frozen=True)
class Still:
    """A picture as the bytes of a PNG, what it shows in words, and the key of its code."""

    png: bytes
    words: str
    key: str


def small(png: bytes) -> bytes:
    """Return the picture with a palette of its own, in about a quarter of the bytes."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    reduced = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    reduced.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def illustrated(notebook: NotebookNode, stills: Mapping[str, Still]) -> NotebookNode:
    """Return the notebook with each still under the cell of its id."""
    cells = [
        NotebookNode({**cell, "outputs": outputs(stills[cell.id])}) if cell.id in stills else cell
        for cell in notebook.cells
    ]
    return NotebookNode({**notebook, "cells": cells})


def outputs(still: Still) -> list[NotebookNode]:
    """Return a picture, and below it its words and how to bring it to life.

    The words are its text alternative. They stand in the open, too, since many pages that show
    notebooks leave the alternative out.
    """
    words = " ".join(still.words.partition("\n")[2].split())
    picture = {"image/png": base64.b64encode(still.png).decode(), "text/plain": still.words}
    metadata = {KEY: still.key, "image/png": {"alt": words}}
    below = {"text/markdown": f"{literal(words)}\n\n*{HINT}*", "text/plain": f"{words}\n\n{HINT}"}
    return [
        new_output("display_data", picture, metadata=metadata),
        new_output("display_data", below),
    ]


def literal(text: str) -> str:
    r"""Return markdown that shows a text as it is.

    >>> print(literal("f_1 * 2 < [3]"))
    f\_1 \* 2 \< \[3\]
    """
    return re.sub(r"([\\`*_\[\]<>|#$~])", r"\\\1", text)


def kept_stills(file: Path, keys: Mapping[str, str]) -> dict[str, Still]:
    """Return the stills of a notebook's file that are whole and of the present code, by cell."""
    stills = {}
    for cell in cells_of(file):
        still = still_of(cell.get("outputs", []))
        if still and still.key == keys.get(cell["id"]) and outputs(still) == cell["outputs"]:
            stills[cell["id"]] = still
    return stills


def cells_of(file: Path) -> list[NotebookNode]:
    """Return the cells of a notebook's file; none where it is no notebook."""
    try:
        return [cell for cell in read_notebook(file).cells if "id" in cell]
    except (OSError, ValueError, AttributeError, TypeError):
        return []


def read_notebook(file: Path) -> NotebookNode:
    """Return what stands in a notebook's file, the lines of each text joined.

    Raises OSError where it can't be read, and ValueError, AttributeError or TypeError where it is
    not a notebook.
    """
    notebook: NotebookNode = rejoin_lines(from_dict(json.loads(file.read_text(encoding="utf-8"))))
    return notebook


def still_of(shown: list[Any]) -> Still | None:
    """Return the still that stands first among outputs; None without a valid picture."""
    try:
        first = shown[0]
        png = base64.b64decode(first["data"]["image/png"], validate=True)
        with Image.open(io.BytesIO(png)) as picture:
            picture.load()
        return Still(png, first["data"]["text/plain"], first["metadata"][KEY])
    except (LookupError, TypeError, binascii.Error, OSError, SyntaxError):
        return None
