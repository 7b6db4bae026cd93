"""`autograder lint`: the course checks itself."""

from pathlib import Path

import click

from autograder.exercises import load
from autograder.lint.course import course_failures

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--solutions", type=FOLDER, default=Path("solutions"), help="The folder of the lessons' text."
)
@click.option(
    "--lessons-only", is_flag=True, help="Leave out the exercises, which take half of the time."
)
def command(solutions: Path, lessons_only: bool) -> None:
    """Check the lessons and exercises; each failure says where, which rule, and what to do."""
    exercises = load()
    failures = course_failures(solutions, exercises, lessons_only=lessons_only)
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{len(exercises)} exercises; {len(failures) or 'no'} failures.")
    if failures:
        raise click.exceptions.Exit(1)
