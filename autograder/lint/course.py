"""All rules on the whole course."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from autograder.building.errors import LessonError
from autograder.building.lesson import Lesson
from autograder.building.reader import read_file
from autograder.building.unique import check_course
from autograder.exercises.alternatives import load_alternatives
from autograder.exercises.model import Exercise, Function
from autograder.lint.alternatives import alternative_failures, unknown_alternatives
from autograder.lint.coverage import uncovered, unknown_rows
from autograder.lint.exercise_data import data_failures
from autograder.lint.failure import Failure
from autograder.lint.leaks import leaks
from autograder.lint.names import forward_references
from autograder.lint.runs import run_failures
from autograder.lint.strength import exam_failures, exams_of
from autograder.lint.structure import (
    question_failures,
    structure_failures,
    unused_exercises,
    walls_of_text,
)
from autograder.texts import Folder, python_files

Exercises = Mapping[str, Exercise]
PROCESSES = 2


def course_failures(
    solutions: Folder, exercises: Exercises, *, lessons_only: bool = False
) -> list[Failure]:
    """Return every failure of the lessons in a folder and, if wanted, of all exercises."""
    lessons, failures = readable_lessons(solutions, exercises)
    with ThreadPoolExecutor(PROCESSES) as pool:  # each run is a process; the threads only wait
        runs = [pool.submit(list, run_failures(lesson)) for lesson in lessons]
        for lesson in lessons:
            failures += text_failures(lesson)
        failures += unused_exercises(lessons, exercises)
        if not lessons_only:
            failures += exercise_failures(solutions / "alternatives", exercises)
        for run in runs:
            failures += run.result()
    return list(dict.fromkeys(failures))  # one seed's failure is often another's, too


def exercise_failures(alternatives: Folder, exercises: Exercises) -> Iterator[Failure]:
    """Yield what is wrong with the exercises' data, and with the right answers in other styles."""
    styles = load_alternatives(alternatives)
    yield from unknown_alternatives(styles, exercises)
    for exercise in exercises.values():
        yield from one_exercises_failures(exercise, styles.get(exercise.id, {}))


def one_exercises_failures(exercise: Exercise, styles: Mapping[str, Function]) -> Iterator[Failure]:
    """Yield what is wrong with one exercise; `styles` are its right answers in other styles."""
    yield from data_failures(exercise)
    exams = exams_of(exercise)
    if isinstance(exams, Failure):
        yield exams
        return
    yield from exam_failures(exams)
    yield from alternative_failures(exams, styles)


def text_failures(lesson: Lesson) -> Iterator[Failure]:
    """Yield what can be found without running the lesson."""
    yield from structure_failures(lesson)
    yield from walls_of_text(lesson)
    yield from unknown_rows(lesson)
    yield from uncovered(lesson)
    yield from forward_references(lesson)
    yield from question_failures(lesson)
    yield from leaks(lesson)


def readable_lessons(
    solutions: Folder, exercises: Exercises
) -> tuple[tuple[Lesson, ...], list[Failure]]:
    """Read every lesson that can be read; the others, and shared ids, are failures."""
    lessons, failures = list[Lesson](), list[Failure]()
    for file in python_files(solutions):
        try:
            lessons.append(read_file(file, exercises))
        except LessonError as error:
            failures.append(told(error))
    try:
        check_course(lessons)
    except LessonError as error:
        failures.append(told(error))
    if not lessons and not failures:
        failures.append(Failure(str(solutions), "There is no lesson here.", "Name its folder."))
    return tuple(lessons), failures


def told(error: LessonError) -> Failure:
    """Return a mistake in a lesson's text as a failure."""
    where = f"{error.file}, line {error.line}" if error.line else error.file
    return Failure(where, error.rule, error.advice)
