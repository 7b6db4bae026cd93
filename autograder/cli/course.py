"""The command `autograder course`."""

from pathlib import Path

import click

from autograder.cli.errors import for_people
from autograder.cli.lessons import lessons_of
from autograder.grading.course import new_course
from autograder.grading.furnish import furnish


@click.group(name="course")
def command() -> None:
    """Make and look after a course folder."""


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="The secret seed of the grading cases [default: random].",
)
@click.option(
    "--solutions",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The lessons' texts [default: the folder solutions of this checkout].",
)
@for_people
def new(folder: Path, seed: int | None, solutions: Path | None) -> None:
    """Make an nbgrader course in FOLDER: sources, release, teacher's pages, gradebook."""
    lessons = lessons_of(solutions)  # first: a mistake in them must not leave half a course
    course = new_course(folder, seed=seed)
    for lesson in furnish(course, lessons):
        click.echo(f"  {lesson}")
    click.echo(f"The course is in {folder}. Give your students the notebooks of {folder}/release,")
    click.echo(f"put what they hand in under {folder}/submitted/STUDENT/LESSON/, then run")
    click.echo(f"  autograder grade {folder}")
