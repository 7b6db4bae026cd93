"""Graders see the rubric of the teacher's page above each written answer, and students do not."""

import json
from dataclasses import replace

import pytest

from autograder.feedback.pages import feedback
from autograder.grading.assignment import rubric_in, rubrics_of
from autograder.grading.plan import basis_digest
from autograder.grading.run import run_grading
from autograder.grading.selection import grading_options
from autograder.sandbox.limits import Limits

LESSON = "01_neuron"


@pytest.fixture
def cells(short_course, hand_in):
    """Grade a class of one and return the cells that a grader reads."""

    def cells(**settings):
        hand_in("ann")
        course = replace(short_course, **settings)
        run_grading(course, grading_options(course, workers=1))
        return json.loads(course.autograded("ann", LESSON).read_text(encoding="utf-8"))["cells"]

    return cells


def test_the_rubric_stands_above_the_answer(cells):
    shown = cells()
    ids = [cell["id"] for cell in shown]
    rubric = shown[ids.index("neuron-compare") - 1]
    assert rubric["id"] == "neuron-compare-rubric"
    assert rubric["source"].startswith("**Rubric of the answer below")
    assert rubric["source"].endswith("\n\n- 2 points: both learn.")
    assert ids.count(rubric["id"]) == 1


def test_a_course_can_keep_it_from_the_formgrader(cells):
    assert not [cell for cell in cells(show_rubrics=False) if "rubric" in cell["id"]]


def test_feedback_never_shows_it(short_course, cells):
    assert [cell for cell in cells() if "rubric" in cell["id"]]
    (page,) = feedback(short_course)
    assert "compare" in page.text
    assert "both learn" not in page.text


def test_the_teacher_s_own_words_are_shown_and_grade_anew(short_course, cells):
    page = short_course.teachers_page(LESSON)
    text = page.read_text(encoding="utf-8")
    before = basis_digest(short_course, LESSON, Limits(), "code")
    page.write_text(text.replace("both learn", "both are described"), encoding="utf-8")
    assert basis_digest(short_course, LESSON, Limits(), "code") != before
    assert any(cell["source"].endswith("both are described.") for cell in cells())


def test_without_the_page_there_is_no_rubric(short_course):
    assert rubrics_of(short_course, LESSON) == {"neuron.compare": "- 2 points: both learn."}
    short_course.teachers_page(LESSON).unlink()
    assert rubrics_of(short_course, LESSON) == {}


@pytest.mark.parametrize(
    ("text", "rubric"),
    [
        ("\n\nExplain.\n\n#### Rubric\n\n- 1 point: a\n  and b.\n", "- 1 point: a\n  and b."),
        ("\n> A proverb.\n\n#### Rubric\n> 2 points: c.\n\n> 1: d.", "> 2 points: c.\n\n> 1: d."),
        ("\n\n#### Rubric\n- 1: a.\n\n## Questions\n\n> b) of course", "- 1: a."),
        ("\n> A proverb is no rubric.\n", ""),
    ],
)
def test_the_rubric_is_all_that_stands_below_its_heading(text, rubric):
    assert rubric_in(text) == rubric


def test_each_answer_has_its_own_rubric_whatever_its_heading_has_become(short_course):
    page = short_course.teachers_page(LESSON)
    page.write_text(
        "# Rubrics\n\n### a.one (1 point)\n\n#### Rubric\n\n- 1: one.\n\n"
        "### a.two\n\n#### Rubric\n\n- 1: two.\n\n## Questions\n\n### a.three (1 point)\n\n> b)\n",
        encoding="utf-8",
    )
    assert rubrics_of(short_course, LESSON) == {"a.one": "- 1: one.", "a.two": "- 1: two."}
