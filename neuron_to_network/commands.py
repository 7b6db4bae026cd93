"""The student's commands: `start`, `update` and `reset`."""

from collections.abc import Sequence
from pathlib import Path

import click

from autograder.cli.console import ConsoleGroup
from autograder.replacing import what_is_wrong
from neuron_to_network.folder import FolderError, StudentFolder, Updated, shell_quoted
from neuron_to_network.given_out import NoLessonsError, given_out
from neuron_to_network.lab import open_lab

FOLDER = click.Path(file_okay=False, path_type=Path)
DEFAULT = Path("neuron-to-network")


class OneSentence(ConsoleGroup):
    """A group of commands whose errors that a person can mend are one sentence."""

    def invoke(self, context: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(context)
        except (FolderError, NoLessonsError) as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            raise click.ClickException(what_is_wrong(error)) from None


@click.group(cls=OneSentence)
@click.version_option(package_name="neuron-to-network")
def commands() -> None:
    """Learn neural networks in notebooks of your own, from one neuron to a deep network."""


@commands.command(context_settings={"ignore_unknown_options": True})
@click.argument("folder", type=FOLDER, default=DEFAULT)
@click.option("--lab/--no-lab", default=True, help="Open JupyterLab on the first lesson.")
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def start(folder: Path, options: Sequence[str], *, lab: bool) -> None:
    """Copy the lessons into FOLDER, which becomes yours, and open the first in JupyterLab.

    Notebooks that are there already stay as they are. OPTIONS go to JupyterLab.
    """
    require_one_folder(folder, options)
    lessons = given_out()
    new = StudentFolder(folder).start(lessons)
    copied = f"{counted(len(new), 'lesson')} copied into {folder}."
    click.echo(copied if new else f"All lessons are in {folder} already, and stay as they are.")
    if not lab:
        click.echo(f"Open them with: neuron-to-network start {shell_quoted(folder)}")
        return
    raise SystemExit(open_lab(folder, next(iter(lessons)), options))


@commands.command()
@click.argument("folder", type=FOLDER, default=Path())
def update(folder: Path) -> None:
    """Bring the notebooks in FOLDER up to newer lessons; answers, own cells and outputs stay.

    Save and close the notebooks before.
    """
    results = StudentFolder(folder).update(given_out())
    said = [told(result) for result in results if result.changes is None or result.changes]
    click.echo("\n".join(said) or "All lessons are the newest.")


@commands.command()
@click.argument("lesson")
@click.argument("folder", type=FOLDER, default=Path())
def reset(lesson: str, folder: Path) -> None:
    """Give LESSON out afresh in FOLDER, "01_neuron" for instance; the old notebook is kept."""
    named = Path(lesson)  # perhaps with its folder
    lesson = named.name.removesuffix(".ipynb")
    old = StudentFolder(folder / named.parent).reset(lesson, given_out())
    click.echo(f"{lesson} is as it was given out." + (f" The old notebook: {old}" if old else ""))


def require_one_folder(folder: Path, options: Sequence[str]) -> None:
    """Raise UsageError where a word was taken for the folder or for an option, and is neither."""
    if str(folder).startswith("-"):
        raise click.UsageError(f"There is no option {folder}.")
    if options and not options[0].startswith("-"):
        raise click.UsageError(
            f"One folder is enough, and {options[0]} is another. Put a name with spaces in quotes."
        )


def told(result: Updated) -> str:
    """Say what an update did to one lesson."""
    if result.is_new:
        return f"{result.lesson}: a lesson that you had not got was given out."
    if result.changes is None:
        reset = f"`neuron-to-network reset {result.lesson}` keeps it and gives a fresh one."
        return f"{result.lesson}: the notebook was left as it is: {result.trouble}. {reset}"
    kept = f" Before: {result.old}" if result.old else ""
    return f"{result.lesson}: {result.changes}.{kept}"


def counted(number: int, word: str) -> str:
    """Return a number with its word.

    >>> counted(1, "lesson"), counted(11, "lesson")
    ('1 lesson', '11 lessons')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
