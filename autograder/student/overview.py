"""progress(): how far the student has come, lesson by lesson."""

import sys

from autograder.messages import notebook
from autograder.student.bundle import show_card
from autograder.student.card import Bar, Block, Card, Say
from autograder.student.catalog import catalog, lesson_title
from autograder.student.memory import recall
from autograder.student.moods import progress_mood
from autograder.student.namespace import Namespace, student_namespace
from autograder.student.standing import Standing, by_lesson, standing


def progress() -> None:
    """Show a bar for each lesson and for the course, with exercises done and points."""
    show_card(progress_card(student_namespace(sys._getframe(1).f_globals)))


def progress_card(namespace: Namespace) -> Card:
    """Return the card of the progress."""
    items = catalog()
    memory = recall(namespace)
    bars = [
        lesson_bar(lesson_title(lesson), standing(members, memory))
        for lesson, members in by_lesson(items).items()
    ]
    course = lesson_bar(notebook.whole_course(), standing(items.values(), memory))
    note: tuple[Block, ...] = (Say(memory.note),) if memory.note else ()
    return Card(progress_mood(), "", blocks=(*bars, course, *note))


def lesson_bar(title: str, found: Standing) -> Bar:
    """Return the bar of one lesson."""
    words = (
        title,
        notebook.done(found.done, found.total),
        notebook.points(found.points, found.max_points),
    )
    return Bar(found.done, found.total, " · ".join(words))
