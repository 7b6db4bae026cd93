"""Backpropagation through a small network: forward, then BP1 to BP4, one step at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matplotlib.figure import Figure

from nnlib.backprop import Trace
from nnlib.losses import quadratic_cost
from nnlib.plots.network import plot_network
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import WHOLE, clean_axes
from nnlib.widgets.small_network import (
    BIASES,
    LAYER_LABELS,
    NEURONS,
    WEIGHTS,
    known,
    trace_of,
    unknown,
)
from nnlib.widgets.stepper import stepper

HIDDEN, OUTPUT = NEURONS[:2], NEURONS[2:]
# The title of each step, and the neurons that it works on.
STEPS = (
    ("1. input", ()),
    ("2. forward: the hidden layer", HIDDEN),
    ("2. forward: the output", OUTPUT),
    ("3. output error, BP1", OUTPUT),
    ("4. the error goes back, BP2", HIDDEN),
    ("5. gradients of the biases, BP3", NEURONS),
    ("5. gradients of the weights, BP4", ()),
)
LAST_STEP = len(STEPS) - 1


@dataclass(frozen=True)
class BackpropState:
    """The sample with its target, and how many steps of the algorithm are done."""

    x1: float = 0.5
    x2: float = 0.3
    target: float = 1.0
    step: int = LAST_STEP

    @cached_property
    def trace(self) -> Trace:
        """All numbers of both directions."""
        return trace_of(self.x1, self.x2, self.target)


def draw_backprop(state: BackpropState, figure: Figure) -> None:
    """Draw the network with all numbers that are known after the step."""
    (ax,) = clean_axes(figure, [WHOLE])
    trace, step = state.trace, state.step
    reached = NEURONS[: (0, 2, 3)[min(step, 2)]]
    title, highlight = STEPS[step]
    plot_network(
        WEIGHTS, biases=BIASES, z=known(trace.pre_activations, reached),
        activations=[trace.activations[0], *known(trace.activations[1:], reached)],
        deltas=known(trace.errors, NEURONS if step > 3 else OUTPUT if step == 3 else ()),
        weight_gradients=_weight_gradients(state), highlight=highlight, ax=ax,
        layer_labels=LAYER_LABELS, title=title,
    )  # fmt: skip


def describe_backprop(state: BackpropState) -> str:
    """Say the formula of the step, with its numbers."""
    return (_input, _hidden, _output, _bp1, _bp2, _bp3, _bp4)[state.step](state)


def backprop_widget() -> Panel[BackpropState]:
    """Return a widget that steps through backpropagation in a 2-2-1 network of sigmoid neurons.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = BackpropState()
    controls: dict[str, Any] = {
        "x1": slider("input x1", state.x1, -2.0, 2.0),
        "x2": slider("input x2", state.x2, -2.0, 2.0),
        "target": menu("target y", state.target, [("1", 1.0), ("0", 0.0)]),
        "step": step_slider("step", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=2500)
    rows = [
        row(controls["x1"], controls["x2"], controls["target"]),
        row(*actions.values(), controls["step"]),
    ]
    look = Look("Backpropagation", draw_backprop, describe_backprop)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _weight_gradients(state: BackpropState) -> Sequence[FloatArray]:
    gradients = state.trace.weight_gradients
    return gradients if state.step == LAST_STEP else [unknown(g) for g in gradients]


def _input(state: BackpropState) -> str:
    return "The sample is set as the activation of the input layer. Its target is y = " + (
        f"{state.target:g}."
    )


def _hidden(state: BackpropState) -> str:
    return f"z² = W²a¹ + b² = {_row(state.trace.pre_activations[0])}, a² = σ(z²) = " + (
        f"{_row(state.trace.activations[1])}."
    )


def _output(state: BackpropState) -> str:
    trace = state.trace
    return (
        f"z³ = W³a² + b³ = {_row(trace.pre_activations[1])}, "
        f"a³ = σ(z³) = {_row(trace.activations[2])}. "
        f"The cost is C = ½(y − a³)² = {number_text(_cost(state))}."
    )


def _bp1(state: BackpropState) -> str:
    a, z = state.trace.activations[2].item(), state.trace.pre_activations[1].item()
    return (
        f"BP1: δ³ = (a³ − y) · σ′(z³) = ({number_text(a)} − {state.target:g}) · "
        f"σ′({number_text(z)}) = {_row(state.trace.errors[1])}."
    )


def _bp2(state: BackpropState) -> str:
    delta = state.trace.errors[1]
    back = (WEIGHTS[1].T @ delta).ravel()
    return (
        f"BP2: δ² = (W³)ᵀδ³ ⊙ σ′(z²) = {_row(back)} ⊙ σ′({_row(state.trace.pre_activations[0])}) "
        f"= {_row(state.trace.errors[0])}."
    )


def _bp3(state: BackpropState) -> str:
    deltas = state.trace.errors
    return f"BP3: ∂C/∂b = δ, so ∂C/∂b² = {_row(deltas[0])} and ∂C/∂b³ = {_row(deltas[1])}."


def _bp4(state: BackpropState) -> str:
    first, second = state.trace.weight_gradients
    rows = ", ".join(_row(numbers) for numbers in first)
    return (
        "BP4: ∂C/∂W = δ aᵀ with the a that came in. Each line now carries its gradient: "
        f"∂C/∂W² = [{rows}], ∂C/∂W³ = [{_row(second[0])}]."
    )


def _cost(state: BackpropState) -> float:
    return quadratic_cost(state.trace.activations[-1], [state.target])


def _row(numbers: FloatArray) -> str:
    return f"[{', '.join(number_text(float(number)) for number in numbers)}]"
