"""No cell uses a name before a cell that stays has defined it."""

import builtins
import symtable
from collections.abc import Iterator

from autograder.building.lesson import Code, CodeExercise, Demo, Lesson
from autograder.lint.failure import Failure


def forward_references(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each name that is used and not yet defined.

    What a demo defines does not count, since grading may skip it. A demo may show the student's
    own answer, but nothing else may use it, since it may be wrong.
    """
    known, answers = set(dir(builtins)), set[str]()
    for cell in lesson.cells:
        if not isinstance(cell, Code):
            continue
        where = f"{lesson.file}, line {cell.line}"
        unknown = used_names(cell.code) - defined_names(cell.code) - known
        for name in sorted(unknown - answers):
            advice = "Define it in an earlier provided cell, or move this cell down."
            yield Failure(where, f"`{name}` is used before it is defined.", advice)
        for name in sorted(unknown & answers if not isinstance(cell, Demo) else ()):
            rule = f"`{name}` is the student's own answer to an earlier exercise."
            yield Failure(where, rule, "Use nnlib's, so that one mistake does not cause two.")
        if isinstance(cell, CodeExercise):
            answers |= defined_names(cell.code)
        elif not isinstance(cell, Demo):
            known |= defined_names(cell.code)


def used_names(code: str) -> set[str]:
    r"""Return the global names that code reads, in functions too.

    >>> sorted(used_names("def f(x):\n    return x + y\nprint(f(1))"))
    ['f', 'print', 'y']
    """
    top = symtable.symtable(code, "cell", "exec")
    inner = (table for child in top.get_children() for table in tables(child))
    return {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()} | {
        symbol.get_name() for table in inner for symbol in table.get_symbols() if symbol.is_global()
    }


def tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    """Yield a scope and every scope inside it."""
    yield table
    for child in table.get_children():
        yield from tables(child)


def defined_names(code: str) -> set[str]:
    r"""Return the names that code binds at its top level.

    >>> sorted(defined_names("import numpy as np\nx = 1\ndef f():\n    y = 2"))
    ['f', 'np', 'x']
    """
    symbols = symtable.symtable(code, "cell", "exec").get_symbols()
    return {
        symbol.get_name()
        for symbol in symbols
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
