"""The line in a lesson's head that opens the public lesson elsewhere: in the browser, on Colab.

It is there only once the project's public address is known, and only in the public lessons, not in
what a course of a teacher's hands out. It is words, not pictures: a notebook loads nothing from
elsewhere.
"""

from pathlib import Path

from nbformat import NotebookNode

from autograder.building.nbcells import markdown_cell
from autograder.public_address import PublicAddress
from autograder.texts import notebooks

WAYS_ID = "ways-to-open"


def with_ways_to_open(notebook: NotebookNode, file: Path, address: PublicAddress) -> NotebookNode:
    """Return a notebook with the line below its title, if its file is a public lesson."""
    if not address.is_known or not is_public(file):
        return notebook
    cells = [notebook.cells[0], line(file, address), *notebook.cells[1:]]
    return NotebookNode({**notebook, "cells": cells})


def is_public(file: Path) -> bool:
    """Return True for a notebook among the course's own lessons."""
    return notebooks().resolve() in file.resolve().parents


def line(file: Path, address: PublicAddress) -> NotebookNode:
    """Return the cell with a link for each way."""
    public = f"lessons/{file.parent.name}/{file.name}"
    ways = {
        "in your browser": address.browser(file.name),
        "on Colab": address.colab(public),
        "on Kaggle": address.kaggle(public),
        "on Binder": address.binder_lesson(file.name),
    }
    links = " · ".join(f"[{name}]({url})" for name, url in ways.items())
    return markdown_cell(WAYS_ID, f"Open this lesson {links}")
