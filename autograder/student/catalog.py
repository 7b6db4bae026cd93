"""Everything that can be checked, exercises and questions, by id."""

import difflib
from collections.abc import Mapping

from autograder.exercises import Exercise, load
from autograder.judging.questions import Question, load_questions
from autograder.messages import notebook
from autograder.student.card import GREY, Card, CardStyle, Paragraph
from autograder.student.plain_grading import questions_of_course

Item = Exercise | Question
Catalog = Mapping[str, Item]


def catalog() -> dict[str, Item]:
    """Return every exercise and question, lesson by lesson."""
    questions = {**load_questions(), **questions_of_course()}
    items: list[Item] = [*load().values(), *questions.values()]
    return {item.id: item for item in sorted(items, key=lambda item: item.lesson)}


def find_item(items: Catalog, item_id: object) -> Item | None:
    """Return the exercise or question of an id, None where there is none."""
    return items.get(item_id) if isinstance(item_id, str) else None


def unknown_card(items: Catalog, item_id: object, title: str = "") -> Card:
    """Return the card about an id that the course does not have."""
    style = CardStyle("?", notebook.unknown_word(), GREY)
    return Card(style, title, blocks=(Paragraph(not_found(items, item_id)),))


def not_found(items: Catalog, wanted: object) -> str:
    """Say that there is no such id, and what may have been meant."""
    if isinstance(wanted, str) and wanted:
        return notebook.unknown_id(wanted, near_ids(items, wanted))
    near = near_ids(items, str(getattr(wanted, "__name__", "")))
    return notebook.id_as_text(next(iter([*near, *items]), "neuron.net_input"))


def near_ids(items: Catalog, wanted: str) -> list[str]:
    """Return up to three ids that look like the wanted one, or end in the wanted name."""
    typed = wanted.strip().lower()
    same_name = [item_id for item_id in items if item_id.split(".")[-1] == typed]
    alike = difflib.get_close_matches(typed, list(items), n=3, cutoff=0.6)
    return list(dict.fromkeys([*same_name, *alike]))[:3]
