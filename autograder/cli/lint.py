"""`autograder lint`: the course checks itself."""

from collections.abc import Sequence
from pathlib import Path

import click

from autograder.cli.errors import for_people
from autograder.cli.options import authors_solutions_option
from autograder.course.lessons import authors_texts
from autograder.exercises import load
from autograder.lint.course import course_failures, readable_lessons
from autograder.lint.failure import Failure
from autograder.lint.recorded import answers_in

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NOT_FILES = (
    "The lessons of an installed package can't be changed, so there is nothing to check in them. "
    "Name the folder of your own lessons' texts with --solutions, or work in a clone."
)


@click.command()
@authors_solutions_option
@click.option(
    "--lessons-only", is_flag=True, help="Leave out the exercises, which take half of the time."
)
@click.option(
    "--recorded",
    type=FOLDER,
    help="Only look through this folder, as students get it, for answers to questions.",
)
@for_people
def command(solutions: Path | None, lessons_only: bool, recorded: Path | None) -> None:
    """Check the lessons and exercises; each failure says where, which rule, and what to do."""
    exercises, texts = load(), authors_texts(solutions)
    if recorded is not None:
        lessons, failures = readable_lessons(texts, exercises)
        tell([*failures, *answers_in(recorded, lessons)], f"{len(lessons)} lessons")
        return
    if not isinstance(texts, Path):
        raise click.ClickException(NOT_FILES)
    failures = course_failures(texts, exercises, lessons_only=lessons_only)
    tell(failures, f"{len(exercises)} exercises")


def tell(failures: Sequence[Failure], checked: str) -> None:
    """Print the failures, and end with 1 if there are any."""
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{checked}; {len(failures) or 'no'} failures.")
    if failures:
        raise click.exceptions.Exit(1)
