"""Type the course's own answer in where a wrong answer calls it, as a student would have to.

Many a wrong belief is written in the course as the right answer, spoiled at the end. In a
notebook such an answer would be seen to call the course's own and earn nothing for that.
"""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Mapping
from typing import Any

from autograder.student.solutions import short, without_types

Function = Callable[..., Any]


class Renamed(ast.NodeTransformer):
    """Put a name in the place of every mention of one function.

    `names` are those of the module in which the mentions stand.
    """

    def __init__(self, names: Mapping[str, Any], function: Function, name: str) -> None:
        self.names = names
        self.function = function
        self.name = name
        self.found = False

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Rename a mention by the function's own name."""
        return self.mention(node, self.names.get(node.id))

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Rename a mention through the function's module."""
        if isinstance(node.value, ast.Name):
            return self.mention(node, getattr(self.names.get(node.value.id), node.attr, None))
        return self.generic_visit(node)

    def mention(self, node: ast.expr, value: object) -> ast.expr:
        """Return the name, if `value`, which the node stands for, is the function."""
        if value is not self.function:
            return node
        self.found = True
        return ast.Name(self.name, ast.Load())


def renamed(source: str, names: Mapping[str, Any], function: Function, name: str) -> str:
    """Return source whose mentions of a function have another name; unchanged if it has none."""
    renaming = Renamed(names, function, name)
    tree = renaming.visit(ast.parse(source))
    return ast.unparse(tree) if renaming.found else source


def steps_of(reference: Function, name: str) -> str:
    """Return the source of a function of nnlib, called `name`, as its worked solution shows it."""
    source = short(textwrap.dedent(inspect.getsource(reference)))
    inside = renamed(source, vars(sys.modules[reference.__module__]), reference, name)
    return without_types(inside).strip().replace(f"def {reference.__name__}(", f"def {name}(", 1)
