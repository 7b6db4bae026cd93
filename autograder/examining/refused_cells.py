"""Cells that called one of the course's own answers, which are not there while others are judged.

Such a statement is left out. Where other cells use what it defines, answers are looked at again;
and when all verdicts are in, cells are run once more with the whole library, to be shown.
"""

import re
import symtable
from collections.abc import Iterator, Sequence

from autograder.judging.reference_guard import BORROWED_ERROR
from autograder.sandbox.protocol.replies import CellReport
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import DEMO

MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)  # IPython's own lines
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


def refused_line(outcome: object) -> int | None:
    """Return the line at which a cell called one of the course's own answers, None if none did."""
    error = outcome.error if isinstance(outcome, CellReport) else None
    return error.line_number if error and error.type_name == BORROWED_ERROR else None


def as_given(cell: RepairedCell) -> bool:
    """Return True if a cell is one of the course's, as it was given out."""
    return cell.template is not None and cell.source == cell.template.source


def missed_elsewhere(cells: Sequence[RepairedCell], place: int, line: int) -> bool:
    """Return True if another cell uses a name that a cell defines at a line or below it.

    What the course's own demos use does not count: no answer rests on them.
    """
    lost = bound("\n".join(cells[place].source.split("\n")[max(0, line - 1) :]))
    return any(
        lost & used(cell.source)
        for other, cell in enumerate(cells)
        if other != place and cell.runs and not is_demo(cell)
    )


def is_demo(cell: RepairedCell) -> bool:
    """Return True for a cell of the course that only shows something."""
    return cell.template is not None and cell.template.kind == DEMO and as_given(cell)


def bound(source: str) -> frozenset[str]:
    r"""Return the names that a cell defines.

    >>> sorted(bound("import a\nb = 1\ndef c(d):\n    e = b"))
    ['a', 'b', 'c']
    """
    symbols = [symbol for table in tables(source)[:1] for symbol in table.get_symbols()]
    return frozenset(one.get_name() for one in symbols if one.is_assigned() or one.is_imported())


def used(source: str) -> frozenset[str]:
    r"""Return the names that a cell, or a function in it, looks for among those of the notebook.

    >>> sorted(used("def c(d):\n    e = b\n    return d + e"))
    ['b']
    """
    return frozenset(
        symbol.get_name()
        for table in tables(source)
        for symbol in table.get_symbols()
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global())
    )


def tables(source: str) -> list[symtable.SymbolTable]:
    """Return what Python knows of the names of a cell, its own first; nothing if it is no code."""
    try:
        return list(with_inner(symtable.symtable(MAGIC.sub("", source), "cell", "exec")))
    except UNREADABLE:
        return []


def with_inner(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    """Yield a table and those of the functions and classes in it."""
    yield table
    for inner in table.get_children():
        yield from with_inner(inner)
