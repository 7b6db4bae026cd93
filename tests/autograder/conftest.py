"""A small lesson as students hand it in, and one warm process for all tests of this folder."""

import copy
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from autograder.building.notebooks import student_notebook
from autograder.building.reader import read_lesson
from autograder.building.sealing import sealed_text
from autograder.course.files import write_whole
from autograder.course.folder import new_course, open_course
from autograder.examining.answer_key import AnswerKey
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.judging.exam import prepare
from autograder.judging.questions import read_sealed
from autograder.sandbox.limits import Limits
from autograder.sandbox.warm_process import WarmProcess
from autograder.submissions.template import LessonTemplate, read_template

collect_ignore = ["older_course"]  # a course folder: its Python files are not tests

TEXT = '''\
# %% [markdown]
# # One neuron

# %% provided="imports"
import numpy as np

# %% [markdown]
# A neuron adds up.

# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    ### BEGIN SOLUTION
    return weights @ x + bias
    ### END SOLUTION

# %% demo=true
print("shown", net_input(np.ones(2), np.ones(2), 0))

# %% exercise="neuron.relu"
def relu(z):
    """Return max(0, z)."""
    ### BEGIN SOLUTION
    return np.maximum(0, z)
    ### END SOLUTION

# %% exercise="neuron.leaky_relu"
def leaky_relu(z, slope=0.01):
    """Return z, or slope times z where z is negative."""
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    ### END SOLUTION

# %% [markdown] question="neuron.output_activation" covers="N11" points=1
# Which activation gives probabilities?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) softmax
#   > Right: they sum to 1.

# %% [markdown] written="neuron.compare" covers="N1" points=2
# Compare both neurons.
#
# > Rubric
# > 2 points: both learn.
'''

ANSWERS = {
    "neuron-net_input": "def net_input(x, weights, bias):\n    return weights @ x + bias",
    "neuron-relu": "def relu(z):\n    return np.maximum(0, z)",
    "neuron-leaky_relu": "def leaky_relu(z, slope=0.01):\n    z = np.asarray(z)\n"
    "    return np.where(z > 0, z, slope * z)",
    "neuron-output_activation": 'output_activation = "b"',
    "neuron-compare": "Compare both neurons.\n\nBoth learn.",
}

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Assignment:
    """The lesson, given out and graded."""

    given: Notebook
    template: LessonTemplate
    key: AnswerKey
    warm: WarmProcess
    files: tuple[tuple[str, str], ...] = ()
    rubrics: Mapping[str, str] = field(default_factory=dict)

    def solved(self, **changes: str) -> Notebook:
        """Return a right submission with some answers changed; `_` stands for `-` in ids."""
        answers = {**ANSWERS, **{f"neuron-{name}": source for name, source in changes.items()}}
        notebook = copy.deepcopy(self.given)
        for cell in notebook["cells"]:
            cell["source"] = answers.get(cell["id"], cell["source"])
        return notebook

    def grade(self, submitted: Notebook | str | bytes, **limits: Any) -> GradedNotebook:
        """Grade a notebook or a file's content."""
        text = json.dumps(submitted) if isinstance(submitted, dict) else submitted
        return grade_notebook(
            text, self.template, self.key, warm=self.warm, limits=Limits(**limits)
        )


@pytest.fixture(scope="session")
def warm():
    with WarmProcess() as process:
        yield process


@pytest.fixture(scope="session")
def assignment(warm: WarmProcess) -> Assignment:
    exercises = load()
    lesson = read_lesson(TEXT, "01_neuron", exercises)
    given = student_notebook(lesson)
    exams = {one.id: prepare(one.exercise, 7) for one in lesson.exercises}
    questions = {one.id: one for one in read_sealed(sealed_text(lesson))}
    return Assignment(
        json.loads(json.dumps(given)),
        read_template(given, exercises),
        AnswerKey(exams, questions),
        warm,
    )


@pytest.fixture(scope="session")
def installed_course(tmp_path_factory):
    """A real course with one short lesson, in which nobody has handed anything in."""
    without_question = TEXT[: TEXT.index("# %% [markdown] question")]
    written = TEXT[TEXT.index("# %% [markdown] written") :]
    course = new_course(tmp_path_factory.mktemp("installed") / "course", seed=3)
    importing = "import numpy as np\n\nfrom autograder.student import check\n"
    text = (without_question + written).replace("import numpy as np\n", importing)
    lesson = read_lesson(text, "01_neuron", load())
    assert list(install_lessons(course, [lesson])) == ["01_neuron"]
    return course


@pytest.fixture
def short_course(installed_course, tmp_path):
    """A copy of that course for one test."""
    shutil.copytree(installed_course.folder, tmp_path / "course")
    return open_course(tmp_path / "course")


@pytest.fixture
def hand_in(short_course):
    """Hand a notebook in: the right answers, but for those that are given."""

    def hand_in(student: str, **changes: str) -> Path:
        answers = {**ANSWERS, **{f"neuron-{name}": text for name, text in changes.items()}}
        notebook = json.loads(short_course.release("01_neuron").read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell["source"] = answers.get(cell["id"], cell["source"])
        path = short_course.submitted(student, "01_neuron") / "01_neuron.ipynb"
        write_whole(path, json.dumps(notebook))
        return path

    return hand_in
