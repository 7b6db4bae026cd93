"""A course with one lesson and as many students as wanted, copied from the simulated class."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from autograder.building.lesson import Lesson
from autograder.building.reader import read_lessons
from autograder.course.folder import Course, new_course
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from autograder.simulation.classroom import hand_in
from autograder.simulation.students import make_students
from autograder.simulation.submission import lay_out

ASSIGNMENT = "01_neuron"
SOLUTIONS = Path(__file__).parent.parent / "solutions"


@contextmanager
def course_of(students: int, *, damaged: bool = True, lesson: str = ASSIGNMENT) -> Iterator[Course]:
    """Make a course of one lesson for so many students, and remove it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        course = new_course(Path(folder) / "course", seed=1957)
        lessons = {text.slug: text for text in read_lessons(SOLUTIONS, load())}
        list(install_lessons(course, [lessons[lesson]]))
        copy_until(course, some_work(course, lessons[lesson], damaged=damaged), students)
        yield course


def some_work(course: Course, lesson: Lesson, *, damaged: bool) -> list[Path]:
    """Hand in the simulated class's work and return its folders, away from the course."""
    exercises = tuple(load().values())
    made = make_students(exercises, np.random.default_rng(1957))
    chosen = [student for student in made if damaged or not student.damage]
    list(hand_in(course, [lesson], chosen, lay_out(exercises, SOLUTIONS / "alternatives")))
    away = course.folder / "source" / "work"
    shutil.move(course.folder / "submitted", away)
    return sorted(away.iterdir())


def copy_until(course: Course, work: list[Path], students: int) -> None:
    """Hand the work in again and again, under new names."""
    for number, folder in enumerate(islice(cycle(work), students), start=1):
        shutil.copytree(folder, course.folder / "submitted" / f"student{number:04d}")
    shutil.rmtree(course.folder / "source" / "work")
