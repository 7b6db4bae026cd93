"""progress(): how far the student has come, in each lesson and in the whole course."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.messages import notebook
from autograder.student.card import BLUE, Block, Card, CardStyle, Paragraph, ProgressBar
from autograder.student.catalog import Catalog, Item, catalog
from autograder.student.display import Namespace, show_card, student_namespace
from autograder.student.memory import Memory, recall, where_kept


@dataclass(frozen=True)
class Tally:
    """How many of some exercises are done, and the points of the best answers so far."""

    done: int
    total: int
    points: float
    max_points: float


def progress() -> None:
    """Show a bar for each lesson and for the course, with exercises done and points."""
    show_card(progress_card(student_namespace(sys._getframe(1).f_globals)))


def progress_card(namespace: Namespace) -> Card:
    """Return the card of the progress."""
    items = catalog()
    memory = recall(namespace)
    bars = [
        tally_bar(lesson_title(lesson), tally(members, memory))
        for lesson, members in by_lesson(items).items()
    ]
    course = tally_bar(notebook.whole_course(), tally(items.values(), memory))
    note: tuple[Block, ...] = tuple(map(Paragraph, filter(None, (memory.note, where_kept()))))
    style = CardStyle("▸", notebook.progress_word(), BLUE)
    return Card(style, "", blocks=(*bars, course, *note))


def progress_bar(items: Catalog, item: Item, memory: Memory) -> ProgressBar:
    """Return the lesson's bar, with the course's count beside it."""
    lesson = tally(by_lesson(items)[item.lesson], memory)
    course = tally(items.values(), memory)
    counts = (
        f"{notebook.done(lesson.done, lesson.total)} {notebook.in_this_lesson()}",
        f"{notebook.done(course.done, course.total)} {notebook.in_the_course()}",
    )
    return ProgressBar(lesson.done, lesson.total, " · ".join(counts))


def tally(items: Iterable[Item], memory: Memory) -> Tally:
    """Count the items that are done and their points."""
    pairs = [(item, memory.of(item.id)) for item in items]
    return Tally(
        done=sum(record.passed for _, record in pairs),
        total=len(pairs),
        points=sum(round(record.best * item.points, 2) for item, record in pairs),
        max_points=sum(item.points for item, _ in pairs),
    )


def by_lesson(items: Catalog) -> Mapping[str, list[Item]]:
    """Return the items of each lesson, in the order of the lessons."""
    lessons: dict[str, list[Item]] = {}
    for item in items.values():
        lessons.setdefault(item.lesson, []).append(item)
    return lessons


def tally_bar(title: str, count: Tally) -> ProgressBar:
    """Return the bar of a lesson or of the course."""
    words = (
        title,
        notebook.done(count.done, count.total),
        notebook.points(count.points, count.max_points),
    )
    return ProgressBar(count.done, count.total, " · ".join(words))


def lesson_title(lesson: str) -> str:
    """Return a lesson's file name as words.

    >>> lesson_title("01_neuron")
    '01 neuron'
    """
    return lesson.replace("_", " ")
