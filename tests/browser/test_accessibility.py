"""axe-core finds nothing serious in the pages for teachers and students, light, dark and narrow."""

from dataclasses import replace

import pytest

from autograder.exercises import load
from autograder.feedback.sections import Section
from autograder.gradebook.result import GRADED, UNREADABLE, ExerciseResult, SubmissionResult
from autograder.report.library_text import LibraryText
from autograder.report.page import render
from autograder.report.similar import Pair, Similarity
from autograder.report.summary import summarize
from autograder.report.whole import ClassReport
from tests.autograder.feedback.conftest import (  # noqa: F401 - fixtures
    ALL,
    classroom,
    installed_course,
    short_course,
)

LOOKS = pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1200), ("dark", 1200), ("light", 390)]
)
NAMES = ("tanh", "relu", "step")
BELIEFS = {"tanh": "abc", "relu": "aab", "step": "ccc"}
ALL_IMPACTS = ("minor", "moderate", "serious", "critical")  # for pages that are ours alone
BELIEF = "Your answer is w·x without b."


@pytest.fixture
def faults_of(browser, axe):
    """Return the faults of a page's text, with all that can be opened open."""

    def found(text, scheme, width):
        page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
        page.set_content(text)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        faults = axe(page, impacts=ALL_IMPACTS)
        page.close()
        return faults

    return found


def result(number, assignment="01_neuron"):
    """Return a student's result: the more students, the rarer the belief."""
    right = [name for place, name in enumerate(NAMES) if number % (place + 2) == 0]
    exercises = tuple(
        ExerciseResult(
            f"neuron.{name}", name, name in right, 1, name in right, "value",
            "" if name in right else BELIEFS[name][number % 3], message=BELIEF,
        )
        for name in NAMES
    )  # fmt: skip
    notes = ("The cell `neuron-relu-check` had been deleted; it is put back.",)
    return SubmissionResult(f"student{number}", assignment, GRADED, exercises, notes)


def whole_report():
    """Return a report with all its parts: two lessons, beliefs, people, notes, alike pairs."""
    first = [result(number) for number in range(16)]
    lost = replace(first[0], student="lost", status=UNREADABLE, exercises=(), notes=("No JSON.",))
    second = [result(number, "02_perceptron") for number in range(12)]
    code = (("def relu(z):\n    return " + "z + " * 60 + "z", "def relu(z): ..."),)
    pair = Pair(("student1", "student2"), 0.8, ("neuron.relu",), code)
    library = (LibraryText("student3", {"neuron.step": "def step(z): return z > 0"}),)
    return ClassReport(
        "Autumn",
        summarize([*first, lost, *second], load(), sections={
            "01_neuron": {f"neuron.{name}": Section("The bias", "#bias") for name in NAMES}
        }),
        similar={"01_neuron": Similarity(16, 0.1, 0.5, (pair,), library=library)},
        strangers=("x",),
    )  # fmt: skip


@LOOKS
def test_the_class_report(faults_of, scheme, width):
    assert faults_of(render(whole_report()), scheme, width) == []


@LOOKS
def test_a_students_page_with_every_kind_of_answer(classroom, faults_of, scheme, width):  # noqa: F811 - a fixture
    classroom.graded(
        "ann",
        ALL,
        answers={
            "neuron-net_input": "def net_input():\n    return " + "0.5 + " * 60 + "1",
            "neuron-compare": "A **strong** word.\n\n| a | b |\n|---|---|\n| 1 | $w \\cdot x$ |",
        },
        repairs=["The cell `neuron-relu-check` had been deleted; it is put back."],
    )
    classroom.person_gives(1, extra=0.5, comment="Say how they differ.", penalty=0.25)
    assert faults_of(classroom.page(), scheme, width) == []


def test_a_students_page_of_work_that_could_not_be_read(classroom, faults_of):  # noqa: F811 - a fixture
    classroom.graded("ann", (), status=UNREADABLE, notes=("The file is cut off at line 7.",))
    assert faults_of(classroom.page(), "light", 1200) == []
