"""The only module that knows nbgrader: its releases, its gradebook and its late rule."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar

from jupyter_core.paths import jupyter_config_path
from nbgrader.api import Base, Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import URL, Column, Connection, bindparam
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config
from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader
from traitlets.utils.importstring import import_item

from autograder.course.folder import Course, CourseError
from autograder.gradebook.backup import advice, damage_told_by, refusal, sound_copies

TABLES = Base.metadata.tables
COLUMNS = {name: {column.name for column in table.columns} for name, table in TABLES.items()}
CONFIG = "nbgrader_config.py"
PATIENCE = 30.0  # seconds for another program to release the gradebook
ONE_TRY = 0.5  # seconds of them: between two tries Ctrl-C is heard

T = TypeVar("T")
LateRule: TypeAlias = Callable[[str, float, float], float | None]  # student, score, seconds late


def release(course: Course, assignment: str, *, into: str = "release") -> None:
    """Make the students' notebook of an assignment and enter it into the gradebook.

    Does what `nbgrader generate_assignment` does; `into` is the folder of the notebook. Raises
    CourseError with nbgrader's own words.
    """
    config = Config()
    config.CourseDirectory.root = str(course.folder.resolve())
    config.CourseDirectory.course_id = course.name
    config.CourseDirectory.release_directory = into
    with own_programs_first():
        outcome = NbGraderAPI(config=config, log_level="ERROR").generate_assignment(assignment)
    if not outcome["success"]:
        raise CourseError(f"nbgrader could not release {assignment}:\n{outcome['log'].strip()}")


@contextmanager
def own_programs_first() -> Iterator[None]:
    """Let nbgrader find `alembic`, which it calls by name, beside this Python."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def gradebook_path(course: Course, *, thorough: bool = False) -> Path:
    """Return the file of the gradebook.

    Raises CourseError, with the copies of it, where it is missing, emptied or damaged; `thorough`
    reads all of it to find out.
    """
    path = file_of(course)
    fault = refusal(path, COLUMNS, thorough=thorough)
    if fault:
        raise CourseError(fault)
    return path


def file_of(course: Course) -> Path:
    """Return where a course's gradebook lies."""
    return course.folder.resolve() / "gradebook.db"


def make_missing_gradebook(course: Course) -> None:
    """Make a gradebook with all lessons where there is none, nor any copy to be put back."""
    path = file_of(course)
    if path.exists() or any(sound_copies(path, COLUMNS)):
        return
    for assignment in course.assignments:
        if course.source(assignment).is_file():
            with TemporaryDirectory() as folder:  # what was given out stays as it is
                release(course, assignment, into=folder)


@contextmanager
def open_gradebook(course: Course) -> Iterator[Gradebook]:
    """Open the course's gradebook for writing by this one process.

    Raises CourseError if there is none, or if it can't be read or written.
    """
    path = gradebook_path(course)
    url = URL.create("sqlite", database=str(path), query={"timeout": str(ONE_TRY)})
    with clear_errors(path), retry_while_locked(lambda: Gradebook(url, course.name)) as gradebook:
        yield gradebook


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn an error of the database into a CourseError without SQL."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise CourseError(explain_error(path, error)) from None


def explain_error(path: Path, error: Exception) -> str:
    """Say in a sentence what is wrong with the gradebook, and what to do."""
    damage = damage_told_by(getattr(error, "orig", None) or error)
    if damage:
        return f"{path} {damage}. {advice(path, COLUMNS)}"
    reason = reason_of(error)
    if "locked" in reason:
        mend = "Another program holds it: let the formgrader finish saving, or close that program"
    elif "readonly" in reason:
        mend = "It or its folder is write-protected: make both writable"
    elif "full" in reason or "disk I/O" in reason:
        mend = "Make room on the disk"
    else:
        mend = "Does another program hold it, or is it write-protected? Mend that"
    return f"{path} can't be used: {reason}. {mend}, then run the same command again."


def reason_of(error: Exception) -> str:
    """Return SQLite's own words, without the SQL that SQLAlchemy adds."""
    return str(getattr(error, "orig", None) or error).splitlines()[0]


def retry_while_locked(work: Callable[[], T], patience: float = PATIENCE) -> T:
    """Do some work in the database, again and again while another program has it locked."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return work()
        except (SQLAlchemyError, sqlite3.Error) as error:
            if "locked" not in reason_of(error) or time.monotonic() > deadline:
                raise


def change_rows(
    connection: Connection, key: Column[Any], changes: Sequence[Mapping[str, Any]]
) -> None:
    """Change rows of the key column's table; each change names its row by "key"."""
    if changes:
        connection.execute(key.table.update().where(key == bindparam("key")), changes)


def late_rule(course: Course) -> LateRule | None:
    """Return the rule that the course's nbgrader configuration sets, None if it is off.

    Raises CourseError if the configuration can't be used.
    """
    folder = course.folder.resolve()
    try:
        with importable(folder):
            return rule_from(nbgrader_config(folder))
    except Exception as error:  # a configuration is a program: anything may come of it
        reason = f"{type(error).__name__}: {error}"
        raise CourseError(f"{folder / CONFIG}: the late rule can't be used: {reason}") from None


@contextmanager
def importable(folder: Path) -> Iterator[None]:
    """Let a plugin be imported that lies in the course, as nbgrader does when it runs there."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


def nbgrader_config(folder: Path) -> Config:
    """Read what nbgrader reads when it runs in the course: the user's files, then the course's."""
    config = Config()
    for place in (*reversed(jupyter_config_path()), str(folder)):
        try:
            config.merge(PyFileConfigLoader(CONFIG, place).load_config())
        except ConfigFileNotFound:
            continue
    return config


def rule_from(config: Config) -> LateRule | None:
    """Return the rule of the step that assigns late penalties, if autograding has that step."""
    steps: list[Any] = Autograde(
        coursedir=CourseDirectory(config=config), config=config
    ).autograde_preprocessors
    classes = [import_item(step) if isinstance(step, str) else step for step in steps]
    for kind in classes:
        if isinstance(kind, type) and issubclass(kind, AssignLatePenalties):
            step = kind(config=config)
            step.init_plugin()
            rule: LateRule = step.plugin_inst.late_submission_penalty
            return rule if step.enabled else None
    return None
