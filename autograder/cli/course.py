"""The command `autograder course`."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.api.course import (
    ANSWERED,
    CHANGED,
    MISSING,
    NEW,
    RECORDED,
    STATES,
    UNREADABLE,
    Status,
    SubmissionStatus,
    install_libraries,
    new_course,
    open_course,
    release_lessons,
    set_setting,
    status,
)
from autograder.api.notes import LOOKS
from autograder.cli.complete import complete_setting
from autograder.cli.errors import for_people
from autograder.cli.looks import HEADING, looks
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option, students_option
from autograder.cli.words import named, printable

LATE = "late"
SIGNS = {MISSING: "-", NEW: "new", CHANGED: "changed", UNREADABLE: "unreadable"}

solutions_option = click.option(
    "--solutions",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The lessons' texts [default: the course's own].",
)


@click.group(name="course")
def command() -> None:
    """Make and look after a course folder."""


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="Make the same grading cases each time, to try things out; a real course needs a secret "
    "that nobody can guess [default: one of 256 random bits].",
)
@click.option(
    "--questions",
    type=click.Choice([ANSWERED, RECORDED]),
    default=ANSWERED,
    help="Whether a check of a question tells if it is right, or only records the answer.",
)
@solutions_option
@for_people
def new(folder: Path, seed: int | None, questions: str, solutions: Path | None) -> None:
    """Make an nbgrader course in FOLDER: sources, release, teacher's pages, gradebook."""
    new_course(folder, seed=seed, questions=questions, solutions=solutions, progress=told)
    click.echo(f"The course is in {folder}. Give your students the notebooks of {folder}/release,")
    click.echo("bring in what comes back with")
    click.echo(f"  autograder collect {folder} FILES")


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@assignments_option("assignments", "Only this lesson; repeatable.")
@solutions_option
@for_people
def release(folder: Path, assignments: Sequence[str], solutions: Path | None) -> None:
    """Make the notebooks of the course in FOLDER anew, from the lessons' texts and the settings.

    What students have is not changed: hand the new notebooks of FOLDER/release out.
    """
    course = open_course(folder)
    release_lessons(course, assignments=assignments, solutions=solutions, progress=told)


def told(lesson: str) -> None:
    """Say that a lesson is released."""
    click.echo(f"  {lesson}")


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
    change = set_setting(folder, name, value, dry_run=dry_run)
    differs = change.before != change.after
    if as_json:
        plain = {"name": name, "before": change.before, "after": change.after}
        click.echo(json.dumps({**plain, "warning": change.warning, "dry_run": dry_run}))
        return
    verb = ("would be" if dry_run else "is now") if differs else "is already"
    before = f" (it was {change.before})" if differs and change.before else ""
    click.echo(f"{name} {verb} {change.after or 'not set'}{before}.")
    if change.warning:
        click.echo(change.warning)


@command.command(name="libraries")
@click.argument("folder", type=click.Path(path_type=Path))
@for_people
def libraries_command(folder: Path) -> None:
    """Install what `libraries` in FOLDER/course.toml names, for students' code alone.

    What this environment has already is allowed as it is; the rest goes into FOLDER/libraries.
    """
    course = open_course(folder)
    installed = install_libraries(course)
    if not course.libraries:
        click.echo("course.toml asks for no libraries. Name some, as in")
        click.echo(f'  autograder course set {folder} libraries "pandas scipy"')
    for library in course.libraries:
        is_new = library in installed
        click.echo(f"  {library}: {'installed' if is_new else 'this environment has it'}")


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
    course_status = status(open_course(folder), assignments=assignments, students=students)
    if as_json:
        click.echo(json.dumps(to_plain(course_status), ensure_ascii=False))
    else:
        show(course_status, Console(), everything=everything or bool(assignments))
    if strict and course_status.needs_a_look:
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def to_plain(course_status: Status) -> dict[str, Any]:
    """Return the status of a course as JSON can hold it."""
    course = course_status.course
    return {
        "course": course.name,
        "deadlines": {name: time.isoformat() for name, time in course.deadlines.items()},
        "submissions": [plain_submission(submission) for submission in course_status.submissions],
        "out_of_place": list(course_status.out_of_place),
        "noted": [group.to_plain() for group in course_status.groups],
    }


def plain_submission(submission: SubmissionStatus) -> dict[str, Any]:
    """Return the status of one submission as JSON can hold it."""
    return {
        "student": submission.student.id,
        "name": submission.student.name,
        "assignment": submission.assignment,
        "state": submission.state,
        "points": submission.points,
        "max_points": submission.max_points,
        "waiting": submission.waiting,
        "late_seconds": submission.late_by.total_seconds(),
        "note": submission.note,
        "notes": [note.to_plain() for note in submission.notes],
        "in_roster": submission.takes_part,
    }


def show(course_status: Status, console: Console, *, everything: bool) -> None:
    """Print a table of the lessons, one of the students, and what needs a look."""
    begun = begun_assignments(course_status.submissions)
    shown = [
        submission
        for submission in course_status.submissions
        if submission.takes_part and (everything or submission.assignment in begun)
    ]
    if not shown:
        click.echo("Nobody has handed anything in yet, and nobody is in students.csv.")
        return
    console.print("Submissions")
    console.print(lessons_table(course_status, shown))
    console.print("Points so far (* late, + answers wait for points by hand)")
    console.print(students_table(shown))
    for line in to_look_at(course_status):
        console.print(Text(line))


def begun_assignments(submissions: Sequence[SubmissionStatus]) -> set[str]:
    """Return the assignments of which anything has come; of all, where nothing has."""
    some = {submission.assignment for submission in submissions if submission.state != MISSING}
    return some or {submission.assignment for submission in submissions}


def lessons_table(course_status: Status, submissions: Sequence[SubmissionStatus]) -> Table:
    """Return a table with a line for each lesson: how many submissions are in which state."""
    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column("assignment", no_wrap=True)
    table.add_column("due", no_wrap=True)
    for head in (*STATES, LATE):
        table.add_column(head, justify="right")
    for assignment in sorted({submission.assignment for submission in submissions}):
        mine = [submission for submission in submissions if submission.assignment == assignment]
        counts = Counter(submission.state for submission in mine)
        counts[LATE] = sum(bool(submission.late_by) for submission in mine)
        due = course_status.course.deadlines.get(assignment)
        numbers = (str(counts[head] or "") for head in (*STATES, LATE))
        table.add_row(Text(printable(assignment)), f"{due:%Y-%m-%d %H:%M}" if due else "", *numbers)
    return table


def students_table(submissions: Sequence[SubmissionStatus]) -> Table:
    """Return a table with a line for each student and a column for each assignment."""
    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column("student", no_wrap=True)
    assignments = sorted({submission.assignment for submission in submissions})
    for assignment in assignments:
        table.add_column(Text(printable(assignment)), justify="right", overflow="fold")
    cells = {
        (submission.student.id, submission.assignment): cell(submission)
        for submission in submissions
    }
    for student in sorted({submission.student.id for submission in submissions}):
        row = (cells.get((student, assignment), "") for assignment in assignments)
        table.add_row(Text(printable(student)), *row)
    return table


def cell(submission: SubmissionStatus) -> str:
    """Return one submission in few signs."""
    late = "*" if submission.late_by else ""
    if submission.state in SIGNS:
        return SIGNS[submission.state] + late
    return f"{submission.points or 0:g}{'+' if submission.waiting else ''}{late}"


def to_look_at(course_status: Status) -> Iterator[str]:
    """Say what a person should look at."""
    if course_status.left:
        yield printable(
            f"Not in students.csv, so in no number here and in no export: "
            f"{named(course_status.left)}. Their work and grades are kept; with a row there they "
            "take part again."
        )
    total = sum(submission.state != MISSING for submission in course_status.submissions)
    names = {one.student.id: one.student.name for one in course_status.submissions}
    found = [*looks(course_status.groups, total, names), *course_status.out_of_place]
    if found:
        yield from (HEADING, *found)
    full = course_status.course.folder / LOOKS
    if found and full.is_file():
        yield f"All notes of grading in full: {full}"
