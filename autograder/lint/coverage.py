"""Every row of a lesson's curriculum is covered, by each kind that it wants."""

from collections.abc import Iterable, Iterator

from autograder.building.lesson import (
    Cell,
    CodeExercise,
    Demo,
    Lesson,
    Plain,
    Prose,
    Provided,
    QuestionCell,
    WrittenCell,
)
from autograder.building.widget_cells import calls_widget
from autograder.lint.curriculum import KINDS, Row, rows
from autograder.lint.failure import Failure


def uncovered(lesson: Lesson, curriculum: Iterable[Row] | None = None) -> Iterator[Failure]:
    """Yield a failure for each row and kind that the lesson leaves out."""
    covered = {(row, kind) for cell in lesson.cells for row, kind in coverage(cell)}
    for row in curriculum or rows():
        for kind in row.kinds:
            if row.lesson == lesson.slug and (row.id, kind) not in covered:
                rule = f"{row.id} of the curriculum is covered by no {KINDS[kind][2:]}."
                advice = f'Add {KINDS[kind]} that covers it (covers="{row.id}").'
                yield Failure(lesson.file, rule, advice)


def unknown_rows(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each row that a cell names and the curriculum does not have."""
    known = {row.id for row in rows()}
    for cell in lesson.cells:
        for row in cell.covers:
            if row not in known:
                where = f"{lesson.file}, line {cell.line}"
                rule = f"The curriculum has no row {row}."
                yield Failure(where, rule, "Correct `covers`, or add the row to the curriculum.")


def coverage(cell: Cell) -> Iterator[tuple[str, str]]:
    """Yield each row that a cell covers, with the kind of the coverage."""
    kind, covers = kind_and_rows(cell)
    for row in covers:
        yield row, kind


def kind_and_rows(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """Return how a cell covers, and what; a code exercise's rows stand in its data."""
    match cell:
        case CodeExercise():
            return "E", cell.exercise.covers
        case QuestionCell():
            return "Q", cell.covers
        case WrittenCell():
            return "M", cell.covers
        case Demo() | Plain() | Provided():
            return "W", cell.covers if calls_widget(cell.code) else ()
        case Prose():
            return "T", cell.covers
