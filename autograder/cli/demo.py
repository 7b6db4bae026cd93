"""The command `autograder demo`."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from autograder.building.lesson import Lesson
from autograder.cli.errors import for_people
from autograder.course.folder import SETTINGS, CourseError, new_course
from autograder.course.lessons import lessons_of, texts_of
from autograder.exercises import Exercise
from autograder.gradebook.lessons import install_lessons
from autograder.grading.selection import refuse_unknown
from autograder.simulation.classroom import TRUTH, hand_in, write_truth
from autograder.simulation.students import Student, make_students
from autograder.simulation.submission import lay_out

SEED = 1957  # another than the public one of the checks


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=SEED,
    help="Makes the class and its grading cases, the same each time.",
)
@click.option(
    "--students", "count", type=click.IntRange(min=1), help="A smaller class [default: the whole]."
)
@click.option(
    "--lesson", "names", multiple=True, help="Only this lesson; repeatable [default: all]."
)
@for_people
def command(folder: Path, seed: int, count: int | None, names: Sequence[str]) -> None:
    """Make a course in FOLDER with a simulated class whose true scores are known."""
    lessons = chosen_lessons(names)
    exercises = tuple(cell.exercise for lesson in lessons for cell in lesson.exercises)
    students = chosen_students(exercises, seed, count)
    clear(folder)
    course = new_course(folder, seed=seed)
    for lesson in install_lessons(course, lessons):
        click.echo(f"  released {lesson}")
    desk = lay_out(exercises, texts_of(None) / "alternatives")
    truths = list(hand_in(course, lessons, students, desk))
    write_truth(folder, truths)
    click.echo(f"  {len(students)} students handed {len(truths)} notebooks in")


def chosen_lessons(names: Sequence[str]) -> tuple[Lesson, ...]:
    """Return the lessons of these names; where none is named, all."""
    lessons = lessons_of(None)
    refuse_unknown("lesson", names, [lesson.slug for lesson in lessons], "in this course")
    return tuple(lesson for lesson in lessons if not names or lesson.slug in names)


def chosen_students(
    exercises: Sequence[Exercise], seed: int, count: int | None
) -> tuple[Student, ...]:
    """Return the simulated class, or a small one of `count` students."""
    try:
        return make_students(exercises, np.random.default_rng(seed), count)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--students'") from None


def clear(folder: Path) -> None:
    """Remove an earlier demo, and nothing else."""
    if not folder.exists():
        return
    if (folder / TRUTH).is_file() and (folder / SETTINGS).is_file():
        shutil.rmtree(folder)
    elif any(folder.iterdir()):
        raise CourseError(f"{folder} holds something else than a demo. Name another folder.")
