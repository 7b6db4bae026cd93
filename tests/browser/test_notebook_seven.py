"""Widgets in Jupyter Notebook 7, where it is installed, as in JupyterLab."""

import pytest

from tests.browser.chromium import WINDOW
from tests.browser.gallery import IMPORTS, cell_id, gallery_text
from tests.browser.notebook_page import opened_in_notebook_seven, watched
from tests.browser.widget_controls import WidgetControls, effects
from tests.browser.wire import kernel_complaints, settle

pytest.importorskip("notebook", minversion="7", reason="Jupyter Notebook 7 is not installed")
NAMES = ("neuron", "perceptron")
FAR_KEYS = ("End", "Home")  # the arrows go from heading to heading here


@pytest.mark.every_widget
def test_widgets_follow_pointer_and_keys_in_notebook_seven(browser, lab, complaints):
    page = watched(browser.new_page(viewport=WINDOW), complaints)
    lesson = opened_in_notebook_seven(page, lab, "gallery.ipynb", gallery_text(names=NAMES))
    lesson.run(IMPORTS)
    settle(page)
    kernel_complaints(page)  # before the import, the kernel knows of no widgets
    complaints.clear()  # Notebook complains of its own settings while it starts
    for name in NAMES:
        lesson.run(cell_id(name))
        changed = effects(WidgetControls(lesson, cell_id(name), FAR_KEYS))
        assert changed
        assert {move for move, did in changed.items() if not did} == set()
    assert kernel_complaints(page) == []
    assert complaints == []
    page.close()
