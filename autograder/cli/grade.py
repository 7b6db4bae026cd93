"""The command `autograder grade`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from autograder.api import Course, open_course
from autograder.api.grading import (
    GRADED,
    LEVELS,
    MISSING,
    UNREADABLE,
    GradingOptions,
    Progress,
    Report,
    Run,
    SubmissionResult,
    accepts_limits,
    grading_options,
    preview,
    require_fork,
    run_grading,
    to_plain,
)
from autograder.api.notes import Cause, count_of, names_of
from autograder.cli.errors import for_people
from autograder.cli.looks import HEADING, absent, in_brief, looks, records
from autograder.cli.options import NEEDS_A_LOOK, assignments_option, json_option, students_option
from autograder.cli.words import named, printable

NO_NOTEBOOK = "no notebook"  # other files came instead
WITHOUT_POINTS = {
    UNREADABLE: "not readable",
    NO_NOTEBOOK: NO_NOTEBOOK,
    MISSING: "nothing handed in",
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--workers", type=click.IntRange(min=1), help="Graders side by side [default: cores]."
)
@assignments_option("names", "Grade only this lesson; repeatable.")
@students_option("Grade only this one's; repeatable.")
@click.option(
    "--exercise",
    "exercises",
    multiple=True,
    help="Judge only this exercise anew, the others keep their results; repeatable.",
)
@click.option(
    "--isolation",
    type=click.Choice(LEVELS),
    help="Grade from this level of isolation on [default: the course's].",
)
@click.option("--force", is_flag=True, help="Grade what has not changed, too.")
@click.option("--timeout", type=click.FloatRange(min=0.1), help="Seconds for a cell [default: 10].")
@click.option("--dry-run", is_flag=True, help="Grade nothing; say what would be graded.")
@click.option("--brief", is_flag=True, help="Print how many, not each one's points and notes.")
@json_option
@click.option("--strict", is_flag=True, help="End with 3 if a submission needs a look.")
@for_people
def command(
    folder: Path,
    workers: int | None,
    names: Sequence[str],
    students: Sequence[str],
    exercises: Sequence[str],
    isolation: str | None,
    force: bool,
    timeout: float | None,
    dry_run: bool,
    brief: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Grade the submissions of the course in FOLDER and write nbgrader's gradebook.

    What has not changed since it was graded keeps its grade.
    """
    require_fork()
    course = open_course(folder)
    course = replace(course, isolation=isolation or course.isolation)
    options = grading_options(
        course,
        assignments=names,
        students=students,
        exercises=exercises,
        force=force,
        workers=workers,
        timeout=timeout,
    )
    console = Console(quiet=as_json)
    if accepts_limits(course):
        console.print(Text(accepts_limits(course)))
    run = preview(course, options) if dry_run else grade_with_bar(course, options, console)
    if as_json:
        click.echo(json.dumps(in_plain(run, dry_run=dry_run), ensure_ascii=False))
    elif dry_run:
        console.print(Text(ahead(run)))
    elif brief:
        console.print(Text(counts(run.results)))
        console.print(Text(isolation_of(run)))
        console.print(Text("\n".join(notes(run, brief=True))))
    else:
        console.print(table(run.results))
        console.print(Text(isolation_of(run)))
        console.print(Text("\n".join(notes(run, names_of(course)))))
    if strict and run.needs_a_look:
        raise click.exceptions.Exit(NEEDS_A_LOOK)


def grade_with_bar(course: Course, options: GradingOptions, console: Console) -> Run:
    """Grade with a bar that shows how far the run has come."""
    if console.quiet:
        return run_grading(course, options)
    with bar(console) as report:
        return run_grading(course, options, report)


@contextmanager
def bar(console: Console) -> Iterator[Report]:
    """Show a bar in which those that are done stand from the start."""
    columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console) as shown:
        task = shown.add_task("", total=None)

        def report(progress: Progress) -> None:
            for sentence in at_the_start(progress) if progress.result is None else ():
                console.print(Text(sentence))
            shown.update(task, total=progress.total, completed=progress.done)

        yield report


def with_new_secret() -> str:
    """Say what it means that a course of an earlier version has got its secret."""
    return (
        "This course had no secret and has one of 256 bits now, in secret.txt: its hidden cases "
        "are made from that and no longer from the seed alone, which could be guessed. So all are "
        "graded anew. Honest work earns the same, points and comments given by hand stay. Keep "
        "secret.txt from students, and copy it with the course."
    )


def at_the_start(progress: Progress) -> Iterator[str]:
    """Say how many submissions keep their grades, and how many are graded anew by themselves."""
    if progress.new_secret:
        yield with_new_secret()
    if progress.kept:
        yield kept_as_they_were(progress.kept, progress.total)
    if progress.outdated:
        yield graded_anew(progress.outdated, progress.total)


def graded_anew(count: int, total: int) -> str:
    """Say how many submissions are graded anew though nobody has changed them."""
    return (
        f"{count} of {total} submissions have not changed, but what their grades rest on has "
        "(the lesson, the settings or this program): they are graded anew. "
        "Points and comments given by hand stay."
    )


def kept_as_they_were(count: int, total: int) -> str:
    """Say how many submissions were not graded again."""
    return (
        f"{count} of {total} submissions have not changed and keep their grades "
        "(--force grades them again)."
    )


def ahead(run: Run) -> str:
    """Say what would be graded."""
    said = [*run.about_lessons]
    if not run.graded:
        nothing = f"Nothing would be graded: all {len(run.results)} submissions have their grades."
        return "\n".join([*said, nothing])
    lines = [f"  {printable(student)}, {assignment}" for student, assignment in run.graded]
    kept = f"; {len(run.results)} would keep their grades" if run.results else ""
    return "\n".join([*said, f"{len(run.graded)} submissions would be graded{kept}:", *lines])


def in_plain(run: Run, *, dry_run: bool) -> dict[str, Any]:
    """Return what a run did as JSON can hold it."""
    return {
        "dry_run": dry_run,
        "graded": [{"student": who, "assignment": what} for who, what in run.graded],
        "results": [to_plain(result) for result in sorted(run.results, key=by_name)],
        "warning": run.warning,
        "out_of_place": list(run.out_of_place),
        "about_lessons": list(run.about_lessons),
        "needs_a_look": run.needs_a_look,
        "noted": [group.to_plain() for group in run.groups],
        "looks_file": str(run.looks_file or ""),
        "open_looks": [str(file) for file in run.open_looks],
    }


def by_name(result: SubmissionResult) -> tuple[str, str]:
    """Return what orders results: the assignment, then the student."""
    return result.assignment, result.student


def table(results: Iterable[SubmissionResult]) -> Table:
    """Return a table with a line for each student and a column for each assignment."""
    points = {(result.student, result.assignment): points_text(result) for result in results}
    students = sorted({student for student, _ in points})
    assignments = sorted({assignment for _, assignment in points})
    shown = Table(title="Points (those given by hand not counted)")
    shown.add_column("student")
    for assignment in assignments:
        shown.add_column(Text(assignment), justify="right")
    for student in students:
        shown.add_row(
            Text(printable(student)), *(points.get((student, name), "") for name in assignments)
        )
    return shown


def isolation_of(run: Run) -> str:
    """Say how far students' code was cut off when these grades were made."""
    reached = {result.isolation for result in run.results}
    levels = [level for level in LEVELS if level in reached]
    words = f"Students' code ran at this level of isolation: {', '.join(levels) or 'none was run'}."
    return f"{words}\n{run.warning}" if run.warning else words


def counts(results: Iterable[SubmissionResult]) -> str:
    """Say how many submissions were graded or could not be."""
    states = Counter(state(result) for result in results)
    words = {
        GRADED: "graded",
        UNREADABLE: "not readable",
        NO_NOTEBOOK: "without a notebook",
        MISSING: "with nothing handed in",
    }
    parts = [f"{states[state]} {word}" for state, word in words.items() if states[state]]
    return f"Submissions: {', '.join(parts) or 'none'}."


def state(result: SubmissionResult) -> str:
    """Return a submission's status, and NO_NOTEBOOK where other files came instead of one."""
    return NO_NOTEBOOK if result.status == MISSING and not result.is_absent else result.status


def points_text(result: SubmissionResult) -> str:
    """Return the points of a submission, or why there are none."""
    if result.status != GRADED:
        return WITHOUT_POINTS.get(state(result), "not readable")
    by_machine = [exercise for exercise in result.exercises if not exercise.by_hand]
    earned = sum(exercise.points for exercise in by_machine)
    most = sum(exercise.max_points for exercise in by_machine)
    return f"{earned:g} of {most:g}"


def notes(
    run: Run, names: Mapping[str, str] | None = None, *, brief: bool = False
) -> Iterator[str]:
    """Yield what a person should look at, and where all that was noted is written in full."""
    groups = run.groups
    total = len(run.results) - count_of(groups, Cause.ABSENT)
    causes = in_brief(groups, total) if brief else looks(groups, total, names)
    lessons = [f"  {sentence}" for sentence in run.about_lessons]
    found = [*lessons, *causes, *misplaced(run.out_of_place, brief)]
    if found:
        yield from (HEADING, *found)
    else:
        yield f"Nothing needs a look{' in what was graded' if run.open_looks else ''}."
    yield from about_open(run.open_looks)
    yield from (*absent(groups), *records(groups, total))
    if groups and run.looks_file:
        yield f"All notes in full: {run.looks_file}"


def about_open(files: Sequence[Path]) -> Iterator[str]:
    """Say where notes of collecting are that nobody has settled yet."""
    if files:
        where = named([str(file) for file in files])
        yield f"Collecting noted what needs a look; delete the file when it is settled: {where}"


def misplaced(sentences: Sequence[str], brief: bool) -> Iterator[str]:
    """Yield what lies in `submitted` and is nobody's work."""
    if brief and sentences:
        yield f"  {len(sentences)} in submitted: this is nobody's work"
    else:
        yield from (f"  {sentence}" for sentence in sentences)
