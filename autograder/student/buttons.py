"""Buttons under a card, in a page that has some: each press shows one more card below them.

They are a display of their own, so that the card stays plain HTML in the saved notebook. Opened
again without its kernel, the notebook shows the card and no buttons.
"""

import time
from collections.abc import Mapping, MutableMapping, Sequence
from functools import partial
from threading import Lock
from typing import Any

from autograder.student.card import Button, Card
from autograder.student.rendering import card_html

VIEW = "application/vnd.jupyter.widget-view+json"
ROWS = "_neuron_to_network_buttons"  # in the student's namespace: the row of each exercise
QUIET_SECONDS = 0.5  # a press so soon after another is the same press: a double click, a held key
ROW, TOLD = "neuron-to-network-buttons", "neuron-to-network-told"  # CSS classes
# A saved notebook keeps the place of the buttons and not the buttons: JupyterLab would write
# "Error displaying widget" there.
BUTTONS_BELOW = (
    "<style data-buttons-below>.jp-OutputArea-child:has(style[data-buttons-below]) + "
    ".jp-OutputArea-child:not(:has(.jp-OutputArea-output *)) { display: none }</style>"
)
# What ipywidgets has no word for: the whole name of a button, that new cards are read out, and
# a ring around the button that the keys have reached which can be seen on a light page too.
SCRIPT = f"""<style>
.{ROW} button:focus-visible {{
    outline: 2px solid currentColor !important; outline-offset: -3px !important
}}
</style><script>(() => {{
    const script = document.currentScript
    const box = script && script.closest(".widget-vbox")
    if (!box) return
    const name = () => {{
        for (const button of box.querySelectorAll("button[title]"))
            button.setAttribute("aria-label", button.title)
        for (const told of box.querySelectorAll(".{TOLD}")) told.setAttribute("aria-live", "polite")
    }}
    new MutationObserver(name).observe(box, {{childList: true, subtree: true}})
    name()
}})()</script>"""


def can_be_pressed(kernel: Any) -> bool:
    """Return True where somebody looks on: whoever runs a notebook alone takes no input."""
    if kernel is None:  # IPython in a terminal
        return False
    request = kernel.get_parent()
    content = request.get("content", {}) if isinstance(request, Mapping) else {}
    return bool(content.get("allow_stdin", True))


def new_row(buttons: Sequence[Button], kernel: Any) -> "ButtonRow | None":
    """Return a row of buttons, or None where there is nobody to press them, or no ipywidgets."""
    if not can_be_pressed(kernel):
        return None
    try:
        import ipywidgets
    except ImportError:
        return None
    return ButtonRow(buttons, ipywidgets)


def replace_row(namespace: MutableMapping[str, Any], title: str, row: "ButtonRow") -> None:
    """Keep an exercise's row, and take the one before off the page and out of the memory."""
    kept = namespace.get(ROWS)
    rows = kept if isinstance(kept, dict) else {}
    before = rows.get(title)
    if isinstance(before, ButtonRow):
        before.close()
    namespace[ROWS] = {**rows, title: row}


class ButtonRow:
    """The buttons of one card, and the cards that they have shown."""

    def __init__(self, buttons: Sequence[Button], ipywidgets: Any) -> None:
        self._ipywidgets = ipywidgets
        self._told: list[tuple[Button, Any]] = []
        self._pressed_at: dict[str, float] = {}  # by the button's label
        # JupyterLab presses them in a thread of its own, beside a cell that runs.
        self._one_at_a_time = Lock()
        row = ipywidgets.HBox([self._button(button) for button in buttons])
        row.layout.flex_flow = "row wrap"
        row.add_class(ROW)
        self._cards = ipywidgets.VBox()
        self._cards.add_class(TOLD)
        script = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
        naming = ipywidgets.Output(outputs=(script,), layout={"display": "none"})
        self.box = ipywidgets.VBox([row, self._cards, naming])

    def forms(self) -> dict[str, Any]:
        """Return the live view, and nothing for a page that has none."""
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        return {VIEW: view, "text/plain": "", "text/html": ""}

    def close(self) -> None:
        """Take the row off the page, with all that it holds."""
        close(self.box)

    def _button(self, button: Button) -> Any:
        shown = self._ipywidgets.Button(
            description=button.label, tooltip=button.name, layout={"width": "auto"}
        )
        shown.on_click(partial(self._press, button))
        return shown

    def _press(self, button: Button, _shown: object) -> None:
        with self._one_at_a_time:
            before = self._pressed_at.get(button.label, float("-inf"))
            if time.monotonic() - before >= QUIET_SECONDS:
                self._tell(button, button.press())
            self._pressed_at[button.label] = time.monotonic()

    def _tell(self, button: Button, card: Card) -> None:
        """Show a card below the others; one without a number takes the place of its button's."""
        replaced = [] if card.aside else [told for told in self._told if told[0] is button]
        kept = [told for told in self._told if told not in replaced]
        self._told = [*kept, (button, self._ipywidgets.HTML(card_html(card)))]
        self._cards.children = [html for _, html in self._told]
        for _, html in replaced:
            close(html)


def close(widget: Any) -> None:
    """Close a widget, what it holds and how that looks: each is a model in the page."""
    for child in getattr(widget, "children", ()):
        close(child)
    for part in (getattr(widget, "layout", None), getattr(widget, "style", None), widget):
        if part is not None:
            part.close()
