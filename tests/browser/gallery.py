"""A notebook with one cell for each widget of the course."""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from nnlib import widgets

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
IMPORTS = "provided-imports"
NAMES = tuple(name.removesuffix("_widget") for name in widgets.__all__ if name.endswith("_widget"))


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
