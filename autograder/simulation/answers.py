"""The source text of answers, as a student would have typed them into a cell."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable
from types import ModuleType
from typing import Any

Answer = Callable[..., Any]


def typed_in(answer: Answer, name: str) -> str:
    """Return the source of `answer` as a function called `name`, with the imports it needs.

    Raises ValueError where the answer is not an ordinary function of a module.
    """
    module = sys.modules[answer.__module__]
    definition = definition_of(answer, name)
    imports = imports_for(module, definition)
    return "\n".join([*imports, "", "", definition] if imports else [definition])


def definition_of(answer: Answer, name: str) -> str:
    """Return a `def` called `name`, made from a function's or a lambda's source."""
    if answer.__name__ == "<lambda>":
        node = lambda_of(answer)
        return f"def {name}({ast.unparse(node.args)}):\n    return {ast.unparse(node.body)}"
    source = textwrap.dedent(inspect.getsource(answer))
    return source.rstrip().replace(f"def {answer.__name__}(", f"def {name}(", 1)


def lambda_of(answer: Answer) -> ast.Lambda:
    """Find a lambda in its module by the line and column where it was written."""
    tree = ast.parse(inspect.getsource(sys.modules[answer.__module__]))
    line = answer.__code__.co_firstlineno
    found = [
        node for node in ast.walk(tree) if isinstance(node, ast.Lambda) and node.lineno == line
    ]
    if len(found) != 1:
        raise ValueError(f"{answer.__module__}, line {line}: one lambda a line, please.")
    return found[0]


def imports_for(module: ModuleType, source: str) -> list[str]:
    """Return the import lines of `module` that bind a name used in `source`."""
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    tree = ast.parse(inspect.getsource(module))
    nodes = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    lines = [
        import_line(node, alias) for node in nodes for alias in node.names if bound(alias) in used
    ]
    return [line for line in lines if "autograder" not in line]


def bound(alias: ast.alias) -> str:
    """Return the name that an import binds."""
    return alias.asname or alias.name.split(".")[0]


def import_line(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    """Return one import statement for one name."""
    line = ast.unparse(ast.alias(alias.name, alias.asname))
    return (
        f"from {node.module} import {line}"
        if isinstance(node, ast.ImportFrom)
        else f"import {line}"
    )
