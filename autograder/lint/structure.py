"""Each exercise is in a lesson; a lesson ends as lessons do, and judges its questions."""

from collections.abc import Iterable, Iterator, Mapping

from autograder.building.lesson import Demo, Lesson, Option, Prose, QuestionCell
from autograder.building.sealing import sealed_text
from autograder.exercises.model import Exercise
from autograder.judging.questions import CHOICE, Question, judge_question, read_sealed
from autograder.lint.curriculum import WITHOUT_ROWS
from autograder.lint.failure import Failure, place

MAX_LINES = 12  # what a student reads at a stretch


def unused_exercises(
    lessons: Iterable[Lesson], exercises: Mapping[str, Exercise]
) -> Iterator[Failure]:
    """Yield a failure for each exercise that no lesson holds."""
    used = {cell.id for lesson in lessons for cell in lesson.exercises}
    for exercise in exercises.values():
        if exercise.id not in used:
            rule = "No lesson holds this exercise."
            advice = f'Add a cell exercise="{exercise.id}" to a lesson, or delete the exercise.'
            yield Failure(place(exercise), rule, advice)


def structure_failures(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for a lesson that does not end as lessons do."""
    last = lesson.cells[-1]
    if not isinstance(last, Demo) or "progress()" not in last.code:
        rule = "The lesson does not end with the student's progress."
        yield Failure(lesson.file, rule, "End with a cell '# %% demo=true' that calls progress().")


def walls_of_text(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each cell of prose that is too long; a table's rows do not count."""
    for cell in lesson.cells:
        lines = cell.text.splitlines() if isinstance(cell, Prose) else []
        length = sum(bool(line) and not line.startswith("|") for line in lines)
        if length > MAX_LINES:
            where = f"{lesson.file}, line {cell.line}"
            yield Failure(where, f"The cell has {length} lines of text.", "Divide it into cells.")


def question_failures(lesson: Lesson) -> Iterator[Failure]:
    """Yield a failure for each answer that a sealed question does not judge as the text says."""
    for cell, question in zip(lesson.questions, read_sealed(sealed_text(lesson)), strict=True):
        where = f"{lesson.file}, line {cell.line}"
        if not cell.covers and lesson.slug not in WITHOUT_ROWS:
            rule = f"The question {cell.id} covers no row of the curriculum."
            yield Failure(where, rule, 'Add covers="…" to its marker.')
        for option in cell.options:
            if not judged_as_written(cell, question, option):
                rule = f"The answer {option.answer} to {cell.id} is not judged as the text says."
                yield Failure(where, rule, "Report this fault of the build.")


def judged_as_written(cell: QuestionCell, question: Question, option: Option) -> bool:
    """Return True if the sealed question says of an option what its author wrote."""
    answer = option.answer if cell.kind == CHOICE else float(option.answer)
    verdict = judge_question(question, answer)
    return verdict.passed is option.right and verdict.message == option.sentence
