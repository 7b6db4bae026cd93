"""Play, pause, back and forward for a slider of steps."""

from functools import partial
from typing import Any

from nnlib.widgets.controls import button, player
from nnlib.widgets.toolkit import ipywidgets


def stepper(step: Any, milliseconds: int = 700) -> dict[str, Any]:
    """Return the play buttons and two single-step buttons, joined to a slider of steps."""
    actions = {
        "play": player(step.max, milliseconds),
        "back": button("Back", "One step back"),
        "forward": button("Forward", "One step forward"),
    }
    actions["play"].value = step.value
    ipywidgets.link((actions["play"], "value"), (step, "value"))
    actions["back"].on_click(partial(_move, step, -1))
    actions["forward"].on_click(partial(_move, step, +1))
    return actions


def _move(step: Any, by: int, _button: object) -> None:
    step.value = min(max(step.value + by, step.min), step.max)
