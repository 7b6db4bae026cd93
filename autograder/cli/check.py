"""The command `autograder check`."""

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from autograder.cli.errors import for_people
from autograder.cli.lessons import checkout
from autograder.course.folder import CourseError
from autograder.exercises import load
from autograder.gradebook.result import GRADED, ExerciseResult
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.grading.submission import assignment_from
from autograder.sandbox.warm_process import WarmProcess
from autograder.student.checking import PUBLIC_SEED
from autograder.submissions.template import CHECK, LessonTemplate, load_template

SIGNS = {True: ("✓", "green"), False: ("✗", "red"), None: ("?", "yellow")}


@click.command()
@click.argument("notebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@for_people
def command(notebook: Path) -> None:
    """Grade one NOTEBOOK of your own, with the cases that its checks use.

    Ends with 0 if everything is right, with 1 if something is not.
    """
    graded = check(notebook)
    console = Console(highlight=False)
    if graded.status != GRADED:
        raise CourseError("\n".join(graded.notes))
    for one in graded.exercises:
        show(console, one)
    for note in graded.notes:
        console.print(Text(note, style="dim"))
    checked = [one for one in graded.exercises if not one.by_hand]
    earned, most = (sum(getattr(one, of) for one in checked) for of in ("points", "max_points"))
    console.print(f"\n{earned:g} of {most:g} points; written answers are not counted.")
    raise click.exceptions.Exit(0 if all(one.passed for one in checked) else 1)


def check(notebook: Path) -> GradedNotebook:
    """Grade a notebook against the lesson that it comes from."""
    assignment = assignment_from(lesson_of(notebook), load(), PUBLIC_SEED)
    with WarmProcess() as warm:
        return grade_notebook(notebook.read_bytes(), assignment.template, assignment.key, warm=warm)


def lesson_of(notebook: Path) -> LessonTemplate:
    """Return the lesson as it was given out; outside a checkout, the notebook itself.

    Raises CourseError where that is no notebook of the course.
    """
    given_out = checkout() / "lessons" / "en" / notebook.name
    lesson = load_template(given_out if given_out.is_file() else notebook, load())
    if not lesson.of_kind(CHECK):
        raise CourseError(f"{notebook} holds no exercise of the course: is it the right file?")
    return lesson


def show(console: Console, result: ExerciseResult) -> None:
    """Print one exercise: a sign, its points and, unless it is right, what was found."""
    sign, color = SIGNS[result.passed]
    points = f"{result.points:g} of {result.max_points:g}"
    console.print(Text.assemble((f"{sign} ", color), f"{result.id}  ", (points, "dim")))
    if not result.passed:
        console.print(Text.assemble(*(f"    {line}\n" for line in result.message.splitlines())))
