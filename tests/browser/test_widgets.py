"""Widgets in the browser: keys and pointer move them, and the picture follows."""

import re

import pytest


@pytest.fixture
def widget(open_lesson):
    """Open a lesson and run its imports and the first cell with that widget."""

    def shown(name, call):
        lesson = open_lesson(name)
        cell_id = next(one for one, source in lesson.sources.items() if call in source)
        lesson.run("provided-imports", cell_id)
        return lesson, cell_id

    return shown


def test_the_neurons_picture_follows_keys_and_pointer(widget, complaints):
    lesson, cell_id = widget("01_neuron.ipynb", "neuron_widget(")
    first = lesson.picture(cell_id)
    bias = lesson.slider(cell_id, "bias b")

    by_key = lesson.picture_after(cell_id, lambda: bias.press("ArrowRight"))
    by_pointer = lesson.picture_after(cell_id, lambda: lesson.drag(bias, -40))

    assert first.startswith(b"\x89PNG")
    assert len({first, by_key, by_pointer}) == 3
    assert lesson.output(cell_id).locator("img").count() == 1
    assert complaints == []


def test_the_perceptron_plays_pauses_and_steps_back(widget, complaints):
    lesson, cell_id = widget("02_perceptron.ipynb", "perceptron_widget(")
    output = lesson.output(cell_id)
    words = output.get_by_role("status")
    play, back = output.locator(".jupyter-widgets.widget-play button"), output.get_by_text("Back")
    start = lesson.picture(cell_id)

    play.first.click()
    words.get_by_text(re.compile("Step 2, ")).wait_for()
    play.first.click()
    played = step_of(words)
    back.click()
    words.get_by_text(f"Step {played - 1}").wait_for()

    assert lesson.picture(cell_id) != start
    assert complaints == []


def step_of(words):
    return int(re.search(r"Step (\d+)", words.inner_text())[1])


def test_a_line_gets_three_of_four_samples_of_xor_right(widget, complaints):
    lesson, cell_id = widget("03_xor.ipynb", "xor_line_widget(")
    words = lesson.output(cell_id).get_by_role("status")
    assert "This line gets 2 of 4 right" in words.inner_text()

    lesson.slider(cell_id, "weight w2").press(
        "End"
    )  # w = (1, 2), b = −0.5 fires for all but (0, 0)

    words.get_by_text("This line gets 3 of 4 right").wait_for()
    assert "Best so far: 3 of 4" in words.inner_text()
    assert complaints == []
