"""The command `autograder report`."""

from pathlib import Path

import click

from autograder.cli.errors import for_people
from autograder.exercises import load
from autograder.grading.course import open_course
from autograder.grading.results import kept, write_whole
from autograder.report.page import render
from autograder.report.summary import summarize


@click.command(name="report")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the page [default: FOLDER/report.html].",
)
@for_people
def command(folder: Path, output: Path | None) -> None:
    """Write the class report of the course in FOLDER as one HTML page."""
    course = open_course(folder)
    path = output or folder / "report.html"
    write_whole(path, render(course.name, summarize(kept(course), load())))
    click.echo(f"The class report is in {path}: open it in a browser.")
