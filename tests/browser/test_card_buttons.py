"""The buttons under a card, pressed by mouse and by keys, and heard by a screen reader."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.exercises import load
from tests.browser.chromium import WINDOW
from tests.browser.gallery import KERNEL
from tests.browser.notebook_page import CELLS

EXERCISE, CHECK = "neuron-net_input", "neuron-net_input-check"
WRONG = "def net_input(x, weights, bias):\n    return x @ weights"
HINTS = load()["neuron.net_input"].hints
PAUSE = 600  # milliseconds: what comes sooner is the same press
MODELS = "import ipywidgets.widgets.widget as w; print(len(w._instances))"
MANY_RUNS = """
from IPython.display import clear_output
from autograder.student.checking import checked
from autograder.student.display import show_card
card, _ = checked("neuron.net_input", globals())
for _ in range(20):
    clear_output(wait=True)
    show_card(card)
"""
OWN = {
    "provided-imports": "from autograder.student import check",
    EXERCISE: WRONG,
    CHECK: 'check("neuron.net_input")',
}
ERROR = "Error displaying widget"


@pytest.fixture
def lesson(open_lesson):
    lesson = open_lesson("01_neuron.ipynb")
    lesson.write(EXERCISE, WRONG)
    lesson.run("provided-imports", EXERCISE, CHECK)
    return lesson


@pytest.fixture
def reopened(lab, browser):
    """Save a notebook, end its kernel, and open it in a new window; return that and one cell."""
    pages = []

    def opened_again(lesson, place):
        with lesson.page.expect_response(is_saved):
            lesson.page.keyboard.press("Control+s")
        lab.shut_down_kernels()
        pages.append(browser.new_page(viewport=WINDOW))
        pages[-1].goto(lesson.page.url.partition("?")[0] + "?reset")
        return pages[-1], pages[-1].locator(CELLS).nth(place)

    yield opened_again
    for page in pages:
        page.close()


def button(lesson, name):
    return lesson.output(CHECK).get_by_role("button", name=name, exact=True)


def told(lesson):
    """Return the cards that were asked for by buttons, in the part that is read out."""
    return lesson.output(CHECK).locator("[aria-live=polite]").get_by_role("group")


def hints_counted(lab):
    return json.loads(lab.progress.read_text())["records"]["neuron.net_input"]["hints"]


def test_presses_by_mouse_show_hints_and_a_solution_and_are_counted(lesson, lab, complaints):
    button(lesson, "Hint for net_input").dblclick()
    told(lesson).get_by_text(HINTS[0]).wait_for()
    lesson.page.wait_for_timeout(PAUSE)
    assert told(lesson).count() == hints_counted(lab) == 1  # a double click is one press
    button(lesson, "Hint for net_input").click()
    told(lesson).nth(1).get_by_text("2 of 3").wait_for()
    button(lesson, "Show a solution for net_input").click()
    told(lesson).get_by_text("def net_input").wait_for()
    assert told(lesson).count() == 3
    assert hints_counted(lab) == 2

    lesson.run(CHECK)
    assert "Hints left: 1 of 3." in lesson.output(CHECK).inner_text()
    assert told(lesson).count() == 0
    assert complaints == []


def test_keys_reach_the_buttons_and_press_them_and_stay_there(lesson, lab):
    hint = button(lesson, "Hint for net_input")
    hint.focus()
    lesson.page.keyboard.press("Enter")
    told(lesson).get_by_text(HINTS[0]).wait_for()
    assert is_focused(hint)
    lesson.page.keyboard.press("Tab")
    solution = button(lesson, "Show a solution for net_input")
    assert is_focused(solution)
    assert solution.evaluate("one => getComputedStyle(one).outlineWidth") == "2px"
    lesson.page.keyboard.press("Space")
    told(lesson).get_by_text("def net_input").wait_for()
    assert is_focused(solution)
    assert hints_counted(lab) == 1


def is_saved(reply):
    return reply.request.method == "PUT" and "/api/contents/" in reply.url


def is_focused(element):
    return element.evaluate("one => document.activeElement === one")


def test_many_runs_leave_one_row(lesson):
    before = lesson.call(MODELS)
    lesson.call(MANY_RUNS)
    assert lesson.call(MODELS) == before
    rows = lesson.page.get_by_role("button", name="Hint for net_input", exact=True)
    rows.wait_for()
    assert rows.count() == 1


def test_a_lesson_opened_again_without_its_kernel_shows_the_card_and_no_buttons(reopened, lesson):
    page, cell = reopened(lesson, lesson.places[CHECK])
    cell.get_by_text("The bias is added once").wait_for()
    assert cell.get_by_role("button", name="Hint").count() == 0
    assert ERROR not in page.locator("body").inner_text()


def test_a_notebook_whose_every_cell_was_run_shows_no_error_either(reopened, open_lesson):
    # Only such a notebook is trusted when it is opened again: then JupyterLab looks for widgets.
    cells = [new_code_cell(source, id=one) for one, source in OWN.items()]
    text = nbformat.writes(new_notebook(cells=cells, metadata={"kernelspec": KERNEL}))
    lesson = open_lesson("own.ipynb", text)
    lesson.run(*OWN)
    page, cell = reopened(lesson, len(OWN) - 1)
    cell.get_by_role("group").wait_for()
    page.get_by_text(ERROR).wait_for(state="attached")
    assert not page.get_by_text(ERROR).is_visible()
    assert "The bias is added once" in cell.inner_text()
