"""The command `autograder demo`."""

import shutil
from pathlib import Path

import click
import numpy as np

from autograder.cli.errors import for_people
from autograder.cli.lessons import checkout, lessons_of
from autograder.course.folder import SETTINGS, CourseError, new_course
from autograder.exercises import load
from autograder.gradebook.install_lessons import furnish
from autograder.simulation.classroom import TRUTH, hand_in, write_truth
from autograder.simulation.students import make_students
from autograder.simulation.submission import lay_out

SEED = 1957  # another than the public one of the checks


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=SEED,
    help="Makes the class and its grading cases.",
)
@for_people
def command(folder: Path, seed: int) -> None:
    """Make a course in FOLDER with a simulated class whose true scores are known."""
    clear(folder)
    lessons = lessons_of(None)
    course = new_course(folder, seed=seed)
    for lesson in furnish(course, lessons):
        click.echo(f"  released {lesson}")
    exercises = tuple(load().values())
    students = make_students(exercises, np.random.default_rng(seed))
    desk = lay_out(exercises, checkout() / "solutions" / "alternatives")
    truths = list(hand_in(course, lessons, students, desk))
    write_truth(folder, truths)
    click.echo(f"  {len(students)} students handed {len(truths)} notebooks in")


def clear(folder: Path) -> None:
    """Remove an earlier demo, and nothing else."""
    if not folder.exists():
        return
    if (folder / TRUTH).is_file() and (folder / SETTINGS).is_file():
        shutil.rmtree(folder)
    elif any(folder.iterdir()):
        raise CourseError(f"{folder} holds something else than a demo. Name another folder.")
