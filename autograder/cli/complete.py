"""What the shell offers for an assignment, a student or a setting: those of the course folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from autograder.course.folder import SETTINGS as FILE
from autograder.course.folder import Course, CourseError, open_course
from autograder.course.roster import read_roster
from autograder.course.settings.declared import SETTINGS


def complete_assignment(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the assignments that the course has released."""
    return offered(context, incomplete, lambda course: course.assignments)


def complete_student(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer those who have handed something in or stand in the roster."""
    return offered(
        context,
        incomplete,
        lambda course: sorted({*course.students, *(student.id for student in read_roster(course))}),
    )


def complete_setting(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the settings, and a deadline for each assignment."""
    return offered(context, incomplete, setting_names)


def setting_names(course: Course) -> list[str]:
    """Return the names that `autograder course set` takes."""
    plain = [setting.name for setting in SETTINGS if not setting.by_assignment]
    tables = [setting for setting in SETTINGS if setting.by_assignment]
    names = (setting.name_to_type(name) for setting in tables for name in course.assignments)
    return [*plain, *names]


def offered(
    context: click.Context, incomplete: str, names: Callable[[Course], Sequence[str]]
) -> list[str]:
    """Return what begins as typed; nothing where the folder is not typed yet or is no course."""
    folder = course_folder(context)
    if folder is None:
        return []
    try:
        found = names(open_course(folder))
    except (CourseError, OSError):
        return []
    return [name for name in found if name.startswith(incomplete)]


def course_folder(context: click.Context) -> Path | None:
    """Return the course folder among what has been typed.

    Behind an option that still lacks its value, click has not told the arguments apart yet.
    """
    typed = [context.params.get("folder"), *context.args]
    folders = (Path(one) for one in typed if one is not None)
    return next((one for one in folders if (one / FILE).is_file()), None)
