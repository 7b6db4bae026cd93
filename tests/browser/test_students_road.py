"""What a student does in lesson 01: look, move, be wrong, ask, be right, and see it counted."""

import json

import pytest

EXERCISE, CHECK = "neuron-net_input", "neuron-net_input-check"
WRONG = "def net_input(x, weights, bias):\n    return x @ weights"
RIGHT = "def net_input(x, weights, bias):\n    return x @ weights + bias"
FORGOTTEN_BIAS = "Your answer is w·x without b. The bias is added once, after the sum."
FIRST_HINT = "Multiply each input by its own weight, add the products up, then add the bias."


@pytest.fixture
def lesson(open_lesson):
    lesson = open_lesson("01_neuron.ipynb")
    lesson.run("provided-imports")
    return lesson


def test_a_student_is_told_what_is_wrong_and_then_that_it_is_right(lesson, lab, complaints):
    lesson.run(EXERCISE, CHECK)
    assert lesson.output(EXERCISE).inner_text() == ""
    assert "Still to do" in lesson.card(CHECK)
    assert "\n0 of " in lesson.card(CHECK)

    lesson.write(EXERCISE, WRONG)
    lesson.run(EXERCISE, CHECK)
    assert FORGOTTEN_BIAS in lesson.card(CHECK)
    assert "\n0 of " in lesson.card(CHECK)

    assert FIRST_HINT in lesson.call('hint("neuron.net_input")')
    assert "def net_input" in lesson.call('solution("neuron.net_input")')

    lesson.write(EXERCISE, RIGHT)
    lesson.run(EXERCISE, CHECK)
    assert "✓ Right" in lesson.card(CHECK)
    assert "2 of 2 points" in lesson.card(CHECK)
    assert "\n1 of " in lesson.card(CHECK)
    assert "01 neuron · 1 of " in lesson.call("progress()")

    record = json.loads(lab.progress.read_text())["records"]["neuron.net_input"]
    assert record == {"attempts": 2, "best": 1.0, "hints": 1, "passed": True}
    assert lesson.errors() == []
    assert complaints == []


def test_the_solution_waits_for_a_try(lesson):
    assert "Try it yourself first" in lesson.call('solution("neuron.softmax")')


def test_a_students_own_error_is_seen(lesson):
    lesson.call("1 / 0")
    assert "ZeroDivisionError" in lesson.errors()[0]
