"""Ids and names that must be unique, in a lesson and in the course."""

from collections.abc import Iterable, Iterator

from autograder.building.errors import LessonError
from autograder.building.lesson import CodeExercise, Lesson, Provided, QuestionCell, WrittenCell

Mark = tuple[str, str, int]  # what is unique, in which file, on which line


def check_lesson(lesson: Lesson) -> None:
    """Refuse two provided cells with one id, and two answers in one variable."""
    provided = [
        (cell.id, lesson.file, cell.line) for cell in lesson.cells if isinstance(cell, Provided)
    ]
    refuse_duplicates(provided, "provided id", "Give the second cell another id.")
    names = [(cell.exercise.name, lesson.file, cell.line) for cell in lesson.exercises]
    names += [(cell.name, lesson.file, cell.line) for cell in lesson.questions]
    refuse_duplicates(names, "answer name", "Rename one: both would set the same variable.")
    refuse_duplicates(ids(lesson), "id", "Ids are unique in the course: rename one.")


def check_course(lessons: Iterable[Lesson]) -> None:
    """Refuse two exercises or questions with one id, wherever they are."""
    marks = [mark for lesson in lessons for mark in ids(lesson)]
    refuse_duplicates(marks, "id", "Ids are unique in the course: rename one.")


def ids(lesson: Lesson) -> list[Mark]:
    """Return the id of each exercise and question with its place."""
    return [
        (cell.id, lesson.file, cell.line)
        for cell in lesson.cells
        if isinstance(cell, CodeExercise | QuestionCell | WrittenCell)
    ]


def refuse_duplicates(marks: Iterable[Mark], what: str, advice: str) -> None:
    """Raise a LessonError for the first mark that stands twice."""
    for value, first, (file, line) in duplicates(marks):
        rule = f"The {what} '{value}' is taken by {first}."
        raise LessonError(file, line, rule, advice)


def duplicates(marks: Iterable[Mark]) -> Iterator[tuple[str, str, tuple[str, int]]]:
    """Yield each value that stands twice, with both places."""
    seen: dict[str, str] = {}
    for value, file, line in marks:
        if value in seen:
            yield value, seen[value], (file, line)
        seen[value] = f"{file}, line {line}"
