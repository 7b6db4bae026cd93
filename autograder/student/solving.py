"""solution(id): the worked solution of an exercise, after a try."""

import inspect
import re
import sys

from autograder.exercises import Exercise
from autograder.messages import notebook
from autograder.student.bundle import show_card
from autograder.student.card import Block, Card, Code, Say
from autograder.student.catalog import catalog, not_found
from autograder.student.memory import recall
from autograder.student.moods import solution_mood, unknown_mood
from autograder.student.namespace import Namespace, student_namespace
from autograder.student.untyped import without_types
from nnlib import validate

REFERENCE_PART = re.compile(
    r'("""(?:(?!""").)*?)\s*\n\s*(?:Parameters|Returns|Raises|Examples)\n\s*---(?:(?!""").)*"""',
    re.DOTALL,
)


def solution(item_id: str) -> None:
    """Show the worked solution of an exercise that was checked at least once.

    Parameters
    ----------
    item_id : str
        "topic.name", as it stands in the check cell: "neuron.net_input".
    """
    show_card(solution_card(item_id, student_namespace(sys._getframe(1).f_globals)))


def solution_card(item_id: str, namespace: Namespace) -> Card:
    """Return the card of the worked solution, or of what comes before it."""
    items = catalog()
    if not isinstance(item_id, str) or item_id not in items:
        return Card(unknown_mood(), "", blocks=(Say(not_found(items, item_id)),))
    item = items[item_id]
    if not isinstance(item, Exercise):
        return Card(solution_mood(), item.id, blocks=(Say(notebook.question_solution(item.id)),))
    if recall(namespace).of(item.id).attempts == 0:
        return Card(solution_mood(), item.id, blocks=(Say(notebook.try_first(item.id)),))
    return Card(solution_mood(), item.id, blocks=worked(item))


def worked(exercise: Exercise) -> tuple[Block, ...]:
    """Return the source of the reference and how to use it."""
    try:
        source = without_types(short(inspect.getsource(exercise.reference)))
    except (OSError, TypeError):
        return (Say(notebook.solution_unavailable()),)
    checks = [name for name in vars(validate) if re.search(rf"\b{name}\(", source)]
    aside = (Say(notebook.only_checks(checks)),) if checks else ()
    return Say(notebook.how_to_use_solution()), Code(source), *aside


def short(source: str) -> str:
    """Leave out the reference part of a docstring: parameters, errors, examples."""
    return REFERENCE_PART.sub(r'\1"""', source, count=1)
