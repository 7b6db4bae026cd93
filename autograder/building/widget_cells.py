"""Which cells of a lesson show a widget, and which code their picture stands for."""

import ast
import builtins
import hashlib
from collections.abc import Iterator

from nbformat import NotebookNode

from autograder.building.lesson import Lesson
from autograder.building.notebooks import solved_notebook
from autograder.building.setup_cell import SETUP_ID


def widget_keys(lesson: Lesson) -> dict[str, str]:
    """Return a digest for each cell that shows a widget, by the cell's id.

    It covers the cell's code, and all solved code before it where the cell uses a name that the
    lesson did not import, such as the student's own function. While it is the same, so is what
    the picture shows, as far as the lesson goes.
    """
    cells = code_cells(lesson)
    known = {name for cell in cells for name in imported_names(cell.source)} | set(dir(builtins))
    keys, before = dict[str, str](), list[str]()
    for cell in cells:
        if calls_widget(cell.source):
            needed = before if read_names(cell.source) - known else []
            keys[cell.id] = digest([*needed, cell.source])
        before.append(cell.source)
    return keys


def code_cells(lesson: Lesson) -> list[NotebookNode]:
    """Return the lesson's own cells of code as they are when everything is answered, and right."""
    cells = solved_notebook(lesson).cells
    return [cell for cell in cells if cell.cell_type == "code" and cell.id != SETUP_ID]


def calls_widget(code: str) -> bool:
    """Return True if code calls a function of the module `widgets`.

    >>> calls_widget("widgets.neuron_widget()"), calls_widget("print(1)  # widgets.f()")
    (True, False)
    """
    calls = (node.func for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    owners = (function.value for function in calls if isinstance(function, ast.Attribute))
    return any(isinstance(owner, ast.Name) and owner.id == "widgets" for owner in owners)


def imported_names(code: str) -> Iterator[str]:
    r"""Yield the names that code imports.

    >>> list(imported_names("import numpy as np\nfrom nnlib import plots, widgets"))
    ['np', 'plots', 'widgets']
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)


def read_names(code: str) -> set[str]:
    """Return the names that code reads and does not set itself.

    >>> sorted(read_names("widgets.digit_widget(lambda image: network.predict(image))"))
    ['network', 'widgets']
    """
    nodes = list(ast.walk(ast.parse(code)))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    arguments = {node.arg for node in nodes if isinstance(node, ast.arg)}
    return read - arguments - {node.id for node in names if not isinstance(node.ctx, ast.Load)}


def digest(parts: list[str]) -> str:
    """Return a short digest of some texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
