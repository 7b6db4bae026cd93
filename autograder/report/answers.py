"""Read the answers in code that a class handed in, and what was given to all of them."""

import inspect
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.folder import Course
from autograder.course.handed_in.submitted import find_submissions
from autograder.exercises import Exercise, load
from autograder.simulation.answers import typed_in
from autograder.student.solutions import without_types
from autograder.submissions.matching import match_cells, untouched
from autograder.submissions.reading import UnreadableError, read_cells
from autograder.submissions.template import EXERCISE, LessonTemplate, TemplateCell, load_template

Code = Mapping[str, str]


@dataclass(frozen=True)
class Answers:
    """The code of a class, by student and exercise.

    `given` has what the course itself knows: the released stubs, the worked solutions, and the
    answers that its misconceptions lead to, for the same wrong idea is no sign of copying.
    `unread` are students whose file could not be read. `library` has nnlib's own texts that answer
    an exercise, by its id.
    """

    of: Mapping[str, Code]
    given: tuple[Code, ...] = ()
    unread: tuple[str, ...] = ()
    library: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
    exercises = [load()[cell.item] for cell in lesson.of_kind(EXERCISE)]
    library = {one.id: tuple(library_sources(one)) for one in exercises}
    return Answers(answers, tuple(given(course, assignment, lesson)), tuple(unread), library)


def given(course: Course, assignment: str, lesson: LessonTemplate) -> Iterator[Code]:
    """Yield the released stubs, the worked solutions where the course holds them, and beliefs."""
    yield {cell.item: cell.source for cell in lesson.of_kind(EXERCISE)}
    source = course.source(assignment)
    if source.is_file():
        reference = load_template(source, load())
        yield {cell.item: cell.source for cell in reference.of_kind(EXERCISE)}
    for cell in lesson.of_kind(EXERCISE):
        exercise = load()[cell.item]
        for belief in exercise.misconceptions:
            with suppress(ValueError):  # not every answer is a function that could be typed in
                answer = typed_in(belief.answer, exercise.name, reference=exercise.reference)
                yield {cell.item: answer}


def library_sources(exercise: Exercise) -> Iterator[str]:
    """Yield nnlib's texts that answer an exercise: as they stand, without types, with imports."""
    for function in exercise.own_answers:
        with suppress(OSError, TypeError, ValueError):  # it is no function with a text
            source = inspect.getsource(function)
            yield from (source, without_types(source))
            yield typed_in(function, exercise.name)


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
