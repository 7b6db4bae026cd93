"""hint(id): one more hint each time."""

import sys
from functools import partial

from autograder.messages import notebook, translated
from autograder.student.bundle import show_card
from autograder.student.card import Card, Say
from autograder.student.catalog import Item, catalog, not_found
from autograder.student.memory import recall, remember
from autograder.student.moods import hint_mood, unknown_mood
from autograder.student.namespace import Namespace, student_namespace
from autograder.student.records import after_hint


def hint(item_id: str) -> None:
    """Show the next hint for an exercise; after the last one, all of them.

    Parameters
    ----------
    item_id : str
        "topic.name", as it stands in the check cell: "neuron.net_input".
    """
    show_card(hint_card(item_id, student_namespace(sys._getframe(1).f_globals)))


def hint_card(item_id: str, namespace: Namespace) -> Card:
    """Return the card of the next hint and remember that it was shown."""
    items = catalog()
    if not isinstance(item_id, str) or item_id not in items:
        return Card(unknown_mood(), "", blocks=(Say(not_found(items, item_id)),))
    item = items[item_id]
    hints = hints_of(item)
    if not hints:
        return Card(hint_mood(), item.id, blocks=(Say(notebook.no_hints(item.id)),))
    if recall(namespace).of(item.id).hints >= len(hints):
        return all_hints(item, hints)
    memory = remember(namespace, item.id, partial(after_hint, total=len(hints)))
    return one_hint(item, hints, memory.of(item.id).hints, memory.note)


def hints_of(item: Item) -> tuple[str, ...]:
    """Return the hints; a question has none."""
    return tuple(translated(one) for one in getattr(item, "hints", ()))


def one_hint(item: Item, hints: tuple[str, ...], shown: int, note: str) -> Card:
    """Return the card of hint number `shown`."""
    total = len(hints)
    after = (
        notebook.last_hint(item.id) if shown == total else notebook.next_hint(item.id, shown, total)
    )
    said = tuple(Say(text) for text in (hints[shown - 1], after, note) if text)
    return Card(hint_mood(), item.id, notebook.hint_number(shown, total), said)


def all_hints(item: Item, hints: tuple[str, ...]) -> Card:
    """Return the card that repeats every hint."""
    numbered = tuple(Say(text, f"{number}.") for number, text in enumerate(hints, start=1))
    return Card(hint_mood(), item.id, blocks=(Say(notebook.no_more_hints(item.id)), *numbered))
