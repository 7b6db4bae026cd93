"""Read the answers in code that a class handed in, and what was given to all of them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.submitted import find_submissions
from autograder.exercises import load
from autograder.simulation.answers import typed_in
from autograder.submissions.matching import match_cells, untouched
from autograder.submissions.reading import UnreadableError, read_cells
from autograder.submissions.template import EXERCISE, LessonTemplate, TemplateCell, load_template

Code = Mapping[str, str]


@dataclass(frozen=True)
class Answers:
    """The code of a class, by student and exercise.

    `given` has what the course itself knows: the released stubs, the reference solutions, and the
    answers that its misconceptions lead to, for the same wrong idea is no sign of copying.
    `unread` are students whose file could not be read.
    """

    of: Mapping[str, Code]
    given: tuple[Code, ...] = ()
    unread: tuple[str, ...] = ()


def answers_of(course: Course, assignment: str) -> Answers:
    """Read the answers of one assignment; nothing of them is run."""
    lesson = load_template(course.release(assignment), load())
    answers: dict[str, Code] = {}
    unread = []
    for submission in find_submissions(course, [assignment]):
        if submission.notebook is None:
            continue
        try:
            answers[submission.student] = dict(written(submission.notebook, lesson))
        except (OSError, UnreadableError):
            unread.append(submission.student)
    return Answers(answers, tuple(given(course, assignment, lesson)), tuple(unread))


def given(course: Course, assignment: str, lesson: LessonTemplate) -> Iterator[Code]:
    """Yield the released stubs, and the reference solutions where the course holds them."""
    yield {cell.item: cell.source for cell in lesson.of_kind(EXERCISE)}
    source = course.source(assignment)
    if source.is_file():
        reference = load_template(source, load())
        yield {cell.item: cell.source for cell in reference.of_kind(EXERCISE)}
    for cell in lesson.of_kind(EXERCISE):
        exercise = load()[cell.item]
        for function in (
            exercise.reference,
            *(belief.answer for belief in exercise.misconceptions),
        ):
            with suppress(ValueError):  # not every answer is a function that could be typed in
                yield {cell.item: typed_in(function, exercise.name, reference=exercise.reference)}


def written(notebook: Path, lesson: LessonTemplate) -> Iterator[tuple[str, str]]:
    """Yield each exercise with the code of its answer, those left as they were given aside."""
    cells, _ = read_cells(notebook.read_bytes())
    chosen = match_cells(cells, only_exercises(lesson)).chosen
    for cell in lesson.of_kind(EXERCISE):
        if cell.id in chosen and not untouched(cells[chosen[cell.id]], cell):
            yield cell.item, cells[chosen[cell.id]].source


def only_exercises(lesson: LessonTemplate) -> LessonTemplate:
    """Return a lesson's answers in code alone: nothing else is compared."""
    cells: tuple[TemplateCell, ...] = lesson.of_kind(EXERCISE)
    return LessonTemplate(cells, lesson.metadata)
