"""A notebook with one cell for each widget of the course."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from nnlib import widgets
from tests.browser.chromium import WINDOW, running_chromium
from tests.browser.lab import running_lab
from tests.browser.notebook_page import NotebookPage, opened, watched

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
IMPORTS = "provided-imports"
NAMES = tuple(name.removesuffix("_widget") for name in widgets.__all__ if name.endswith("_widget"))


@contextmanager
def open_gallery() -> Iterator[NotebookPage]:
    """Open the notebook in JupyterLab in a browser, ready for its widgets to be run."""
    with (
        tempfile.TemporaryDirectory() as home,
        running_lab(Path(home)) as lab,
        running_chromium() as browser,
    ):
        page = watched(browser.new_page(viewport=WINDOW), [])
        lesson = opened(page, lab, "gallery.ipynb", gallery_text())
        lesson.run(IMPORTS)
        yield lesson


def gallery_text(*more, names=NAMES):
    """Return the text of the notebook; `more` are pairs of an id and the code of a cell."""
    calls = [(cell_id(name), f"widgets.{name}_widget()") for name in names]
    cells = [
        new_code_cell(source, id=one)
        for one, source in ((IMPORTS, "from nnlib import widgets"), *calls, *more)
    ]
    return nbformat.writes(new_notebook(cells=cells, metadata={"kernelspec": KERNEL}))


def cell_id(name):
    """Return the id of the cell that shows a widget."""
    return name.replace("_", "-")
