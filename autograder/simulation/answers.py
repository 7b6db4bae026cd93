"""The source text of answers, as a student would have typed them into a cell."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable
from types import ModuleType
from typing import Any

from autograder.simulation.own_steps import renamed, steps_of

Answer = Callable[..., Any]


def typed_in(answer: Answer, name: str, *, reference: Answer | None = None) -> str:
    """Return the source of `answer` as a function called `name`, with the imports it needs.

    Where it calls `reference`, the course's own answer, that is typed in too, under another name.
    Raises ValueError where the answer is not an ordinary function of a module.
    """
    module = sys.modules[answer.__module__]
    parts = [(module, definition_of(answer, name))]
    if reference is not None:
        parts = with_own_steps(*parts[0], reference, f"{name}_steps")
    imports = dict.fromkeys(line for module, part in parts for line in imports_for(module, part))
    definitions = "\n\n\n".join(part for _, part in parts)
    return "\n".join([*imports, "", "", definitions] if imports else [definitions])


def with_own_steps(
    module: ModuleType, definition: str, reference: Answer, name: str
) -> list[tuple[ModuleType, str]]:
    """Return the definitions of an answer that computes all by itself, each with its module."""
    changed = renamed(definition, vars(module), reference, name)
    if changed == definition:
        return [(module, definition)]
    return [(sys.modules[reference.__module__], steps_of(reference, name)), (module, changed)]


def definition_of(answer: Answer, name: str) -> str:
    """Return a `def` called `name`, made from a function's or a lambda's source."""
    if answer.__name__ == "<lambda>":
        node = lambda_of(answer)
        return f"def {name}({ast.unparse(node.args)}):\n    return {ast.unparse(node.body)}"
    lines = textwrap.dedent(inspect.getsource(answer)).rstrip().splitlines()
    return "\n".join(without_sentence(lines)).replace(f"def {answer.__name__}(", f"def {name}(", 1)


def without_sentence(lines: list[str]) -> list[str]:
    """Return a function's lines without decorators and docstring, which are not the student's."""
    function = ast.parse("\n".join(lines)).body[0]
    if not isinstance(function, ast.FunctionDef) or not function.decorator_list:
        return lines
    first = function.body[0]
    sentence = range(first.lineno - 1, first.end_lineno or first.lineno)
    return [
        line
        for number, line in enumerate(lines)
        if number >= function.lineno - 1 and number not in sentence
    ]


def lambda_of(answer: Answer) -> ast.Lambda:
    """Find a lambda in its module by the line and column where it was written."""
    tree = ast.parse(inspect.getsource(sys.modules[answer.__module__]))
    line = answer.__code__.co_firstlineno
    lambdas = [
        node for node in ast.walk(tree) if isinstance(node, ast.Lambda) and node.lineno == line
    ]
    if len(lambdas) != 1:
        raise ValueError(f"{answer.__module__}, line {line}: one lambda a line, please.")
    return lambdas[0]


def imports_for(module: ModuleType, source: str) -> list[str]:
    """Return import lines for the names of `module` that are used in `source`."""
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    tree = ast.parse(inspect.getsource(module))
    nodes = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    lines = [
        import_line(node, alias) for node in nodes for alias in node.names if bound(alias) in used
    ]
    lines += [f"from {module.__name__} import {name}" for name in defined(tree) if name in used]
    return [line for line in lines if "autograder" not in line]


def defined(tree: ast.Module) -> list[str]:
    """Return the names of the functions, classes and constants that a module defines."""
    blocks = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    targets = [target for node in assigned for target in node.targets]
    return blocks + [target.id for target in targets if isinstance(target, ast.Name)]


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
