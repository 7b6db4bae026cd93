"""`autograder lint`: the course checks itself."""

from collections.abc import Sequence
from pathlib import Path

import click

from autograder.exercises import load
from autograder.lint.course import course_failures, readable_lessons
from autograder.lint.failure import Failure
from autograder.lint.recorded import answers_in

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--solutions", type=FOLDER, default=Path("solutions"), help="The folder of the lessons' text."
)
@click.option(
    "--lessons-only", is_flag=True, help="Leave out the exercises, which take half of the time."
)
@click.option(
    "--recorded",
    type=FOLDER,
    help="Only look through this folder, as students get it, for answers to questions.",
)
def command(solutions: Path, lessons_only: bool, recorded: Path | None) -> None:
    """Check the lessons and exercises; each failure says where, which rule, and what to do."""
    exercises = load()
    if recorded is not None:
        lessons, failures = readable_lessons(solutions, exercises)
        tell([*failures, *answers_in(recorded, lessons)], f"{len(lessons)} lessons")
        return
    failures = course_failures(solutions, exercises, lessons_only=lessons_only)
    tell(failures, f"{len(exercises)} exercises")


def tell(failures: Sequence[Failure], checked: str) -> None:
    """Print the failures, and end with 1 if there are any."""
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{checked}; {len(failures) or 'no'} failures.")
    if failures:
        raise click.exceptions.Exit(1)
