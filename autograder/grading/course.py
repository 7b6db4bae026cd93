"""A course folder: nbgrader's folders, the lessons, and one readable settings file."""

import json
import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTINGS = "course.toml"
NBGRADER_CONFIG = '''"""What nbgrader needs to know about this course."""

import os

here = os.path.dirname(os.path.abspath(__file__))
c = get_config()
c.CourseDirectory.course_id = {name!r}
c.CourseDirectory.root = here
# Deleted check cells are put back, so that no work waits for manual points for ever.
c.OverwriteCells.add_missing_cells = True
# The formgrader takes a missing exchange folder for an unwritable one.
c.Exchange.root = os.path.join(here, "exchange")
'''
SETTINGS_TEXT = """# The settings of this course. Lines that start with # are comments.

# The name of the course, as nbgrader shows it.
name = {name}

# The secret number from which the grading cases are made. Students must not see it.
# With the same seed the same work always gets the same grade. It is 0 or more.
seed = {seed}
"""


class CourseError(Exception):
    """Something about a course folder that its owner can mend; the text says what and how."""


@dataclass(frozen=True)
class Course:
    """A course folder and its settings."""

    folder: Path
    name: str
    seed: int

    def source(self, assignment: str) -> Path:
        """Return the instructor's notebook of an assignment."""
        return self.folder / "source" / assignment / f"{assignment}.ipynb"

    def release(self, assignment: str) -> Path:
        """Return the students' notebook of an assignment."""
        return self.folder / "release" / assignment / f"{assignment}.ipynb"

    def submitted(self, student: str, assignment: str) -> Path:
        """Return the folder that a student handed in."""
        return self.folder / "submitted" / student / assignment

    def autograded(self, student: str, assignment: str) -> Path:
        """Return the notebook that shows how a submission was graded."""
        return self.folder / "autograded" / student / assignment / f"{assignment}.ipynb"

    def result(self, student: str, assignment: str) -> Path:
        """Return the file that keeps the result of one submission."""
        return self.folder / "results" / assignment / f"{student}.json"

    @property
    def assignments(self) -> tuple[str, ...]:
        """Return the assignments that have been released, in order."""
        folders = (self.folder / "release").glob("*")
        return tuple(sorted(one.name for one in folders if self.release(one.name).is_file()))

    @property
    def students(self) -> tuple[str, ...]:
        """Return everybody who has handed anything in."""
        folders = (self.folder / "submitted").glob("*")
        return tuple(sorted(one.name for one in folders if one.is_dir() and is_students(one.name)))


def is_students(name: str) -> bool:
    """Tell a student's name from what systems leave among folders, and from no text at all."""
    return not name.startswith((".", "__MACOSX")) and readable(name) == name


def readable(name: str) -> str:
    """Return a file's name so that it can be shown and kept, even if its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def new_course(folder: Path, *, seed: int | None = None) -> Course:
    """Make an empty course folder with its settings and nbgrader's configuration.

    Raises CourseError where the folder already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty. Name a new folder, or empty this one first.")
    seed = secrets.randbelow(2**31) if seed is None else seed
    course = Course(folder, folder.resolve().name, seed)
    for name in ("source", "submitted", "exchange", "results"):
        (folder / name).mkdir(parents=True)
    config = NBGRADER_CONFIG.format(name=course.name)
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    quoted = json.dumps(course.name, ensure_ascii=False)  # which TOML reads as JSON does
    settings = SETTINGS_TEXT.format(name=quoted, seed=seed)
    (folder / SETTINGS).write_text(settings, encoding="utf-8")
    return course


def open_course(folder: Path) -> Course:
    """Read a course folder's settings.

    Raises CourseError with the file, what is wrong in it and what is allowed.
    """
    settings = folder / SETTINGS
    if not settings.is_file():
        raise CourseError(
            f"{folder} is not a course folder: it has no {SETTINGS}. "
            f"Make one with `autograder course new {folder}`."
        )
    return Course(folder, **read_settings(settings))


def read_settings(path: Path) -> dict[str, Any]:
    """Read and check the settings file."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} can't be read: {error}. Mend that line and try again.") from None
    wanted = {"name": str, "seed": int}
    for key, kind in wanted.items():
        if type(values.get(key)) is not kind:
            raise CourseError(
                f"{path}: `{key}` must be {'a text in quotes' if kind is str else 'a whole number'}"
                f", but it is {values.get(key)!r}."
            )
    if values["seed"] < 0:
        raise CourseError(f"{path}: `seed` must be 0 or more, but it is {values['seed']}.")
    unknown = sorted(values.keys() - wanted.keys())
    if unknown:
        raise CourseError(f"{path}: there is no setting `{unknown[0]}`; there are name and seed.")
    return values
