"""hint(id): one more hint each time."""

import sys
from functools import partial

from autograder.messages import notebook, translated
from autograder.student.card import BLUE, Button, Card, CardStyle, Paragraph
from autograder.student.catalog import Item, catalog, find_item, unknown_card
from autograder.student.display import Namespace, show_card, student_namespace
from autograder.student.memory import recall, remember
from autograder.student.progress_file import after_hint


def hint(item_id: str = "") -> None:
    """Show the next hint for an exercise; after the last one, all of them.

    Parameters
    ----------
    item_id : str
        "topic.name", as in the check cell: "neuron.net_input".
    """
    show_card(hint_card(item_id, student_namespace(sys._getframe(1).f_globals)))


def hint_card(item_id: str, namespace: Namespace) -> Card:
    """Return the card of the next hint and remember that it was shown."""
    items = catalog()
    item = find_item(items, item_id)
    if item is None:
        return unknown_card(items, item_id)
    hints = hints_of(item)
    if not hints:
        return Card(hint_style(), item.id, blocks=(Paragraph(notebook.no_hints(item.id)),))
    if recall(namespace).of(item.id).hints >= len(hints):
        return all_hints_card(item, hints)
    memory = remember(namespace, item.id, partial(after_hint, total=len(hints)))
    return next_hint_card(item, hints, memory.of(item.id).hints, memory.note)


def hint_button(item: Item, namespace: Namespace) -> Button:
    """Return the button that does what the call does."""
    name = notebook.hint_button_name(item.name)
    return Button(notebook.hint_button(), name, partial(hint_card, item.id, namespace))


def hints_of(item: Item) -> tuple[str, ...]:
    """Return the hints; a question has none."""
    return tuple(translated(text) for text in getattr(item, "hints", ()))


def next_hint_card(item: Item, hints: tuple[str, ...], shown: int, note: str) -> Card:
    """Return the card of hint number `shown`."""
    total = len(hints)
    after = (
        notebook.last_hint(item.id) if shown == total else notebook.next_hint(item.id, shown, total)
    )
    paragraphs = tuple(Paragraph(text) for text in (hints[shown - 1], after, note) if text)
    return Card(hint_style(), item.id, notebook.hint_number(shown, total), paragraphs)


def all_hints_card(item: Item, hints: tuple[str, ...]) -> Card:
    """Return the card that repeats every hint."""
    numbered = tuple(Paragraph(text, f"{number}.") for number, text in enumerate(hints, start=1))
    no_more = Paragraph(notebook.no_more_hints(item.id))
    return Card(hint_style(), item.id, blocks=(no_more, *numbered))


def hint_style() -> CardStyle:
    """Return the style of a hint."""
    return CardStyle("→", notebook.hint_word(), BLUE)
