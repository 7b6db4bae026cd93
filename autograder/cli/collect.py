"""The command `autograder collect`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.api import CourseError, open_course
from autograder.api.collecting import (
    EARLIER,
    NEW,
    PLATFORMS,
    REPLACED,
    SHOWN,
    UNCHANGED,
    Collection,
    Other,
    Unmatched,
    collect,
    roster_names,
    to_plain,
)
from autograder.api.notes import Note
from autograder.cli.complete import complete_assignment
from autograder.cli.errors import for_people
from autograder.cli.looks import HEADING, looks, records
from autograder.cli.options import NEEDS_A_LOOK
from autograder.cli.words import named, printable

STATUSES = (NEW, REPLACED, EARLIER, UNCHANGED)
MOST_OTHER = 3  # other files that are named
MOST_UNMATCHED = 20
MOST_LATE = 12
MOST_LEFT = 3  # files that were left in a download
NOT_SAID = "the platform does not say by how much"
WAYS_OUT = (
    "Add who is missing to students.csv, or name who it is with --match 'NAME=ID', or add all "
    "with --add-students; then collect the same files again."
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--platform",
    type=click.Choice(list(PLATFORMS)),
    help="Where the files come from [default: found by their names].",
)
@click.option(
    "--assignment",
    shell_complete=complete_assignment,
    help="What they hand in [default: found in each notebook].",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A list of students (CSV of Moodle, Canvas, GitHub or your own) to take in first.",
)
@click.option("--match", "aliases", multiple=True, help="NAME=ID: whose a name is; repeatable.")
@click.option("--add-students", is_flag=True, help="Add people who are not in the roster to it.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--strict", is_flag=True, help="End with 3 if something needs a look.")
@for_people
def command(
    folder: Path,
    files: Sequence[Path],
    platform: str | None,
    assignment: str | None,
    roster: Path | None,
    aliases: Sequence[str],
    add_students: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Collect FILES of a learning platform into the course in FOLDER.

    FILES are the zip files or folders that Moodle, Canvas, Google Classroom, GitHub Classroom or
    nbgrader give; Moodle's grading worksheet (CSV) beside them tells when each was handed in.
    """
    course = open_course(folder)
    done = collect(
        course,
        files,
        platform=platform or "",
        assignment=assignment or "",
        roster=roster,
        matches=matches(aliases),
        add_students=add_students,
        dry_run=dry_run,
    )
    if as_json:
        click.echo(json.dumps(to_plain(done), ensure_ascii=False, indent=1))
    else:
        show(done, Console(), roster_names(course))
    end(done, strict)


def matches(aliases: Iterable[str]) -> dict[str, str]:
    """Read `NAME=ID`; raises CourseError for another form."""
    matches = {}
    for alias in aliases:
        name, sign, id = alias.rpartition("=")
        if not sign or not name.strip() or not id.strip():
            raise CourseError(f"--match wants NAME=ID, as 'Jane Doe=jdoe', but got {alias}.")
        matches[name.strip()] = id.strip()
    return matches


def end(done: Collection, strict: bool) -> None:
    """End with 1 where nothing could be collected, with 3 if asked and something needs a look."""
    if (
        any(source.failure for source in done.received)
        and not done.collected
        and not done.unmatched
    ):
        raise click.exceptions.Exit(1)
    if strict and done.needs_a_look:
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def show(done: Collection, console: Console, names: Mapping[str, str]) -> None:
    """Print what was done, and what needs a look; `names` are those of the roster."""
    if done.collected:
        console.print(table(done))
    left = unmatched(done.unmatched, names)
    for part in (*received(done), *late(done), *left, *other(done.other)):
        console.print(Text(part))
    found = list(looks(done.groups, done.hand_ins, names))
    for part in (*([HEADING] if found else []), *found, *records(done.groups, done.hand_ins)):
        console.print(Text(part))
    for part in (*done.notes, *totals(done)):
        console.print(Text(printable(part)))


def table(done: Collection) -> Table:
    """Return a table with a line for each assignment."""
    shown = Table(title="Collected" if not done.dry_run else "Would be collected")
    shown.add_column("assignment")
    for status in (*STATUSES, "late"):
        shown.add_column(status, justify="right")
    late = done.late
    for assignment in sorted({work.assignment for work in done.collected}):
        mine = [work for work in done.collected if work.assignment == assignment]
        counts = [sum(work.status == status for work in mine) for status in STATUSES]
        counts.append(sum(work in late for work in mine))
        shown.add_row(Text(printable(assignment)), *(str(count or "") for count in counts))
    return shown


def received(done: Collection) -> Iterable[str]:
    """Say of each source what it was, and what could not be read in it."""
    for source in done.received:
        if source.failure:
            yield printable(source.failure)
            continue
        kept = "" if done.dry_run else f"; the original is kept as collected/{source.original}"
        yield printable(f"{source.source}: from {SHOWN[source.platform]}{kept}.")
        yield from problems(source.problems)


def problems(sentences: Sequence[str]) -> Iterable[str]:
    """Say what is wrong with a source, and name the first few of the files that were left in it."""
    left = [one for one in sentences if isinstance(one, Note)]
    others = [one for one in sentences if not isinstance(one, Note)]
    yield from (printable(f"  {one}") for one in (*others, *left[:MOST_LEFT]))
    if len(left) > MOST_LEFT:
        yield f"  … and {len(left) - MOST_LEFT} more files were left."


def late(done: Collection) -> Iterable[str]:
    """Say who is late, and by how much."""
    if done.late:
        yield "Late:"
    for work in done.late[:MOST_LATE]:
        late_by = format_duration(work.late_by) if work.late_by else NOT_SAID
        yield printable(f"  {work.student}, {work.assignment}: {late_by}")
    if len(done.late) > MOST_LATE:
        yield f"  … and {len(done.late) - MOST_LATE} more; --json lists all."


def format_duration(duration: timedelta) -> str:
    """Return a duration in days, hours and minutes.

    >>> format_duration(timedelta(days=1, minutes=61)), format_duration(timedelta(seconds=5))
    ('1 d 1 h 1 min', '5 s')
    """
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = ((days, "d"), (hours, "h"), (minutes, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or f"{seconds} s"


def unmatched(left: Sequence[Unmatched], names: Mapping[str, str]) -> Iterable[str]:
    """Say what belongs to nobody, and to whom it may belong."""
    if left:
        yield "Not matched, kept under collected/unmatched:"
    for work in left[:MOST_UNMATCHED]:
        near = " or ".join(
            f"{id} ({names[id]})" if names.get(id) else id for id in work.suggestions
        )
        yield printable(f"  {work.path}: {work.why}.{f' Perhaps {near}?' if near else ''}")
    if len(left) > MOST_UNMATCHED:
        yield f"  … and {len(left) - MOST_UNMATCHED} more; --json lists all."
    if left:
        yield WAYS_OUT


def other(files: Sequence[Other]) -> Iterable[str]:
    """Name the files that are not notebooks."""
    if files:
        paths = named([file.path for file in files], MOST_OTHER)
        yield f"Other files, kept under collected/other ({len(files)}): {paths}"


def totals(done: Collection) -> Iterable[str]:
    """Say how many notebooks of how many students came."""
    students = len({work.student for work in done.collected})
    if done.students_added:
        yield f"Students added to students.csv: {len(done.students_added)}."
    yield f"Notebooks: {len(done.collected)}, of {students} students."
    if done.looks_file and (done.groups or done.needs_a_look):
        yield f"All that was noted, in full: {done.looks_file}"
    if done.dry_run:
        yield "This was a dry run: nothing was written."
