"""The command `autograder report`."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from autograder.api import open_course
from autograder.api.class_report import ClassReport, data, report, write_report
from autograder.cli.errors import for_people
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option


@click.command(name="report")
@click.argument("folder", type=click.Path(path_type=Path))
@assignments_option("names", "Only this lesson; repeatable.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the page [default: FOLDER/report.html].",
)
@click.option(
    "--similar",
    is_flag=True,
    help="List submissions that are unusually alike, for you to look at: never a proof.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@json_option
@click.option(
    "--strict",
    is_flag=True,
    help="End with 3 if work was not readable or not graded, or results were left out.",
)
@for_people
def command(
    folder: Path,
    names: Sequence[str],
    output: Path | None,
    similar: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Write the class report of the course in FOLDER as one HTML page.

    Beside the page come three tables: report-exercises.csv, report-misconceptions.csv and
    report-students.csv.
    """
    made = report(open_course(folder), assignments=names, similar=similar)
    files = write_report(made, output or folder / "report.html", dry_run=dry_run)
    click.echo(as_json_text(made, files, dry_run) if as_json else in_words(made, files, dry_run))
    if strict and (made.unread or made.strangers or made.not_graded):
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def as_json_text(report: ClassReport, files: Sequence[Path], dry_run: bool) -> str:
    """Return the report and the names of its files as JSON."""
    plain = {"dry_run": dry_run, "files": [str(path) for path in files], **data(report)}
    return json.dumps(plain, ensure_ascii=False)


def in_words(report: ClassReport, files: Sequence[Path], dry_run: bool) -> str:
    """Say where the report is, and what in it needs a look."""
    page, *beside = files
    verb = "would be" if dry_run else "is"
    lines = [
        f"The class report {verb} in {page}, which a browser opens.",
        f"Tables beside it: {', '.join(path.name for path in beside)}.",
    ]
    if report.unread:
        lines.append(f"Submissions that could not be read, in no average: {report.unread}.")
    if report.not_graded:
        lines.append(f"Submissions not graded yet, in no number: {report.not_graded}.")
    if report.strangers:
        strangers = len(report.strangers)
        lines.append(f"Students left out, who do not stand on the roster: {strangers}.")
    return "\n".join(lines)
