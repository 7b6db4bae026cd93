"""The command `autograder course`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.cli.complete import complete_setting
from autograder.cli.errors import for_people
from autograder.cli.lessons import lessons_of
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option, students_option
from autograder.course.change_setting import change_setting
from autograder.course.folder import new_course, open_course
from autograder.course.names import printable
from autograder.gradebook.install_lessons import install_lessons
from autograder.gradebook.result import MISSING, UNREADABLE
from autograder.grading.selection import refuse_unknown
from autograder.grading.status import CHANGED, NEW, STATES, Standing, Status, status

LATE = "late"
SIGNS = {MISSING: "-", NEW: "new", CHANGED: "changed", UNREADABLE: "unreadable"}


@click.group(name="course")
def command() -> None:
    """Make and look after a course folder."""


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="The secret seed of the grading cases [default: random].",
)
@click.option(
    "--solutions",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The lessons' texts [default: the folder solutions of this checkout].",
)
@for_people
def new(folder: Path, seed: int | None, solutions: Path | None) -> None:
    """Make an nbgrader course in FOLDER: sources, release, teacher's pages, gradebook."""
    lessons = lessons_of(solutions)  # first: a mistake in them must not leave half a course
    course = new_course(folder, seed=seed)
    for lesson in install_lessons(course, lessons):
        click.echo(f"  {lesson}")
    click.echo(f"The course is in {folder}. Give your students the notebooks of {folder}/release,")
    click.echo("bring in what comes back with")
    click.echo(f"  autograder collect {folder} FILES")


@command.command(name="set")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("name", shell_complete=complete_setting)
@click.argument("value")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change.")
@json_option
@for_people
def set_command(folder: Path, name: str, value: str, dry_run: bool, as_json: bool) -> None:
    """Set NAME to VALUE in FOLDER/course.toml; comments and order stay.

    A deadline is deadlines.ASSIGNMENT, as in

    autograder course set autumn deadlines.01_neuron 2026-10-01T23:59

    and the value none takes it away.
    """
    change = change_setting(folder, name, value, dry_run=dry_run)
    differs = change.before != change.after
    if as_json:
        told = {"name": name, "before": change.before, "after": change.after}
        click.echo(json.dumps({**told, "warning": change.warning, "dry_run": dry_run}))
        return
    verb = ("would be" if dry_run else "is now") if differs else "is already"
    before = f" (it was {change.before})" if differs and change.before else ""
    click.echo(f"{name} {verb} {change.after or 'not set'}{before}.")
    if change.warning:
        click.echo(change.warning)


@command.command(name="status")
@click.argument("folder", type=click.Path(path_type=Path))
@assignments_option("assignments", "Only this lesson; repeatable.")
@students_option("Only this one's work; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Lessons that nobody handed in, too.")
@json_option
@click.option("--strict", is_flag=True, help="End with 3 if something needs a look.")
@for_people
def status_command(
    folder: Path,
    assignments: Sequence[str],
    students: Sequence[str],
    everything: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Say who of the course in FOLDER has handed in what, and what has become of it."""
    found = status(open_course(folder))
    refuse_unknown("assignment", assignments, found.course.assignments, "in this course")
    refuse_unknown(
        "student", students, {one.student.id for one in found.standings}, "in this course"
    )
    chosen = [
        one
        for one in found.standings
        if (not assignments or one.assignment in assignments)
        and (not students or one.student.id in students)
    ]
    if as_json:
        click.echo(json.dumps(to_plain(found, chosen), ensure_ascii=False))
    else:
        show(found, chosen, Console(), everything=everything or bool(assignments))
    if strict and (found.out_of_place or any(needs_a_look(one) for one in chosen)):
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def needs_a_look(one: Standing) -> bool:
    """Tell whether a person should look at a submission."""
    return one.state == UNREADABLE or bool(one.note)


def to_plain(found: Status, chosen: Iterable[Standing]) -> dict[str, Any]:
    """Return where the course stands as JSON can hold it."""
    course = found.course
    return {
        "course": course.name,
        "deadlines": {name: time.isoformat() for name, time in course.deadlines.items()},
        "submissions": [plain_standing(one) for one in chosen],
        "out_of_place": list(found.out_of_place),
    }


def plain_standing(one: Standing) -> dict[str, Any]:
    """Return where one submission stands as JSON can hold it."""
    return {
        "student": one.student.id,
        "name": one.student.name,
        "assignment": one.assignment,
        "state": one.state,
        "points": one.points,
        "max_points": one.max_points,
        "waiting": one.waiting,
        "late_seconds": one.late_by.total_seconds(),
        "note": one.note,
    }


def show(found: Status, chosen: Sequence[Standing], console: Console, *, everything: bool) -> None:
    """Print a table of the lessons, one of the students, and what needs a look."""
    shown = [one for one in chosen if everything or one.assignment in begun(chosen)]
    if not shown:
        click.echo("Nobody has handed anything in yet, and nobody is in students.csv.")
        return
    console.print("Submissions")
    console.print(lessons_table(found, shown))
    console.print("Points so far (* late, + answers wait for points by hand)")
    console.print(students_table(shown))
    for line in looks(found, chosen):
        console.print(Text(line))


def begun(standings: Iterable[Standing]) -> set[str]:
    """Return the assignments of which anything has come; of all, where nothing has."""
    standings = list(standings)
    some = {one.assignment for one in standings if one.state != MISSING}
    return some or {one.assignment for one in standings}


def lessons_table(found: Status, standings: Sequence[Standing]) -> Table:
    """Return a table with a line for each lesson: how many submissions stand where."""
    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column("assignment", no_wrap=True)
    table.add_column("due", no_wrap=True)
    for head in (*STATES, LATE):
        table.add_column(head, justify="right")
    for assignment in sorted({one.assignment for one in standings}):
        mine = [one for one in standings if one.assignment == assignment]
        counts = Counter(one.state for one in mine)
        counts[LATE] = sum(bool(one.late_by) for one in mine)
        due = found.course.deadlines.get(assignment)
        numbers = (str(counts[head] or "") for head in (*STATES, LATE))
        table.add_row(Text(printable(assignment)), f"{due:%Y-%m-%d %H:%M}" if due else "", *numbers)
    return table


def students_table(standings: Sequence[Standing]) -> Table:
    """Return a table with a line for each student and a column for each assignment."""
    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column("student", no_wrap=True)
    assignments = sorted({one.assignment for one in standings})
    for assignment in assignments:
        table.add_column(Text(printable(assignment)), justify="right", overflow="fold")
    cells = {(one.student.id, one.assignment): cell(one) for one in standings}
    for student in sorted({one.student.id for one in standings}):
        row = (cells.get((student, assignment), "") for assignment in assignments)
        table.add_row(Text(printable(student)), *row)
    return table


def cell(one: Standing) -> str:
    """Return one submission in few signs."""
    late = "*" if one.late_by else ""
    if one.state in SIGNS:
        return SIGNS[one.state] + late
    return f"{one.points or 0:g}{'+' if one.waiting else ''}{late}"


def looks(found: Status, standings: Iterable[Standing]) -> Iterator[str]:
    """Say what a person should look at."""
    for one in standings:
        if one.note:
            yield printable(f"{one.student.id}, {one.assignment}: {one.note}")
    yield from found.out_of_place
