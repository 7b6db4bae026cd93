"""Know a notebook in which somebody has worked since it was built, so that none is overwritten."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict

from autograder.building.stills import read_notebook

MARK = "neuron_to_network"
BUILT = "built"


def marked(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with a hash of what was built in its metadata."""
    metadata = {**notebook.metadata, MARK: {BUILT: work_digest(notebook.cells)}}
    whole: NotebookNode = from_dict({**notebook, "metadata": metadata})
    return whole


def is_worked_in(file: Path) -> bool:
    """Return True if a file holds anything that the build did not put there.

    To open and save a notebook is no work. One that has no hash counts as worked in, since nobody
    knows how it was built.
    """
    try:
        notebook = read_notebook(file)
        return bool(notebook.metadata[MARK][BUILT] != work_digest(notebook.cells))
    except (ValueError, AttributeError, TypeError, LookupError):
        return True  # whatever it is, the build did not write it


def work_digest(cells: Sequence[Any]) -> str:
    """Return a hash of what somebody who works in a notebook changes."""
    work = [
        [cell.cell_type, cell.source, cell.get("execution_count"), *cell.get("attachments", {})]
        for cell in cells
    ]
    return hashlib.sha256(json.dumps(work).encode()).hexdigest()
