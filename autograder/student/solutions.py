"""solution(id): the worked solution of an exercise, after a try.

Python shown to a student has no types: `z = …`, not `z: FloatArray = …`.
"""

import ast
import inspect
import re
import sys
from functools import partial

from autograder.exercises import Exercise
from autograder.messages import notebook
from autograder.student.card import BLUE, Block, Button, Card, CardStyle, CodeBlock, Paragraph
from autograder.student.catalog import Item, catalog, find_item, unknown_card
from autograder.student.display import Namespace, show_card, student_namespace
from autograder.student.memory import recall
from nnlib import validate

REFERENCE_PART = re.compile(
    r'("""(?:(?!""").)*?)\s*\n\s*(?:Parameters|Returns|Raises|Examples)\n\s*---(?:(?!""").)*"""',
    re.DOTALL,
)
Cut = tuple[int, int, int]  # the line, counted from 0, and where in it the cut begins and ends


def solution(item_id: str = "") -> None:
    """Show the worked solution of an exercise that was checked at least once.

    Parameters
    ----------
    item_id : str
        "topic.name", as in the check cell: "neuron.net_input".
    """
    show_card(solution_card(item_id, student_namespace(sys._getframe(1).f_globals)))


def solution_card(item_id: str, namespace: Namespace) -> Card:
    """Return the card of the worked solution, or of what comes before it."""
    items = catalog()
    item = find_item(items, item_id)
    if item is None:
        return unknown_card(items, item_id)
    style = CardStyle("→", notebook.solution_word(), BLUE)
    if not isinstance(item, Exercise):
        if not item.sealed:
            return Card(style, item.id, blocks=(Paragraph(notebook.recorded_solution()),))
        return Card(style, item.id, blocks=(Paragraph(notebook.question_solution(item.id)),))
    if recall(namespace).of(item.id).attempts == 0:
        return Card(style, item.id, blocks=(Paragraph(notebook.try_first(item.id)),))
    return Card(style, item.id, blocks=worked_solution(item))


def solution_button(item: Item, namespace: Namespace) -> Button:
    """Return the button that does what the call does."""
    name = notebook.solution_button_name(item.name)
    return Button(notebook.solution_button(), name, partial(solution_card, item.id, namespace))


def worked_solution(exercise: Exercise) -> tuple[Block, ...]:
    """Return the source of the reference and how to use it."""
    try:
        source = without_types(short(inspect.getsource(exercise.reference)))
    except (OSError, TypeError):
        return (Paragraph(notebook.solution_unavailable()),)
    checks = [name for name in vars(validate) if re.search(rf"\b{name}\(", source)]
    aside = (Paragraph(notebook.only_checks(checks)),) if checks else ()
    return Paragraph(notebook.how_to_use_solution()), CodeBlock(source), *aside


def short(source: str) -> str:
    """Leave out the reference part of a docstring: parameters, errors, examples."""
    return REFERENCE_PART.sub(r'\1"""', source, count=1)


def without_types(source: str) -> str:
    """Take the annotations out of a source, and leave the rest as it is.

    >>> without_types("def double(z: float) -> float: return 2 * z  # twice")
    'def double(z): return 2 * z  # twice'
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # only a part of a source: it stays as it is
        return source
    lines = [line.encode() for line in source.split("\n")]  # the tree counts in bytes
    for line, start, end in sorted(annotation_cuts(tree, lines), reverse=True):
        lines[line] = lines[line][:start] + lines[line][end:]
    return b"\n".join(lines).decode()


def annotation_cuts(tree: ast.Module, lines: list[bytes]) -> list[Cut]:
    """Return what to take out: every annotation that is on one line."""
    cuts = []
    for node in ast.walk(tree):
        annotation = node.returns if isinstance(node, ast.FunctionDef) else annotated(node)
        if annotation is not None and annotation.lineno == annotation.end_lineno:
            mark = b"->" if isinstance(node, ast.FunctionDef) else b":"
            cuts.append(cut(annotation, mark, lines))
    return cuts


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
