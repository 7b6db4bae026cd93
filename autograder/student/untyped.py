"""Python source without its types: a student reads `z = …`, not `z: FloatArray = …`."""

import ast

Cut = tuple[int, int, int]  # the line, counted from 0, and where in it the cut begins and ends


def without_types(source: str) -> str:
    """Take the annotations out of a source, and leave all else as it stands.

    >>> without_types("def double(z: float) -> float: return 2 * z  # twice")
    'def double(z): return 2 * z  # twice'
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # only a part of a source: it stays as it is
        return source
    lines = [line.encode() for line in source.split("\n")]  # the tree counts in bytes
    for line, start, end in sorted(cuts(tree, lines), reverse=True):
        lines[line] = lines[line][:start] + lines[line][end:]
    return b"\n".join(lines).decode()


def cuts(tree: ast.Module, lines: list[bytes]) -> list[Cut]:
    """Return what is to be taken out: every annotation that stands in one line."""
    found = []
    for node in ast.walk(tree):
        annotation = node.returns if isinstance(node, ast.FunctionDef) else annotated(node)
        if annotation is not None and annotation.lineno == annotation.end_lineno:
            mark = b"->" if isinstance(node, ast.FunctionDef) else b":"
            found.append(cut(annotation, mark, lines))
    return found


def annotated(node: ast.AST) -> ast.expr | None:
    """Return the annotation of an argument or of a variable that is given a value."""
    if isinstance(node, ast.arg) or (isinstance(node, ast.AnnAssign) and node.value is not None):
        return node.annotation
    return None


def cut(annotation: ast.expr, mark: bytes, lines: list[bytes]) -> Cut:
    """Return the stretch from the mark before an annotation, `:` or `->`, to its end."""
    line = annotation.lineno - 1
    before = lines[line][: annotation.col_offset]
    start = len(before[: before.rindex(mark)].rstrip())
    return line, start, annotation.end_col_offset or annotation.col_offset
