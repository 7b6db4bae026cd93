"""The command `autograder export`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from autograder.api import open_course
from autograder.api.exporting import (
    HEADS,
    MATCHES,
    Exported,
    Format,
    above_maximum,
    export,
    with_worksheet,
)
from autograder.cli.errors import for_people
from autograder.cli.export_looks import needing_a_look
from autograder.cli.lesson_values import headings, maximum_points
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option
from autograder.cli.words import counted

MOODLE, WORKSHEET, JSON = "moodle", "worksheet", "json"
KINDS = ("canvas", MOODLE, WORKSHEET, "csv", JSON)
NOTHING = "Nothing was written: --strict wants all that was handed in to be graded first."


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(KINDS), required=True)
@assignments_option("assignments", "Only this lesson; repeatable.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write [default: FOLDER/grades-FORMAT.csv or .json, for a worksheet "
    "FOLDER/grades-worksheet-LESSON.csv].",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="LESSON=HEADING",
    help="What Canvas calls a lesson: 01_neuron='One neuron (4711)' "
    "[default: found in its gradebook, if that was collected]; repeatable.",
)
@click.option(
    "--worksheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Moodle's grading worksheet to fill in [default: the one that was collected].",
)
@click.option(
    "--scale", is_flag=True, help="Bring points to the maximum that the platform's item has."
)
@click.option(
    "--maximum",
    "maxima",
    multiple=True,
    metavar="LESSON=POINTS",
    help="What the platform's item is out of: 01_neuron=100 "
    "[default: found in the platform's file, if that was collected]; repeatable.",
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
    worksheet: Path | None,
    scale: bool,
    maxima: Sequence[str],
    match: str | None,
    decimal: str,
    bom: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Write the grades of the course in FOLDER for a learning platform or a spreadsheet.

    FORMAT worksheet is Moodle's own grading worksheet of one lesson, filled in.
    """
    course = open_course(folder)
    if kind == WORKSHEET:
        assignments = assignments or with_worksheet(course)
    path = output or folder / file_name(kind, assignments)
    exported = export(
        course,
        kind,
        assignments=assignments,
        output=None if dry_run else path,
        columns=headings(columns),
        match=match,
        decimal_comma=decimal == "comma",
        byte_order_mark=bom,
        strict=strict,
        scale=scale,
        maxima=maximum_points(maxima),
        worksheet=worksheet,
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


def file_name(kind: str, assignments: Sequence[str]) -> str:
    """Return the name of a file; each lesson's worksheet has its own."""
    if kind == WORKSHEET:
        return f"grades-worksheet-{'-'.join(assignments)}.csv"
    return f"grades-{kind}.{'json' if kind == JSON else 'csv'}"


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
        "in_file": len(exported.students),
        "assignments": list(book.worth),
        "waiting": book.waiting,
        "unreadable": book.unreadable,
        "not_graded": {**exported.not_graded, **exported.not_begun},
        "superseded": book.superseded,
        "left_out": list(exported.left_out),
        "not_in_roster": list(book.left),
        "without_platform_id": list(exported.unknown),
        "needs_a_look": list(looks),
        "maxima": dict(exported.scale.maxima),
        "scaled": exported.scale.applied,
        "above_maximum": above_maximum(exported),
        "new_headings": list(exported.new_headings),
        "strangers": list(exported.strangers),
        "made_up_ids": list(exported.made_up),
        **({"match": exported.match} if kind == MOODLE else {}),
    }


def in_words(exported: Exported, kind: str, path: Path, *, dry_run: bool) -> str:
    """Say what was written."""
    students = counted(len(exported.students), "student")
    verb = "would be written to" if dry_run else "are in"
    lines = [f"The grades of {students} {verb} {path}.{what_to_do(exported, kind)}"]
    for name, most in exported.scale.differing(exported.book.worth).items():
        if exported.scale.applied:
            worth = exported.book.worth[name]
            lines.append(f"{name} is scaled from {worth:g} to {most:g} points, to two decimals.")
    return "\n".join(lines)


def what_to_do(exported: Exported, kind: str) -> str:
    """Say how a platform takes the file."""
    if kind == MOODLE:
        return f" In Moodle, map “{HEADS[exported.match]}” to the user."
    if kind == WORKSHEET:
        return (
            " In Moodle, choose “Upload grading worksheet” in the same assignment. If grades were "
            "changed there since the download, tick the box that allows to replace them, or "
            "download the worksheet again and name it with --worksheet."
        )
    return ""
