"""A picture, its words and its controls: the frame that all widgets share."""

import base64
import html
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock
from typing import Any, Generic, TypeVar

from matplotlib.figure import Figure

from nnlib.widgets.controls import NamedImage, live_view
from nnlib.widgets.naming import naming
from nnlib.widgets.picture import Picture
from nnlib.widgets.toolkit import ipywidgets

State = TypeVar("State")

# Set to 0, it keeps notebooks that nobody looks at, as in grading, from drawing at all.
STILL_VARIABLE = "NNLIB_STILL"


def replace_field(state: Any, name: str, value: object) -> Any:
    """Return the state with one field changed: how most widgets react to a control."""
    return replace(state, **{name: value})


@dataclass(frozen=True)
class Look(Generic[State]):
    """What a widget does, in pure functions of its state.

    ``draw`` fills the figure, ``describe`` says the same in words, and ``react`` gives the
    state after the control of a name was set to a value.
    """

    title: str
    draw: Callable[[State, Figure], None]
    describe: Callable[[State], str]
    react: Callable[[State, str, Any], State] = replace_field


class Panel(Generic[State]):
    """A widget of the course: show it as the last line of a cell, or by ``display``.

    It draws one figure again and again into one image, so nothing flickers and nothing
    piles up. It draws only when it is shown, and after that when a control moves. Without a
    browser, the notebook keeps a still picture and its words.

    Parameters
    ----------
    state
        The first state, a frozen dataclass.
    look
        The pure functions of the widget.
    controls
        The control of each field of the state that has one, by the field's name.
    rows
        The controls as they stand on the page, from the top down.
    actions
        Further controls that change no field by themselves, such as buttons, by name.
    """

    def __init__(
        self,
        state: State,
        look: Look[State],
        *,
        controls: Mapping[str, Any],
        rows: Sequence[Any],
        actions: Mapping[str, Any] | None = None,
    ) -> None:
        self.state = state
        self.controls = dict(controls)
        self.actions = dict(actions or {})
        self._look = look
        self._picture = Picture()
        self._shown = False
        self._following = False
        # JupyterLab moves the controls in a thread of its own, beside a cell that runs.
        self._one_at_a_time = RLock()
        # At its own size: stretched over a wide page, a picture is blurred and fills the screen.
        own_size = {"max_width": "100%", "align_self": "flex-start"}
        # Where no script may name the picture, its tooltip does; the words below say what it shows.
        self._image = NamedImage(format="png", layout=own_size, tooltip=look.title)
        self._words = ipywidgets.HTML()
        self._box = ipywidgets.VBox([*rows, self._image, self._words, naming()])
        for name, control in self.controls.items():
            control.observe(partial(self._on_move, name), names="value")

    @property
    def caption(self) -> str:
        """What the picture shows, in words."""
        return self._look.describe(self.state)

    def png(self) -> bytes:
        """Draw the present state and return it as the bytes of a PNG."""
        with self._one_at_a_time:
            return self._picture.png(partial(self._look.draw, self.state))

    def change(self, change: Callable[[State], State]) -> None:
        """Go to the state that ``change`` makes of the present one, as a button does."""
        with self._one_at_a_time:
            self.state = change(self.state)
            self._set_controls()
            if self._shown:
                self._show()

    def _on_move(self, name: str, move: Mapping[str, Any]) -> None:
        with self._one_at_a_time:
            if not self._following:  # else this control follows the state, it does not lead
                self.change(lambda state: self._look.react(state, name, move["new"]))

    def _set_controls(self) -> None:
        self._following = True
        try:
            for name, control in self.controls.items():
                control.value = getattr(self.state, name)
        finally:
            self._following = False

    def _show(self) -> None:
        with self._one_at_a_time:
            self._image.value = self.png()
            words = html.escape(self.caption).replace("\n", "<br>")
            # A screen reader reads these words when they change.
            self._words.value = f'<div role="status" style="line-height: 1.4">{words}</div>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """Return the live view, a still picture and its words, of which a page takes one."""
        bundle = live_view(self._box)
        self._shown = True
        if os.environ.get(STILL_VARIABLE) == "0":
            return bundle | {"text/plain": self._look.title}
        self._show()
        still = base64.b64encode(self._image.value).decode("ascii")
        return bundle | {"image/png": still, "text/plain": f"{self._look.title}\n{self.caption}"}
