"""The command `autograder grade`."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from autograder.cli.errors import for_people
from autograder.grading.classwork import grade_all
from autograder.grading.course import Course, CourseError, open_course
from autograder.grading.gradebook import open_gradebook, write_down
from autograder.grading.handed_in import (
    Submission,
    assignments_handed_in,
    find_submissions,
    out_of_place,
)
from autograder.grading.limits import Limits, limits_for
from autograder.grading.result import GRADED, MISSING, SubmissionResult


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--workers", type=click.IntRange(min=1), help="Graders side by side [default: cores]."
)
@click.option("--assignment", "names", multiple=True, help="Grade only this lesson; repeatable.")
@click.option("--timeout", type=click.FloatRange(min=0.1), help="Seconds for a cell [default: 10].")
@for_people
def command(folder: Path, workers: int | None, names: Sequence[str], timeout: float | None) -> None:
    """Grade every submission of the course in FOLDER and write nbgrader's gradebook."""
    course = open_course(folder)
    submissions = find_submissions(course, chosen(course, names))
    odd = list(out_of_place(course))
    if not submissions:
        raise CourseError("\n".join([nothing_to_grade(course), *odd]))
    console = Console()
    workers = workers or os.cpu_count() or 1
    results = grade(course, submissions, workers, limits_for(timeout), console)
    console.print(table(results))
    console.print(Text(needing_a_look(results, odd)))


def chosen(course: Course, names: Sequence[str]) -> tuple[str, ...]:
    """Return the assignments to grade; where none is named, all that somebody has handed in."""
    for name in names:
        if name not in course.assignments:
            known = ", ".join(course.assignments) or "none"
            raise CourseError(f"There is no assignment {name} in this course; there are: {known}.")
    return tuple(dict.fromkeys(names)) or assignments_handed_in(course)


def nothing_to_grade(course: Course) -> str:
    """Say what is missing where there is nothing to grade."""
    folder = course.folder
    if not course.assignments:
        return f"Nothing is in {folder}/release: run `nbgrader generate_assignment` in the course."
    return f"Nothing has been handed in: notebooks belong into {folder}/submitted/STUDENT/LESSON/."


def grade(
    course: Course,
    submissions: Sequence[Submission],
    workers: int,
    limits: Limits,
    console: Console,
) -> list[SubmissionResult]:
    """Grade with a progress bar; each result is kept and recorded as it comes."""
    results = []
    columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        open_gradebook(course) as gradebook,
        Progress(*columns, console=console) as progress,
        closing(grade_all(course, submissions, workers=workers, limits=limits)) as graded,
    ):
        bar = progress.add_task("", total=len(submissions))
        try:
            for one in graded:
                results.append(write_down(course, gradebook, one))
                progress.advance(bar)
        except KeyboardInterrupt:
            raise CourseError(stopped(len(results), len(submissions))) from None
    return results


def stopped(done: int, total: int) -> str:
    """Say what was done when somebody pressed Ctrl-C."""
    return f"Stopped. {done} of {total} submissions were graded; their points are kept."


def table(results: Iterable[SubmissionResult]) -> Table:
    """Return a table with a line for each student and a column for each assignment."""
    points = {(one.student, one.assignment): standing(one) for one in results}
    students = sorted({student for student, _ in points})
    assignments = sorted({assignment for _, assignment in points})
    made = Table(title="Points (those given by hand not counted)")
    made.add_column("student")
    for assignment in assignments:
        made.add_column(Text(assignment), justify="right")
    for student in students:
        made.add_row(Text(student), *(points.get((student, one), "") for one in assignments))
    return made


def standing(result: SubmissionResult) -> str:
    """Return the points of a submission, or why there are none."""
    if result.status != GRADED:
        return "nothing handed in" if result.status == MISSING else "not readable"
    by_machine = [one for one in result.exercises if not one.by_hand]
    earned, most = sum(one.points for one in by_machine), sum(one.max_points for one in by_machine)
    return f"{earned:g} of {most:g}"


def needing_a_look(results: Iterable[SubmissionResult], odd: Sequence[str] = ()) -> str:
    """Return the notes on all submissions, and on other files, that a person should look at."""
    notes = sorted(
        f"  {one.student}, {one.assignment}: {note}" for one in results for note in one.notes
    )
    notes += [f"  {one}" for one in odd]
    if not notes:
        return "Every notebook was complete and readable."
    return "\n".join(["These need a look:", *notes])
