"""The command `autograder export`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from autograder.api import CourseError, open_course
from autograder.api.exporting import HEADS, MATCHES, Exported, Format, export
from autograder.cli.errors import for_people
from autograder.cli.export_looks import needing_a_look
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option
from autograder.cli.words import counted

CANVAS, MOODLE, TABLE, JSON = "canvas", "moodle", "csv", "json"
NOTHING = "Nothing was written: --strict wants all that was handed in to be graded first."


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice((CANVAS, MOODLE, TABLE, JSON)), required=True)
@assignments_option("assignments", "Only this lesson; repeatable.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write [default: FOLDER/grades-FORMAT.csv or .json].",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="LESSON=HEADING",
    help="What Canvas calls a lesson: 01_neuron='One neuron (4711)'; repeatable.",
)
@click.option(
    "--match",
    type=click.Choice(MATCHES),
    help="How Moodle knows a student [default: email or idnumber, whatever more have].",
)
@click.option(
    "--decimal",
    type=click.Choice(("point", "comma")),
    default="point",
    help="The sign in numbers; with a comma, cells are separated by semicolons.",
)
@click.option("--bom", is_flag=True, help="Begin the CSV with a mark that old Excel needs.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@json_option
@click.option(
    "--strict",
    is_flag=True,
    help="End with 3 if grades or ids are missing; write nothing while work is not graded.",
)
@for_people
def command(
    folder: Path,
    kind: Format,
    assignments: Sequence[str],
    output: Path | None,
    columns: Sequence[str],
    match: str | None,
    decimal: str,
    bom: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Write the grades of the course in FOLDER for a learning platform or a spreadsheet."""
    path = output or folder / f"grades-{kind}.{'json' if kind == JSON else 'csv'}"
    exported = export(
        open_course(folder),
        kind,
        assignments=assignments,
        output=None if dry_run else path,
        columns=headings(columns),
        match=match,
        decimal_comma=decimal == "comma",
        byte_order_mark=bom,
        strict=strict,
    )
    looks = needing_a_look(exported, kind)
    if as_json:
        plain = to_plain(exported, kind, path, looks, dry_run=dry_run)
        click.echo(json.dumps(plain, ensure_ascii=False))
    else:
        for line in looks:
            click.echo(line, err=True)
        refused = strict and not exported.is_complete
        click.echo(NOTHING if refused else in_words(exported, kind, path, dry_run=dry_run))
    if strict and looks:
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def headings(columns: Sequence[str]) -> dict[str, str]:
    """Read the options that say what Canvas calls a lesson; raises CourseError."""
    headings: dict[str, str] = {}
    for column in columns:
        lesson, sign, heading = column.partition("=")
        if not sign or not heading.strip():
            raise CourseError(f"--column {column}: write it as 01_neuron='One neuron (4711)'.")
        headings[lesson] = heading.strip()
    return headings


def to_plain(
    exported: Exported, kind: str, path: Path, looks: Sequence[str], *, dry_run: bool
) -> dict[str, Any]:
    """Return what was written as JSON can hold it."""
    book = exported.book
    return {
        "file": str(path),
        "written": exported.path is not None,
        "format": kind,
        "dry_run": dry_run,
        "students": len(book.rows),
        "assignments": list(book.worth),
        "waiting": book.waiting,
        "unreadable": book.unreadable,
        "not_graded": {**exported.not_graded, **exported.not_begun},
        "superseded": book.superseded,
        "left_out": list(exported.left_out),
        "not_in_roster": list(book.left),
        "without_platform_id": list(exported.unknown),
        "needs_a_look": list(looks),
        **({"match": exported.match} if kind == MOODLE else {}),
    }


def in_words(exported: Exported, kind: str, path: Path, *, dry_run: bool) -> str:
    """Say what was written."""
    without_row = {*exported.left_out, *(exported.unknown if kind == MOODLE else ())}
    students = counted(len(exported.book.rows) - len(without_row), "student")
    verb = "would be written to" if dry_run else "are in"
    how = f" In Moodle, map “{HEADS[exported.match]}” to the user." if kind == MOODLE else ""
    return f"The grades of {students} {verb} {path}.{how}"
