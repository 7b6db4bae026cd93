"""axe-core finds nothing serious in what a lesson shows in JupyterLab: text, cards and sliders."""

import pytest

from tests.browser.gallery import IMPORTS, NAMES, cell_id, gallery_text

# What we make. Around it is JupyterLab's own: code editors without names, buttons of its toolbars
# with `aria-pressed`, a list of cells that is called a feed. JupyterLab also draws a saved picture
# without the words that the notebook gives for it.
OURS = (".jp-RenderedMarkdown", ".jp-OutputArea-output:not(.jp-RenderedImage)")
WRONG = "def net_input(x, weights, bias):\n    return x @ weights"
RIGHT = "def net_input(x, weights, bias):\n    return x @ weights + bias"
EXERCISE, CHECK = "neuron-net_input", "neuron-net_input-check"


@pytest.fixture
def lesson(open_lesson):
    lesson = open_lesson("01_neuron.ipynb")
    lesson.run("provided-imports")
    return lesson


def widget_cell(lesson, call):
    return next(one for one, source in lesson.sources.items() if call in source)


def test_cards_buttons_and_what_they_tell(lesson, axe):
    output = lesson.output(CHECK)
    lesson.run(CHECK, "neuron-bias_shifts-check")
    lesson.write(EXERCISE, WRONG)
    lesson.run(EXERCISE, CHECK)
    for name in ("Hint", "Show a solution"):
        output.get_by_role("button", name=name).click()
    output.get_by_text("Worked solution").wait_for()
    assert axe(lesson.page, *OURS) == []
    lesson.write(EXERCISE, RIGHT)
    lesson.run(EXERCISE, CHECK)
    output.get_by_role("button", name="Show a solution").wait_for()
    assert axe(lesson.page, *OURS) == []


def test_sliders_have_names_and_the_picture_has_words_that_follow(lesson, axe):
    shown = widget_cell(lesson, "neuron_widget(")
    lesson.run(shown)
    bias = lesson.output(shown).get_by_role("slider", name="bias b", exact=True)
    bias.wait_for()
    lesson.picture(shown)
    image, words = (
        lesson.output(shown).locator("img"),
        lesson.output(shown).get_by_role("status"),
    )
    before = image.get_attribute("alt")
    assert words.inner_text() in before
    lesson.picture_after(shown, lambda: bias.press("ArrowRight"))
    lesson.page.wait_for_function(
        "([one, before]) => one.alt !== before", arg=[image.element_handle(), before]
    )
    assert words.inner_text() in image.get_attribute("alt")
    assert axe(lesson.page, *OURS) == []


def test_no_control_of_any_widget_is_without_a_name(open_lesson, axe):
    lesson = open_lesson("gallery.ipynb", gallery_text())
    lesson.run(IMPORTS, *map(cell_id, NAMES))
    for name in NAMES:
        lesson.output(cell_id(name)).locator("img[alt]").wait_for()
    play = lesson.output("perceptron").get_by_role("button", name="Play")
    play.click()
    lesson.output("perceptron").get_by_role("button", name="Pause").click()
    play.wait_for()
    assert axe(lesson.page, *OURS) == []
