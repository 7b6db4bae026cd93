"""A lesson holds all of its exercises, begins and ends as lessons do, and judges its questions."""

from collections.abc import Iterator, Mapping

from autograder.building.lesson import Demo, Lesson, Option, QuestionCell
from autograder.building.sealing import sealed_text
from autograder.exercises.model import Exercise
from autograder.judging.questions import CHOICE, Question, judge_question, read_sealed
from autograder.lint.curriculum import WITHOUT_ROWS
from autograder.lint.failure import Failure


def structure_failures(lesson: Lesson, exercises: Mapping[str, Exercise]) -> Iterator[Failure]:
    """Yield a failure for each part that a lesson lacks."""
    present = {cell.id for cell in lesson.exercises}
    for exercise in exercises.values():
        if exercise.lesson == lesson.slug and exercise.id not in present:
            rule = f"The exercise {exercise.id} is not in the lesson."
            advice = f'Add a cell exercise="{exercise.id}", or move the exercise elsewhere.'
            yield Failure(lesson.file, rule, advice)
    last = lesson.cells[-1]
    if not isinstance(last, Demo) or "progress()" not in last.code:
        rule = "The lesson does not end with the student's progress."
        yield Failure(lesson.file, rule, "End with a cell '# %% demo=true' that calls progress().")


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
    """Tell whether the sealed question says of an option what its author wrote."""
    answer = option.answer if cell.kind == CHOICE else float(option.answer)
    verdict = judge_question(question, answer)
    return verdict.passed is option.right and verdict.message == option.sentence
