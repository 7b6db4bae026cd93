"""How far a student has come: exercises done and points, by lesson and in the whole course."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.messages import notebook
from autograder.student.card import Bar
from autograder.student.catalog import Catalog, Item
from autograder.student.memory import Memory


@dataclass(frozen=True)
class Standing:
    """What is done of some exercises, and the points of the best answers so far."""

    done: int
    total: int
    points: float
    max_points: float


def standing(items: Iterable[Item], memory: Memory) -> Standing:
    """Count what is done."""
    pairs = [(item, memory.of(item.id)) for item in items]
    return Standing(
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


def progress_bar(items: Catalog, item: Item, memory: Memory) -> Bar:
    """Return the lesson's bar, with the course's count beside it."""
    lesson = standing(by_lesson(items)[item.lesson], memory)
    course = standing(items.values(), memory)
    counts = (
        f"{notebook.done(lesson.done, lesson.total)} {notebook.in_this_lesson()}",
        f"{notebook.done(course.done, course.total)} {notebook.in_the_course()}",
    )
    return Bar(lesson.done, lesson.total, " · ".join(counts))
