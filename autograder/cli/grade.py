"""The command `autograder grade`."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from autograder.cli.choice import chosen_assignments, chosen_students, with_exercises
from autograder.cli.errors import for_people
from autograder.grading.classwork import Grades, grade_all
from autograder.grading.course import Course, CourseError, open_course
from autograder.grading.handed_in import Submission, find_submissions, out_of_place
from autograder.grading.ledger import Ledger, open_ledger
from autograder.grading.levels import LEVELS
from autograder.grading.limits import Limits, limits_for
from autograder.grading.plan import Planned, planned, unchanged
from autograder.grading.result import GRADED, MISSING, SubmissionResult
from autograder.grading.results import kept_result
from autograder.grading.visible import visible
from autograder.grading.warm import require_fork


@dataclass(frozen=True)
class Order:
    """What somebody asked to be graded, and how; `only` names exercises, none means all."""

    assignments: tuple[str, ...]
    students: tuple[str, ...]
    only: frozenset[str]
    force: bool
    workers: int
    limits: Limits


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--workers", type=click.IntRange(min=1), help="Graders side by side [default: cores]."
)
@click.option("--assignment", "names", multiple=True, help="Grade only this lesson; repeatable.")
@click.option("--student", "students", multiple=True, help="Grade only this one's; repeatable.")
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
) -> None:
    """Grade the submissions of the course in FOLDER and write nbgrader's gradebook.

    What has not changed since it was graded keeps its grade.
    """
    require_fork()
    course = open_course(folder)
    course = replace(course, isolation=isolation or course.isolation)
    assignments = with_exercises(course, chosen_assignments(course, names), exercises)
    odd = list(out_of_place(course))
    if not find_submissions(course, assignments):
        raise CourseError("\n".join([nothing_to_grade(course), *odd]))
    console = Console()
    order = Order(
        assignments,
        chosen_students(course, students),
        frozenset(exercises),
        force,
        workers or os.cpu_count() or 1,
        limits_for(timeout),
    )
    results = grade(course, order, console)
    console.print(table(results))
    console.print(Text(isolation_of(results)))
    console.print(Text(needing_a_look(results, odd)))


def nothing_to_grade(course: Course) -> str:
    """Say what is missing where there is nothing to grade."""
    folder = course.folder
    if not course.assignments:
        return f"Nothing is in {folder}/release: run `nbgrader generate_assignment` in the course."
    return f"Nothing has been handed in: notebooks belong into {folder}/submitted/STUDENT/LESSON/."


def grade(course: Course, order: Order, console: Console) -> list[SubmissionResult]:
    """Grade what has changed, with a progress bar; each result is kept as it comes."""
    submissions = find_submissions(course, order.assignments)
    with open_ledger(course, order.assignments) as ledger:
        plan = planned(
            course, [s for s in submissions if s.student in order.students], order.limits
        )
        right = () if order.force or order.only else unchanged(course, plan)
        todo = tuple(one for one in plan if one not in right)
        catch_up(ledger, submissions, {one.name for one in todo})
        if right:
            console.print(Text(kept_as_they_were(len(right), len(plan))))
        kept = [one.result for one in right if one.result is not None]
        return kept + grade_anew(ledger, todo, order, console, done=len(right))


def catch_up(ledger: Ledger, submissions: Iterable[Submission], todo: set[tuple[str, str]]) -> None:
    """Record what an earlier run kept and could not record, unless it is graded again now."""
    for assignment in dict.fromkeys(one.assignment for one in submissions):
        mine = [one for one in submissions if one.assignment == assignment]
        names = [one.student for one in mine if (one.student, assignment) not in todo]
        found = (kept_result(ledger.course, name, assignment) for name in names)
        ledger.catch_up(assignment, [one for one in found if one is not None])


def kept_as_they_were(count: int, total: int) -> str:
    """Say how many submissions were not graded again."""
    return (
        f"{count} of {total} submissions have not changed and keep their grades "
        "(--force grades them again)."
    )


def grade_anew(
    ledger: Ledger, todo: Sequence[Planned], order: Order, console: Console, *, done: int
) -> list[SubmissionResult]:
    """Grade the submissions that need it; those that are done stand in the bar from the start."""
    fingerprints = {one.name: one.fingerprint for one in todo}
    results: list[SubmissionResult] = []
    columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress, told_what_is_kept(results, len(todo)):
        bar = progress.add_task("", total=done + len(todo), completed=done)
        with closing(graded(ledger.course, todo, order)) as grades:
            for one in grades:
                name = one.result.student, one.result.assignment
                results.append(ledger.add(one, fingerprints[name]))
                progress.advance(bar)
    return results


def graded(course: Course, todo: Sequence[Planned], order: Order) -> Grades:
    """Yield each submission's grade as it is there; nothing is started where nothing is to do."""
    if todo:
        submissions = [one.submission for one in todo]
        with closing(
            grade_all(
                course,
                submissions,
                workers=order.workers,
                limits=order.limits,
                only=order.only,
            )
        ) as grades:
            yield from grades


@contextmanager
def told_what_is_kept(results: Sequence[SubmissionResult], total: int) -> Iterator[None]:
    """Say how far grading came where it ends early: on Ctrl-C, or on a full disk."""
    try:
        yield
    except KeyboardInterrupt:
        raise CourseError(stopped(len(results), total)) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        reason = f"{where}{error.strerror or error}."
        raise CourseError(f"{reason} {half_done(len(results), total)}") from None
    except CourseError as error:
        raise CourseError(f"{error} {half_done(len(results), total)}") from None


def half_done(done: int, total: int) -> str:
    """Say what is kept where grading could not go on."""
    return (
        f"{done} of {total} submissions were graded; their results are kept, "
        "and the next run goes on from there."
    )


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
        made.add_row(
            Text(visible(student)), *(points.get((student, one), "") for one in assignments)
        )
    return made


def isolation_of(results: Iterable[SubmissionResult]) -> str:
    """Say how far students' code was cut off when these grades were made."""
    levels = [level for level in LEVELS if level in {one.isolation for one in results}]
    return f"Students' code ran at this level of isolation: {', '.join(levels) or 'none was run'}."


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
        f"  {visible(one.student)}, {one.assignment}: {indented(note)}"
        for one in results
        for note in one.notes
    )
    notes += [f"  {one}" for one in odd]
    if not notes:
        return "Every notebook was complete and readable."
    return "\n".join(["These need a look:", *notes])


def indented(note: str) -> str:
    """Return a note in which nothing hides, and whose further lines pass for no other note."""
    return visible(note, lines=True).replace("\n", "\n      ")
