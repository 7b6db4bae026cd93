"""Every widget of the course in JupyterLab: every control moved by a hand, and no complaint."""

import pytest

from tests.browser.chromium import WINDOW
from tests.browser.gallery import IMPORTS, NAMES, cell_id, gallery_text
from tests.browser.notebook_page import opened, watched
from tests.browser.widget_controls import UNKNOWN, WidgetControls, effects
from tests.browser.wire import kernel_complaints, settle

# What counts from the next step of a training on, and shows its number until then.
SEEN_LATER = {
    "playground": {"learning rate η: pointer", "learning rate η: key", "regularization: key"}
}
# A part that stands for all where time is short: sliders, menus, buttons, play, own functions.
EVERY_RUN = {"neuron", "perceptron", "descent", "playground"}
EACH = [
    name if name in EVERY_RUN else pytest.param(name, marks=pytest.mark.every_widget)
    for name in NAMES
]
FAILING = """
from dataclasses import dataclass
from nnlib.widgets.controls import slider
from nnlib.widgets.panel import Look, Panel

@dataclass(frozen=True)
class State:
    height: float = 1.0

def describe(state):
    return str(1 / (state.height == 1.0))

control = slider("height", 1.0, 0.0, 5.0)
Panel(State(), Look("fails", lambda state, figure: None, describe),
      controls={"height": control}, rows=[control])
"""


@pytest.fixture(scope="module")
def complaints():
    return []


@pytest.fixture(scope="module")
def gallery(browser, lab, complaints):
    page = watched(browser.new_page(viewport=WINDOW), complaints)
    lesson = opened(page, lab, "gallery.ipynb", gallery_text(("failing", FAILING)))
    lesson.run(IMPORTS)
    settle(page)
    # Before its import the page asks for widgets that the kernel does not know of yet.
    assert {"No such comm" in said for said in kernel_complaints(page)} <= {True}
    yield lesson
    page.close()
    lab.shut_down_kernels()


@pytest.mark.parametrize("name", EACH)
def test_every_control_changes_the_picture_without_a_complaint(gallery, complaints, name):
    gallery.run(cell_id(name))
    controls = WidgetControls(gallery, cell_id(name))
    assert controls.output.locator(UNKNOWN).count() == 0
    changed = effects(controls, SEEN_LATER.get(name, ()))
    assert changed
    assert {move for move, did in changed.items() if not did} <= SEEN_LATER.get(name, set())
    assert controls.output.get_by_role("status").inner_text()
    assert controls.output.locator("img").count() == 1
    assert kernel_complaints(gallery.page) == []
    assert complaints == []


def test_an_error_behind_a_slider_is_noticed(gallery):
    gallery.run("failing")
    controls = WidgetControls(gallery, "failing")
    controls.press_key(controls.output.get_by_role("slider"))
    settle(gallery.page)
    assert "ZeroDivisionError" in "".join(kernel_complaints(gallery.page))
