"""The command `autograder feedback`."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from autograder.api import open_course
from autograder.api.feedback_pages import FORMATS, Archive, Feedback, FeedbackRun, feedback
from autograder.cli.errors import for_people
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option, students_option
from autograder.cli.words import counted, named


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@assignments_option("assignments", "Only this lesson; repeatable.")
@students_option("Only this one's pages; repeatable.")
@click.option(
    "--zip",
    "kind",
    type=click.Choice(FORMATS),
    help="Pack the pages, too: as Moodle or Canvas takes them back, or a folder for each student.",
)
@click.option(
    "--by-roster",
    is_flag=True,
    help="For Moodle, take participant numbers that no download tells from students.csv; "
    "they must be this assignment's own.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@json_option
@click.option(
    "--strict",
    is_flag=True,
    help="End with 3 if work is not graded, or a page could not be packed for its student.",
)
@for_people
def command(
    folder: Path,
    assignments: Sequence[str],
    students: Sequence[str],
    kind: Archive | None,
    by_roster: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Write a page for each student and assignment of the course in FOLDER.

    The pages are FOLDER/feedback/STUDENT/ASSIGNMENT.html. Those that would not change are left
    as they are.
    """
    run = feedback(
        open_course(folder),
        assignments=assignments,
        students=students,
        archive=kind,
        by_roster=by_roster,
        dry_run=dry_run,
        follow=with_progress,
    )
    plain = to_plain(folder, run, dry_run=dry_run)
    click.echo(json.dumps(plain, ensure_ascii=False) if as_json else in_words(plain, folder))
    if strict and (run.not_graded or any(archive.left_out for archive in run.archives)):
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def with_progress(pages: Iterable[Feedback]) -> Iterable[Feedback]:
    """Show beside the output, to a person alone, that pages are being made."""
    console = Console(stderr=True)
    return track(
        pages, "Making pages", console=console, transient=True, disable=not console.is_terminal
    )


def to_plain(folder: Path, run: FeedbackRun, *, dry_run: bool) -> dict[str, Any]:
    """Return what is done as plain data."""
    return {
        "course": str(folder),
        "dry_run": dry_run,
        "pages": [
            {
                "student": page.student,
                "assignment": page.assignment,
                "file": str(page.path.relative_to(folder)),
                "status": page.total.result.status,
                "changed": page.path in run.written,
            }
            for page in run.pages
        ],
        "not_graded": [page.student for page in run.not_graded],
        "archives": [
            {
                "file": str(archive.path.relative_to(folder)),
                "pages": archive.pages,
                "left_out": list(archive.left_out),
                "changed": archive.path in run.written,
            }
            for archive in run.archives
        ],
    }


def in_words(plain: dict[str, Any], folder: Path) -> str:
    """Say what is done, a line for the pages and one for each archive."""
    changed = sum(page["changed"] for page in plain["pages"])
    pages = counted(len(plain["pages"]), "page")
    verb = "would be written" if plain["dry_run"] else "written"
    lines = [f"{changed} of {pages} {verb} in {folder / 'feedback'}; the others are right."]
    if plain["not_graded"]:
        lines.append(not_graded(plain["not_graded"]))
    for archive in plain["archives"]:
        lines.append(f"{folder / archive['file']}: {counted(archive['pages'], 'page')}.")
        if archive["left_out"]:
            lines.append(left_out(archive["left_out"]))
    return "\n".join(lines)


def not_graded(students: Sequence[str]) -> str:
    """Say of whom the pages only tell that their work is not graded yet."""
    pages = counted(len(students), "page says", "pages say")
    return (
        f"{pages} only that the work is not graded yet, and no archive has them: "
        f"{named(students)}. Run `autograder grade`, then this again."
    )


def left_out(students: Sequence[str]) -> str:
    """Name those whose pages could not be packed, and say why."""
    return (
        f"  Left out, because the platform's own name of their submission is not known: "
        f"{named(students)}. `autograder collect` keeps it for everything that it brings in."
    )
