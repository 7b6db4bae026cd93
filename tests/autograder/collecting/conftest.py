"""A course of two short lessons, a small class, and one way to collect and to look at it."""

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from autograder.building.reader import read_lesson
from autograder.collecting.collect import CollectingOptions, collect
from autograder.collecting.outcome import Collection
from autograder.course.folder import Course, new_course, open_course
from autograder.course.roster import Student, read_roster, write_roster
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons

LESSON = '''\
# %% [markdown]
# # Lesson {title}

# %% [markdown]
# Some words about {title}.

# %% provided="imports"
import numpy as np

from autograder.student import check

# %% exercise="{exercise}"
def {name}({arguments}):
    """Return what is asked."""
    ### BEGIN SOLUTION
    return {solution}
    ### END SOLUTION
'''
NEURON = LESSON.format(
    title="neurons",
    exercise="neuron.relu",
    name="relu",
    arguments="z",
    solution="np.maximum(0, z)",
)
PERCEPTRON = LESSON.format(
    title="weights",
    exercise="perceptron.predict",
    name="predict",
    arguments="x, weights, bias",
    solution="np.where(weights @ x + bias > 0, 1, 0)",
)
CLASS = (
    Student("aigul", "Айгүл Нұрлан", "aigul@example.org", canvas_id="101", sis_id="S1"),
    Student("jiwoo", "김지우", "jiwoo@example.org", canvas_id="102", sis_id="S2"),
    Student("priya", "प्रिया शर्मा", "priya@example.org", canvas_id="103"),
    Student("amina", "أمينة خالد", "amina@example.org", canvas_id="104"),
    Student("obrien", "Seán O'Brien-Ng", "sean@example.org", canvas_id="105"),
    Student("maria-lee", "María José Lee", "maria@example.org", canvas_id="106"),
)
WHEN = datetime(2026, 10, 1, 18, 30, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def installed_course(tmp_path_factory):
    """A course with two short lessons, in which nobody has handed anything in."""
    course = new_course(tmp_path_factory.mktemp("installed") / "course", seed=3)
    lessons = [
        read_lesson(text, name, load())
        for name, text in (("01_neuron", NEURON), ("02_perceptron", PERCEPTRON))
    ]
    assert list(install_lessons(course, lessons)) == ["01_neuron", "02_perceptron"]
    return course


@dataclass(frozen=True)
class Desk:
    """A course, and where an instructor's downloads lie."""

    course: Course
    downloads: Path
    people: tuple[Student, ...] = CLASS
    when: datetime = WHEN

    def notebook(self, answer="return 1", assignment="01_neuron", **metadata):
        """Return the bytes of a notebook that somebody filled in."""
        notebook = json.loads(self.course.release(assignment).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["source"] and "raise NotImplementedError" in "".join(cell["source"]):
                cell["source"] = f"# {answer}"
        return json.dumps({**notebook, **metadata}).encode()

    def without_ids(self, content):
        """Return a notebook as a program saves it that drops ids and marks, and runs it."""
        notebook = json.loads(content)
        for cell in notebook["cells"]:
            cell.pop("id", None)
            cell["metadata"] = {}
            cell["source"] = "".join(cell["source"]) + "\n \n"
            if cell["cell_type"] == "code":
                cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1"}]
        return json.dumps(notebook).encode()

    def with_own_cell(self, content, source):
        """Return a notebook with one more cell."""
        notebook = json.loads(content)
        notebook["cells"].append({**notebook["cells"][-1], "id": "own", "source": source})
        return json.dumps(notebook).encode()

    def zip(self, files, name="download.zip"):
        """Write a zip file with these contents by name."""
        path = self.downloads / name
        with ZipFile(path, "w") as archive:
            for file, content in files.items():
                archive.writestr(file, content)
        return path

    def collect(self, *sources, **order) -> Collection:
        """Collect sources into the course."""
        return collect(open_course(self.course.folder), sources, CollectingOptions(**order))

    def roster(self, *students):
        """Write the roster."""
        write_roster(self.course, students)

    @property
    def students(self):
        """Return the roster by id."""
        return {one.id: one for one in read_roster(self.course)}

    def submitted(self, student, assignment="01_neuron"):
        """Return what counts for a student."""
        return (self.course.submitted(student, assignment) / f"{assignment}.ipynb").read_bytes()

    def deadline(self, text):
        """Set a deadline for the first assignment."""
        settings = self.course.folder / "course.toml"
        settings.write_text(
            settings.read_text(encoding="utf-8") + f"01_neuron = {text}\n", encoding="utf-8"
        )


@pytest.fixture
def desk(installed_course, tmp_path):
    """A copy of the course for one test, with a roster."""
    shutil.copytree(installed_course.folder, tmp_path / "course")
    (tmp_path / "downloads").mkdir()
    made = Desk(open_course(tmp_path / "course"), tmp_path / "downloads")
    made.roster(*CLASS)
    return made
