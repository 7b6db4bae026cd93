"""The only module that knows nbgrader: releasing assignments and writing its gradebook."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nbgrader.api import Grade, Gradebook, SubmittedNotebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.utils import parse_utc
from traitlets.config import Config

from autograder.grading.course import Course, CourseError
from autograder.grading.result import UNREADABLE, ExerciseResult, SubmissionResult

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
    """Open the course's gradebook for writing by this one process."""
    path = course.folder.resolve() / "gradebook.db"
    if not path.is_file():
        raise CourseError(f"{path} is missing. Run `nbgrader generate_assignment` in the course.")
    with Gradebook(f"sqlite:///{path}", course.name) as gradebook:
        yield gradebook


def record(gradebook: Gradebook, result: SubmissionResult, folder: Path) -> None:
    """Write one result into the gradebook; points given by hand stay as they are.

    `folder` is what the student handed in: its timestamp file tells when.
    """
    gradebook.update_or_create_student(result.student)
    with gradebook.db.no_autoflush:  # nbgrader links the cells before it adds the submission
        submission = gradebook.update_or_create_submission(
            result.assignment, result.student, **handed_in(folder)
        )
    for notebook in submission.notebooks:
        record_notebook(notebook, result)
    gradebook.db.commit()


def handed_in(folder: Path) -> dict[str, datetime]:
    """Return the time of a submission as keyword arguments, none where it is not known."""
    stamp = folder / TIMESTAMP
    if not stamp.is_file():
        return {}
    return {"timestamp": parse_utc(stamp.read_text(encoding="utf-8", errors="replace").strip())}


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
