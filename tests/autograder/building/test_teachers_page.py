"""The teacher's page of a lesson."""

from dataclasses import replace

import pytest

from autograder.building.lesson import Prose
from autograder.building.teachers_page import teachers_page
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


def test_a_lesson_that_states_no_time_has_a_page_all_the_same(lesson):
    assert teachers_page(lesson).startswith(f"# {lesson.slug}: for the teacher\n\n")
