"""A course folder: nbgrader's folders, the lessons, and one readable settings file."""

import secrets
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from autograder.course.names import is_student_name
from autograder.course.secret import SecretError, make_secret, read_secret
from autograder.course.settings.declared import ANSWERED, Settings
from autograder.course.settings.file import SettingsError, SettingsFile, settings_text

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


class CourseError(Exception):
    """Something about a course folder that its owner can mend; the text says what and how."""


@dataclass(frozen=True)
class Course(Settings):
    """A course folder and its settings."""

    folder: Path = field(kw_only=True)

    def source(self, assignment: str) -> Path:
        """Return the instructor's notebook of an assignment."""
        return self.folder / "source" / assignment / f"{assignment}.ipynb"

    def release(self, assignment: str) -> Path:
        """Return the students' notebook of an assignment."""
        return self.folder / "release" / assignment / f"{assignment}.ipynb"

    def teachers_page(self, assignment: str) -> Path:
        """Return the page of an assignment for the teacher alone, with its rubrics."""
        return self.folder / "teacher" / f"{assignment}.md"

    def answers(self, assignment: str) -> Path:
        """Return the file with the answers to an assignment's questions, for grading alone."""
        return self.folder / "teacher" / f"{assignment}.json"

    def submitted(self, student: str, assignment: str) -> Path:
        """Return the folder that a student handed in."""
        return self.folder / "submitted" / student / assignment

    def autograded(self, student: str, assignment: str) -> Path:
        """Return the notebook that shows how a submission was graded."""
        return self.folder / "autograded" / student / assignment / f"{assignment}.ipynb"

    def result(self, student: str, assignment: str) -> Path:
        """Return the file that keeps the result of one submission."""
        return self.folder / "results" / assignment / f"{student}.json"

    def feedback(self, student: str, assignment: str) -> Path:
        """Return the page that a student reads about one submission."""
        return self.folder / "feedback" / student / f"{assignment}.html"

    @property
    def zone(self) -> tzinfo | None:
        """Return the time zone of the platform, None where it is this machine's."""
        return ZoneInfo(self.timezone) if self.timezone else None

    @property
    def secret(self) -> bytes:
        """Return what the hidden cases are made from; raises CourseError if it can't be read."""
        try:
            return read_secret(self.folder)
        except SecretError as error:
            raise CourseError(str(error)) from None

    @property
    def assignments(self) -> tuple[str, ...]:
        """Return the assignments that have been released, in order."""
        folders = (self.folder / "release").glob("*")
        return tuple(
            sorted(folder.name for folder in folders if self.release(folder.name).is_file())
        )

    @property
    def students(self) -> tuple[str, ...]:
        """Return everybody who has handed anything in."""
        folders = (self.folder / "submitted").glob("*")
        return tuple(
            sorted(
                folder.name
                for folder in folders
                if folder.is_dir() and is_student_name(folder.name)
            )
        )


def new_course(folder: Path, *, seed: int | None = None, questions: str = ANSWERED) -> Course:
    """Make an empty course folder with its settings, its secret and nbgrader's configuration.

    Of a seed the same hidden cases are made each time; a real course needs none. Raises
    CourseError where the folder already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty. Name a new folder, or empty this one first.")
    known, seed = seed, secrets.randbelow(2**31) if seed is None else seed
    course = Course(folder.resolve().name, seed, questions=questions, folder=folder)
    for name in ("source", "submitted", "exchange", "results"):
        (folder / name).mkdir(parents=True)
    config = NBGRADER_CONFIG.format(name=course.name)
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8", newline="\n")
    settings = settings_text({"name": course.name, "seed": seed, "questions": questions})
    (folder / SETTINGS).write_text(settings, encoding="utf-8", newline="\n")
    make_secret(folder, of_seed=known)
    return course


def secure(course: Course) -> bool:
    """Make the secret of a course that an earlier version made without; return True if it did.

    Raises CourseError if it can't be written.
    """
    try:
        return make_secret(course.folder)
    except SecretError as error:
        raise CourseError(str(error)) from None


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
    try:
        return Course(**SettingsFile.read(settings).values(), folder=folder)
    except SettingsError as error:
        raise CourseError(str(error)) from None
