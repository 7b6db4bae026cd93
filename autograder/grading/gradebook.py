"""The only module that knows nbgrader: releasing assignments and writing its gradebook."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nbgrader.api import Grade, Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from autograder.grading.course import Course, CourseError
from autograder.grading.result import MISSING, UNREADABLE, ExerciseResult, SubmissionResult
from autograder.grading.results import keep
from autograder.messages import say

TIMESTAMP = "timestamp.txt"


def release(course: Course, assignment: str) -> None:
    """Make the students' notebook of an assignment and enter it into the gradebook.

    Does what `nbgrader generate_assignment` does. Raises CourseError with nbgrader's own words.
    """
    config = Config()
    config.CourseDirectory.root = str(course.folder.resolve())
    config.CourseDirectory.course_id = course.name
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


@contextmanager
def open_gradebook(course: Course) -> Iterator[Gradebook]:
    """Open the course's gradebook for writing by this one process.

    Raises CourseError where there is none, where it cannot be written, or where it lacks an
    assignment.
    """
    path = course.folder.resolve() / "gradebook.db"
    if not path.is_file():
        raise CourseError(f"{path} is missing. Run `nbgrader generate_assignment` in the course.")
    try:
        with Gradebook(f"sqlite:///{path}", course.name) as gradebook:
            yield gradebook
    except MissingEntry as error:
        raise CourseError(f"{path}: {error}. Run `nbgrader generate_assignment` for it.") from None
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        advice = "Does another program hold it, or is it write-protected?"
        raise CourseError(f"{path} can't be used: {reason}. {advice}") from None


def write_down(course: Course, gradebook: Gradebook, result: SubmissionResult) -> SubmissionResult:
    """Keep one result and record it; return it with a note where its time is not known."""
    folder = course.submitted(result.student, result.assignment)
    note = note_on_time(folder)
    noted = replace(result, notes=(*result.notes, note)) if note else result
    keep(course, noted)
    record(gradebook, noted, folder)
    return noted


def record(gradebook: Gradebook, result: SubmissionResult, folder: Path) -> None:
    """Write one result into the gradebook; points given by hand stay as they are.

    `folder` is what the student handed in: its timestamp file tells when. Who handed nothing in
    is entered as a student, without a submission that would wait for somebody to grade it.
    """
    gradebook.update_or_create_student(result.student)
    if result.status == MISSING:
        return
    time = time_of(folder)
    known = {} if time is None else {"timestamp": time}
    with gradebook.db.no_autoflush:  # nbgrader links the cells before it adds the submission
        submission = gradebook.update_or_create_submission(
            result.assignment, result.student, **known
        )
    for notebook in submission.notebooks:
        record_notebook(notebook, result)
    gradebook.db.commit()


def time_of(folder: Path) -> datetime | None:
    """Return when a submission was handed in, None where it is not known."""
    try:
        text = (folder / TIMESTAMP).read_text(encoding="utf-8", errors="replace")
        time: datetime = parse_utc(text.strip())
    except (OSError, ValueError, OverflowError):
        return None
    return time


def note_on_time(folder: Path) -> str:
    """Return a note for the instructor where the file of a submission's time tells none."""
    if not (folder / TIMESTAMP).exists() or time_of(folder) is not None:
        return ""
    return say("{file} holds no time; the submission is taken as in time.", file=TIMESTAMP)


def record_notebook(notebook: SubmittedNotebook, result: SubmissionResult) -> None:
    """Write the points of each graded cell; a notebook nobody could read is flagged."""
    notebook.flagged = result.status == UNREADABLE
    by_cell = {one.cell: one for one in result.exercises}
    # One query for all names: asking each grade for its own takes a query a cell.
    names = {cell.id: cell.name for cell in notebook.notebook.grade_cells}
    for grade in notebook.grades:
        record_grade(grade, by_cell.get(names[grade.cell_id]))


def record_grade(grade: Grade, result: ExerciseResult | None) -> None:
    """Write one cell's points, as nbgrader does: a person looks again at what a person graded."""
    by_hand = result is None or result.needs_manual_points
    grade.auto_score = None if result is None or by_hand else result.points
    grade.needs_manual_grade = by_hand or grade.manual_score is not None
