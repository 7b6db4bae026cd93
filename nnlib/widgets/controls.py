"""Sliders and menus that look alike: the label whole, and wide enough for a hand or the keys."""

from collections.abc import Sequence
from typing import Any

from traitlets import Unicode

from nnlib.widgets.toolkit import ipywidgets

VIEW = "application/vnd.jupyter.widget-view+json"


class NamedImage(ipywidgets.Image):  # type: ignore[misc]  # ipywidgets ships no types
    """An image whose tooltip the page shows.

    The page looks for a description before it sets a tooltip, and fails on an image without.
    """

    description = Unicode("").tag(sync=True)
    tooltip = Unicode("").tag(sync=True)  # ipywidgets 7 gives none to an image


def live_view(widget: Any) -> dict[str, Any]:
    """Return what makes a page show a widget, the same for ipywidgets 7 and 8."""
    return {VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}


def slider(label: str, value: float, low: float, high: float, step: float = 0.1) -> Any:
    """Return a slider over ``low`` to ``high`` with its label and its number."""
    return ipywidgets.FloatSlider(
        value=value, min=low, max=high, step=step, description=label,
        readout_format=".2f", style=_whole_label(), layout=_width("300px"),
    )  # fmt: skip


def step_slider(label: str, value: int, last: int, first: int = 0) -> Any:
    """Return a slider over the whole numbers from ``first`` to ``last``."""
    return ipywidgets.IntSlider(
        value=value, min=first, max=last, description=label,
        style=_whole_label(), layout=_width("380px"),
    )  # fmt: skip


def menu(label: str, value: object, options: Sequence[Any]) -> Any:
    """Return a drop-down menu of the options, each a value or a pair (word, value)."""
    return ipywidgets.Dropdown(
        value=value, options=options, description=label,
        style=_whole_label(), layout=_width("300px"),
    )  # fmt: skip


def ladder(label: str, value: float, options: Sequence[float]) -> Any:
    """Return a slider that stops at the given numbers only."""
    return ipywidgets.SelectionSlider(
        value=value, options=options, description=label,
        style=_whole_label(), layout=_width("300px"),
    )  # fmt: skip


def button(label: str, hint: str) -> Any:
    """Return a button whose hint is shown under the mouse and read to the blind."""
    return ipywidgets.Button(description=label, tooltip=hint, layout=_width("auto"))


def player(last: int, milliseconds: int = 700) -> Any:
    """Return play, pause, stop and repeat buttons that count from 0 to ``last``."""
    return ipywidgets.Play(value=0, min=0, max=last, interval=milliseconds)


def clock(milliseconds: int) -> Any:
    """Return play, pause and stop buttons that count for as long as they are left alone.

    The page sends the next tick only after the kernel has answered the last one, so that no
    queue of old ticks builds up; how far the count has come says nothing.
    """
    return ipywidgets.Play(value=0, min=0, max=10**9, interval=milliseconds, show_repeat=False)


def row(*controls: Any) -> Any:
    """Return the controls side by side, wrapped where the page is narrow."""
    wrapped = ipywidgets.Layout(flex_flow="row wrap", align_items="center", grid_gap="0 14px")
    return ipywidgets.Box(controls, layout=wrapped)


def _whole_label() -> dict[str, str]:
    return {"description_width": "initial"}


def _width(width: str) -> Any:
    return ipywidgets.Layout(width=width, max_width="100%")
