"""Make the simulated class: hand its notebooks in, and write down what each truly earns."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.building.lesson import Lesson
from autograder.building.notebooks import student_notebook
from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.simulation.damage import DAMAGES, NOT_JSON, not_json
from autograder.simulation.students import Student
from autograder.simulation.submission import Desk, Submission, fill_in

TRUTH = "truth.json"
HANDED_IN = "2026-09-01 18:00:00 UTC"


@dataclass(frozen=True)
class Truth:
    """What one submission truly earns, by check cell, and whether its file was spoiled."""

    student: str
    assignment: str
    points: dict[str, float]
    damage: str


def hand_in(
    course: Course, lessons: Iterable[Lesson], students: Sequence[Student], desk: Desk
) -> Iterator[Truth]:
    """Write every student's notebooks into the course, and yield what each truly earns."""
    for lesson in lessons:
        unsolved = student_notebook(lesson)
        for student in students:
            submission = fill_in(unsolved, lesson, student, desk)
            folder = course.submitted(student.name, lesson.slug)
            write_whole(folder / f"{lesson.slug}.ipynb", file_text(submission.notebook, student))
            write_whole(folder / "timestamp.txt", HANDED_IN)
            yield true_points(lesson, student, submission)


def file_text(notebook: NotebookNode, student: Student) -> str:
    """Return the text of the file that reaches the instructor, spoiled if it was."""
    if student.damage == NOT_JSON:
        return not_json(notebook)
    return json.dumps(DAMAGES[student.damage](notebook), indent=1)


def true_points(lesson: Lesson, student: Student, submission: Submission) -> Truth:
    """Return the truth about one submission; what nobody can read earns nothing."""
    points = {} if student.damage == NOT_JSON else dict(submission.points)
    return Truth(student.name, lesson.slug, points, student.damage)


def write_truth(folder: Path, truths: Iterable[Truth]) -> None:
    """Keep the truth beside the course."""
    write_whole(folder / TRUTH, json.dumps([vars(truth) for truth in truths], indent=1))


def read_truth(folder: Path) -> tuple[Truth, ...]:
    """Read the truth back."""
    return tuple(
        Truth(**fields) for fields in json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    )
