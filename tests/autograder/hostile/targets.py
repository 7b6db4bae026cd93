"""What an attack names of our own code, and whether that is still there to be attacked."""

import ast
import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

OURS = ("autograder", "nnlib")


def missing_targets(source: str) -> list[str]:
    """Return the modules of ours, and the names in them, that a source uses and that do not exist.

    An attack that ends in an ImportError, or forges a name that nobody looks up, proves nothing.

    >>> missing_targets("from autograder.judging import observe, nothing\\nobserve.nobody = 1")
    ['autograder.judging.nothing', 'autograder.judging.observe.nobody']
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a magic, or an attack on the parser itself
        return []
    modules: dict[str, ModuleType] = {}
    imports = [name for node in ast.walk(tree) for name in missing_imports(node, modules)]
    return imports + [name for node in ast.walk(tree) for name in missing_attributes(node, modules)]


def missing_imports(node: ast.AST, modules: dict[str, ModuleType]) -> Iterator[str]:
    """Yield what one import asks for in vain; note the modules that it makes known, by name."""
    if isinstance(node, ast.Import):
        for alias in filter(is_ours, node.names):
            module = resolve(alias.name)
            if module is None:
                yield alias.name
            elif alias.asname:
                modules[alias.asname] = module
            else:
                top = alias.name.partition(".")[0]
                modules[top] = importlib.import_module(top)
    elif isinstance(node, ast.ImportFrom) and node.module and is_ours(node):
        for alias in node.names:
            value = resolve(f"{node.module}.{alias.name}")
            if value is None:
                yield f"{node.module}.{alias.name}"
            elif isinstance(value, ModuleType):
                modules[alias.asname or alias.name] = value


def is_ours(node: ast.alias | ast.ImportFrom) -> bool:
    """Return True if an import is of our code."""
    name = node.name if isinstance(node, ast.alias) else node.module or ""
    return name.partition(".")[0] in OURS


def resolve(dotted: str) -> Any:
    """Return a module, or a name in one; None if there is nothing of that name."""
    module, _, name = dotted.rpartition(".")
    try:
        return importlib.import_module(dotted)
    except ImportError:
        return getattr(resolve(module), name, None) if module else None


def missing_attributes(node: ast.AST, modules: dict[str, ModuleType]) -> Iterator[str]:
    """Yield the attribute that a source reads or writes on a module of ours and that is not there.

    Only the module's own attributes count, not those of what they stand for.
    """
    if isinstance(node, ast.Attribute):
        owner = module_of(node.value, modules)
        if owner is not None and resolve(f"{owner.__name__}.{node.attr}") is None:
            yield f"{owner.__name__}.{node.attr}"


def module_of(node: ast.AST, modules: dict[str, ModuleType]) -> ModuleType | None:
    """Return the module of ours that an expression such as `autograder.judging.observe` means."""
    if isinstance(node, ast.Name):
        return modules.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = module_of(node.value, modules)
        value = None if owner is None else resolve(f"{owner.__name__}.{node.attr}")
        return value if isinstance(value, ModuleType) else None
    return None
