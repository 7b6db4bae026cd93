"""The command `autograder check`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from autograder.api import CourseError
from autograder.api.checking import GRADED, ExerciseResult, check
from autograder.api.notes import Cause, Note
from autograder.cli.errors import for_people

SIGNS = {True: ("✓", "green"), False: ("✗", "red"), None: ("?", "yellow")}
MOST_OF_A_KIND = 5


@click.command()
@click.argument("notebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--assignment", default="", help="The lesson that it is of, where the file does not tell."
)
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    help="The lessons' texts [default: the course's own].",
)
@for_people
def command(notebook: Path, assignment: str, solutions: Path | None) -> None:
    """Grade one NOTEBOOK of your own, with the cases that its checks use.

    The file may have any name: what it holds tells which lesson it is.

    Ends with 0 if everything is right, with 1 if something is not.
    """
    graded = check(notebook, assignment=assignment, solutions=solutions)
    console = Console(highlight=False)
    if graded.status != GRADED:
        raise CourseError("\n".join(graded.notes))
    for result in graded.exercises:
        show(console, result)
    for sentence in few_of_each_kind(graded.notes):
        console.print(Text(sentence, style="dim"))
    checked = [result for result in graded.exercises if not result.by_hand]
    earned = sum(result.points for result in checked)
    most = sum(result.max_points for result in checked)
    console.print(f"\n{earned:g} of {most:g} points; written answers are not counted.")
    raise click.exceptions.Exit(0 if all(result.passed for result in checked) else 1)


def few_of_each_kind(notes: Iterable[Note]) -> Iterator[str]:
    """Yield notes, of those of one kind the first few, and how many more there are."""
    kinds: dict[Cause, list[Note]] = {}
    for note in notes:
        kinds.setdefault(note.cause, []).append(note)
    for of_kind in kinds.values():
        yield from of_kind[:MOST_OF_A_KIND]
        if len(of_kind) > MOST_OF_A_KIND:
            yield f"… and {len(of_kind) - MOST_OF_A_KIND:,} more of this kind."


def show(console: Console, result: ExerciseResult) -> None:
    """Print one exercise: a sign, its points and, unless it is right, what is wrong."""
    sign, color = SIGNS[result.passed]
    points = f"{result.points:g} of {result.max_points:g}"
    console.print(Text.assemble((f"{sign} ", color), f"{result.id}  ", (points, "dim")))
    if not result.passed:
        console.print(Text.assemble(*(f"    {line}\n" for line in result.message.splitlines())))
