"""Everything that can be checked, exercises and questions, by id."""

import difflib
from collections.abc import Mapping

from autograder.exercises import Exercise, load
from autograder.judging.questions import Question, load_questions
from autograder.messages import notebook

Item = Exercise | Question
Catalog = Mapping[str, Item]


def catalog() -> dict[str, Item]:
    """Return every exercise and question, lesson by lesson."""
    items: list[Item] = [*load().values(), *load_questions().values()]
    return {item.id: item for item in sorted(items, key=lambda item: item.lesson)}


def near_ids(items: Catalog, wanted: str) -> list[str]:
    """Return up to three ids that look like the wanted one, or end in the wanted name."""
    same_name = [one for one in items if one.split(".")[-1] == wanted.strip().lower()]
    alike = difflib.get_close_matches(wanted.strip().lower(), list(items), n=3, cutoff=0.6)
    return list(dict.fromkeys([*same_name, *alike]))[:3]


def not_found(items: Catalog, wanted: object) -> str:
    """Say that there is no such id, and what may have been meant."""
    if isinstance(wanted, str):
        return notebook.unknown_id(wanted, near_ids(items, wanted))
    near = near_ids(items, str(getattr(wanted, "__name__", "")))
    return notebook.id_as_text(next(iter([*near, *items]), "neuron.net_input"))


def lesson_title(lesson: str) -> str:
    """Return a lesson's file name as words.

    >>> lesson_title("01_neuron")
    '01 neuron'
    """
    return lesson.replace("_", " ")
