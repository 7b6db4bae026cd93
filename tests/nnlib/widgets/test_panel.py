"""The frame of all widgets: lazy, one image, and a still picture with its words."""

import io
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Barrier

import pytest
from PIL import Image

from nnlib import widgets
from nnlib.widgets.controls import slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Picture, clean_axes
from nnlib.widgets.toolkit import ipywidgets

WIDGETS = {
    name.removesuffix("_widget"): getattr(widgets, name)
    for name in widgets.__all__
    if name.endswith("_widget")
}
every_widget = pytest.mark.parametrize("make", WIDGETS.values(), ids=WIDGETS.keys())


@dataclass(frozen=True)
class Height:
    height: float = 1.0


class CountingLook:
    """A look that counts how often it draws."""

    def __init__(self):
        self.drawings = 0

    def draw(self, state, figure):
        self.drawings += 1
        (ax,) = clean_axes(figure, [(0.1, 0.1, 0.8, 0.8)])
        ax.plot([0, 1], [0, state.height])

    def describe(self, state):
        return f"<b>{state.height:g}</b>"


@pytest.fixture
def counting():
    return CountingLook()


@pytest.fixture
def panel(counting):
    control = slider("height", 1.0, 0.0, 5.0)
    look = Look("A line", counting.draw, counting.describe)
    return Panel(Height(), look, controls={"height": control}, rows=[control])


def test_nothing_is_drawn_before_the_panel_is_shown(panel, counting):
    panel.controls["height"].value = 2.0
    assert panel.state == Height(2.0)
    assert counting.drawings == 0


def test_showing_draws_once_and_every_move_draws_once(panel, counting, show):
    show(panel)
    assert counting.drawings == 1
    panel.controls["height"].value = 3.0
    assert counting.drawings == 2


def test_a_move_changes_the_image_in_place(panel, show, still):
    before = still(show(panel))
    image = next(part for part in panel._box.children if isinstance(part, ipywidgets.Image))
    panel.controls["height"].value = 3.0
    assert image.value != before
    assert len(panel._picture.figure.axes) == 1


def test_after_a_flood_of_moves_in_one_message_the_last_state_is_shown(panel, counting, show):
    show(panel)
    for step in range(50):
        panel.controls["height"].set_state({"value": step / 10})
    assert panel.state == Height(4.9)
    assert panel._image.value == Picture().png(partial(counting.draw, Height(4.9)))
    assert "4.9" in panel._words.value


def test_many_traits_in_one_message_are_one_picture(panel, counting, show):
    show(panel)
    panel.controls["height"].set_state({"value": 2.0, "max": 9.0, "disabled": False})
    assert counting.drawings == 2


class SlowLook(CountingLook):
    """A look that notes when two threads draw at once."""

    def __init__(self):
        super().__init__()
        self.inside = self.most_inside = 0

    def draw(self, state, figure):
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        time.sleep(0.02)  # long enough for another thread to come in, if it may
        super().draw(state, figure)
        self.inside -= 1


@pytest.fixture
def counting_slowly():
    return SlowLook()


def test_a_cell_and_a_control_in_two_threads_take_turns(counting_slowly, show):
    look = Look("A line", counting_slowly.draw, counting_slowly.describe)
    panel = Panel(Height(), look, controls={"height": slider("height", 1.0, 0.0, 20.0)}, rows=[])
    show(panel)
    ready = Barrier(2)

    def five_steps():
        ready.wait()
        for _ in range(5):
            panel.change(lambda state: Height(state.height + 1.0))

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(five_steps) for _ in range(2)]:
            done.result()
    assert counting_slowly.most_inside == 1
    assert panel.state == Height(11.0)


def test_the_words_on_the_page_are_escaped(panel, show):
    show(panel)
    assert "&lt;b&gt;1&lt;/b&gt;" in panel._words.value


@pytest.mark.parametrize("value", ["0"])
def test_the_variable_switches_all_drawing_off(panel, counting, show, monkeypatch, value):
    monkeypatch.setenv("NNLIB_STILL", value)
    bundle = show(panel)
    assert counting.drawings == 0
    assert "image/png" not in bundle
    assert bundle["text/plain"] == "A line"


def test_with_stills_off_a_moved_control_draws_all_the_same(panel, counting, show, monkeypatch):
    monkeypatch.setenv("NNLIB_STILL", "0")
    show(panel)
    panel.controls["height"].value = 3.0
    assert counting.drawings == 1


@every_widget
def test_every_widget_leaves_a_live_view_a_picture_and_words(make, show, still):
    bundle = show(make())
    assert "model_id" in bundle["application/vnd.jupyter.widget-view+json"]
    picture = Image.open(io.BytesIO(still(bundle)))
    picture.verify()
    assert (picture.format, picture.size) == ("PNG", (720, 360))
    assert len(bundle["text/plain"]) > 40


@every_widget
def test_the_picture_depends_on_nothing_but_the_state(make):
    assert make().png() == make().png()


@every_widget
def test_drawing_twice_gives_the_same_picture(make):
    panel = make()
    assert panel.png() == panel.png()


@every_widget
def test_nothing_of_an_earlier_drawing_is_left_in_the_next(make):
    panel = make()
    for control in panel.controls.values():
        panel.png()
        control.value = another_value(control)
        fresh = Picture().png(partial(panel._look.draw, panel.state))
        assert panel.png() == fresh


@every_widget
def test_every_control_can_be_moved_and_changes_picture_or_words(make, show):
    panel = make()
    show(panel)
    for control in panel.controls.values():
        if control.layout.display == "none":  # it belongs to another choice of a menu
            continue
        before = (panel.png(), panel.caption)
        control.value = another_value(control)
        assert (panel.png(), panel.caption) != before


def another_value(control):
    if isinstance(control, ipywidgets.FloatSlider | ipywidgets.IntSlider):
        return control.max if control.value != control.max else control.min
    return next(value for _, value in control._options_full if value != control.value)


@every_widget
def test_the_controls_show_the_state_and_have_whole_labels(make):
    panel = make()
    for name, control in panel.controls.items():
        assert control.value == getattr(panel.state, name)
        assert control.description
        assert control.style.description_width == "initial"


def test_axes_are_used_again_while_their_number_stays():
    figure = Picture().figure
    first = clean_axes(figure, [(0, 0, 1, 1)])
    assert clean_axes(figure, [(0, 0, 1, 1)]) == first
    assert len(clean_axes(figure, [(0, 0, 0.5, 1), (0.5, 0, 0.5, 1)])) == 2


def test_without_ipywidgets_one_sentence_says_what_to_install():
    script = "import sys; sys.modules['ipywidgets'] = None; import nnlib.widgets"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1
    assert last.startswith("ImportError: The sliders of nnlib.widgets need ipywidgets")
    assert "pip install ipywidgets" in last


def test_every_name_that_is_exported_exists():
    assert all(hasattr(widgets, name) for name in widgets.__all__)
