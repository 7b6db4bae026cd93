"""The teacher's page of a lesson."""

import re
from dataclasses import replace

import mistune
import pytest

from autograder.building.lesson import Prose
from autograder.building.rubrics import listed
from autograder.building.teachers_page import teachers_page
from autograder.course.lessons import lessons_of
from autograder.exercises import Misconception

OPENING = "# One neuron\n\n**Time:** about an\nhour. **You need:** functions in Python."
GOALS = "## What you will be able to do\n\n- work out a net input;\n- name its parts."
BELIEFS = tuple(Misconception(f"b{n}", f"You believed the thing {n}.", len) for n in range(5))


@pytest.fixture
def page(lesson):
    exercise = next(cell for cell in lesson.cells if hasattr(cell, "exercise"))
    held = replace(exercise, exercise=replace(exercise.exercise, misconceptions=BELIEFS))
    cells = (Prose(OPENING, (), 1), Prose(GOALS, (), 2), held, *lesson.cells[1:])
    return teachers_page(replace(lesson, cells=cells))


def test_it_states_time_and_needs_as_the_lesson_does(page):
    assert "Time: about an hour.\n\nStudents need: functions in Python." in page


def test_it_lists_the_goals(page):
    assert "## What students will be able to do\n\n- work out a net input;" in page


def test_it_tells_the_commonest_beliefs_of_each_exercise_and_no_more(page):
    assert "`neuron.net_input` (2 points)\n\n- You believed the thing 0." in page
    assert "thing 2." in page
    assert "thing 3." not in page


def test_it_holds_the_rubrics(page):
    assert "- 1 point: both learn." in page


@pytest.fixture(scope="module")
def pages():
    """The pages of all lessons, as a viewer of markdown shows them."""
    return {lesson.slug: mistune.html(teachers_page(lesson)) for lesson in lessons_of(None)}


def test_no_page_of_the_course_shows_marks_that_are_not_closed(pages):
    for slug, html in pages.items():
        text = re.sub(r"<(code|pre)>.*?</\1>", "", html, flags=re.DOTALL)
        assert "`" not in text, slug
        assert "**" not in text, slug
        needs = re.search(r"<p>Students need: (.*?)</p>", html, re.DOTALL)
        assert needs[1].endswith("."), slug


def test_what_students_need_goes_on_after_a_star(pages):
    assert "<code>+</code> and <code>*</code> on them)." in pages["01_neuron"]


def test_no_bullet_holds_only_a_bullet_and_no_model_answer_is_one(pages):
    for slug, html in pages.items():
        assert not re.search(r"<li>\s*(<p>)?\s*([-*] |<ul>|<ol>)", html), slug
        assert not re.search(r"<li>(<p>)?Model answer", html), slug
        assert "<li>Model answer" not in html
    assert "<li>1.5 points: three pairs of parts" in pages["01_neuron"]
    assert "<p>Model answer: A nerve cell" in pages["01_neuron"]


@pytest.mark.parametrize(
    ("written", "listed_as"),
    [
        ("1 point: a.\n2 points: b\n  goes on.", "- 1 point: a.\n- 2 points: b\n  goes on."),
        ("- 1 point: a.\n- 2 points: b.", "- 1 point: a.\n- 2 points: b."),
        ("* 1 point: a.\n\nModel answer: b.", "- 1 point: a.\n\nModel answer: b."),
        ("Be kind.\n\n0.5 points: a.", "Be kind.\n\n- 0.5 points: a."),
        ("- any\n- two", "- any\n- two"),
    ],
)
def test_a_rubric_is_one_list_whether_it_was_written_as_one_or_not(written, listed_as):
    assert listed(written) == listed_as


def test_a_lesson_that_states_no_time_has_a_page_all_the_same(lesson):
    assert teachers_page(lesson).startswith(f"# {lesson.slug}: for the teacher\n\n")
