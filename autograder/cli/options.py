"""The options that several commands share, and the exit code of one of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from autograder.cli.complete import complete_assignment, complete_student

NEEDS_A_LOOK = 3  # the exit code of --strict

Function = TypeVar("Function", bound=Callable[..., Any])

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object and nothing else."
)

authors_solutions_option = click.option(
    "--solutions",
    type=click.Path(file_okay=False, path_type=Path),
    help="The lessons' texts [default: the folder solutions here, else the course's own].",
)


def assignments_option(name: str, words: str) -> Callable[[Function], Function]:
    """Return the option `--assignment`, which may be given again and again."""
    return click.option(
        "--assignment", name, multiple=True, shell_complete=complete_assignment, help=words
    )


def students_option(words: str) -> Callable[[Function], Function]:
    """Return the option `--student`, which may be given again and again."""
    return click.option(
        "--student", "students", multiple=True, shell_complete=complete_student, help=words
    )
