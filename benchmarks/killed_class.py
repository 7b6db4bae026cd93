"""A short lesson and a class that hands it in, for the benchmark that kills grading."""

import json
from pathlib import Path

from autograder.building.reader import read_lesson
from autograder.course.files import write_whole
from autograder.course.folder import Course, new_course
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons

LESSON = "01_neuron"
TEXT = '''\
# %% [markdown]
# # One neuron

# %% provided="imports"
import numpy as np

# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    ### BEGIN SOLUTION
    return weights @ x + bias
    ### END SOLUTION

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

# %% [markdown] written="neuron.compare" covers="N1" points=2
# Compare both neurons.
#
# > Rubric
# > 2 points: both learn.
'''
# One student after the other takes the next of each: nearly no two hand the same in.
ANSWERS = {
    "neuron-net_input": (
        "def net_input(x, weights, bias):\n    return weights @ x + bias",
        "def net_input(x, weights, bias):\n    return weights @ x",
        "def net_input(x, weights, bias):\n    return sum(weights * x) + bias",
    ),
    "neuron-relu": (
        "def relu(z):\n    return np.maximum(0, z)",
        "relu = abs",
        "def relu(z):\n    return 1 / 0",
        "import os\nos._exit(3)",
    ),
    "neuron-leaky_relu": (
        "def leaky_relu(z, slope=0.01):\n    return np.maximum(slope * np.asarray(z), z)",
        "def leaky_relu(z, slope=0.01):\n    return z",
        "def leaky_relu(z, slope=0.01):\n    return np.maximum(0, z)",
        "def leaky_relu(",
        "leaky_relu = None",
    ),
    "neuron-compare": ("Compare both neurons.", "Both learn.", "Neither does."),
}
CUT_OFF = 17  # every so many, a file that nobody can read


def make_course(folder: Path, students: int) -> Course:
    """Make a course with the short lesson, which every student has handed in."""
    course = new_course(folder, seed=11)
    for _ in install_lessons(course, [read_lesson(TEXT, LESSON, load())]):
        pass
    given_out = course.release(LESSON).read_text(encoding="utf-8")
    for number in range(students):
        text = filled_in(given_out, number)
        path = course.submitted(f"student{number:04d}", LESSON) / f"{LESSON}.ipynb"
        write_whole(path, text[:-50] if number % CUT_OFF == CUT_OFF - 1 else text)
        write_whole(path.with_name("timestamp.txt"), "2026-09-01 18:00:00 UTC")
    return course


def filled_in(given_out: str, number: int) -> str:
    """Return the notebook of one student."""
    notebook = json.loads(given_out)
    for cell in notebook["cells"]:
        if cell["id"] in ANSWERS:
            answers = ANSWERS[cell["id"]]
            cell["source"] = answers[number % len(answers)]
    return json.dumps(notebook)
