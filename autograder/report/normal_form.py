"""Bring the code of an answer into a form in which names, comments and spaces do not count."""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MOST_SIGNS = 6_000  # of one answer: longer ones are data, or were written to be slow
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
UNSEEN = ("ctx", "type_comment", "kind", "annotation", "returns")  # say nothing of what is done
MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)  # IPython's own lines


def normal_form(source: str) -> tuple[str, ...]:
    r"""Return the parts of a program in order, or none where it is no program.

    Comments, spaces and docstrings are dropped; names that the program itself binds are
    numbered in the order in which they appear.

    >>> a = normal_form("def f(x):\n    # twice\n    return 2 * x")
    >>> b = normal_form("def double(number): return (2*number)")
    >>> a == b, a[:4]
    (True, ('Module', 'FunctionDef', 'name 0', 'arguments'))
    """
    if len(source) > MOST_SIGNS:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a student's "\d" is no affair of ours
            tree = ast.parse(MAGIC.sub("", source))
        parts = Parts(frozenset(bound(tree)))
        parts.add(tree)
        return tuple(parts.words)
    except UNREADABLE:
        return ()


def bound(tree: ast.AST) -> Iterator[str]:
    """Yield the names that a program gives: of functions, arguments and variables."""
    for node in ast.walk(tree):
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


@dataclass
class Parts:
    """Collects the kinds of nodes and what they hold, from the outside in.

    `numbers` has a number for each name of the program's `own` that has appeared.
    """

    own: frozenset[str]
    words: list[str] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)

    def add(self, node: ast.AST) -> None:
        """Collect a node and all below it."""
        self.words.append(type(node).__name__)
        for name in node._fields:
            if name in UNSEEN:
                continue
            value = getattr(node, name, None)
            values = value if isinstance(value, list) else [value]
            for value in without_docstring(values) if name == "body" else values:
                if isinstance(value, ast.AST):
                    self.add(value)
                elif value is not None:
                    self.words.append(self.word(node, value))

    def word(self, node: ast.AST, value: object) -> str:
        """Return what stands for a name or a constant of a node."""
        named = not isinstance(node, (ast.Constant, ast.Attribute))
        if named and isinstance(value, str) and value in self.own:
            return self.numbers.setdefault(value, f"name {len(self.numbers)}")
        return repr(value)


def without_docstring(body: list[Any]) -> list[Any]:
    """Return what stands in a body and is no text by itself."""
    return [
        statement
        for statement in body
        if not (
            isinstance(statement, ast.Expr)
            and isinstance(statement.value, ast.Constant)
            and isinstance(statement.value.value, str)
        )
    ]
