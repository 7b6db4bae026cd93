"""`autograder build`: the notebooks from the lessons' text."""

from pathlib import Path

import click

import autograder.exercises
from autograder.building.files import (
    LEFT_OVER,
    WORKED_IN,
    Stale,
    built_files,
    stale_files,
    without_still,
    write_files,
)
from autograder.building.reader import read_lessons
from autograder.cli.errors import for_people
from autograder.cli.options import authors_solutions_option
from autograder.course.lessons import authors_texts
from autograder.course.settings.declared import ANSWERED, RECORDED
from autograder.texts import checkout

ADVICE = {
    LEFT_OVER: "delete it",
    WORKED_IN: "it was left alone: move it away, then run `autograder build`",
}
SEALED = Path(autograder.exercises.__file__).parent / "sealed"
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is not current.")
@click.option("--lessons", type=FOLDER, default=Path("lessons"), help="Where notebooks go.")
@authors_solutions_option
@click.option(
    "--sealed",
    type=FOLDER,
    default=lambda: SEALED if checkout() else Path("sealed"),
    help="Where sealed questions go [default: in a checkout its own, else the folder sealed here].",
)
@click.option(
    "--questions",
    type=click.Choice([ANSWERED, RECORDED]),
    default=ANSWERED,
    help="Whether a check of a question tells if it is right, or only records the answer.",
)
@for_people
def command(
    check: bool, lessons: Path, solutions: Path | None, sealed: Path, questions: str
) -> None:
    """Build the student notebooks and the sealed questions from the lessons' text."""
    read = read_lessons(authors_texts(solutions), autograder.exercises.load())
    recorded = questions == RECORDED
    files = built_files(read, lessons, sealed, draw=not check, recorded=recorded)
    if not check:
        written = write_files(files)
        click.echo(f"{len(read)} lessons; {len(written)} of {len(files)} files written.")
    refuse_stale([*stale_files(files, lessons, sealed), *without_still(files)])
    if check:
        click.echo(f"{len(files)} files are current.")


def refuse_stale(stale: list[Stale]) -> None:
    """Fail if a folder does not hold what it should, and say what to do."""
    for file in stale:
        advice = ADVICE.get(file.why, "run `autograder build`")
        click.echo(f"{file.file}: {file.why}; {advice}.", err=True)
    if stale:
        raise click.exceptions.Exit(1)
