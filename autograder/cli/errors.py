"""Turn mistakes that a person can mend into one clear line instead of a traceback."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from autograder.building.errors import LessonError
from autograder.course.folder import CourseError
from autograder.replacing import what_is_wrong
from autograder.sandbox.warm_process import WarmError

P = ParamSpec("P")
R = TypeVar("R")


def for_people(function: Callable[P, R]) -> Callable[P, R]:
    """Show a mistake in a course, a lesson or a file as click shows its own errors."""

    @functools.wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (CourseError, LessonError, WarmError) as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            raise click.ClickException(what_is_wrong(error)) from None

    return wrapped
