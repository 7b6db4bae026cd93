"""Backpropagation through a small network: forward, then BP1 to BP4, one step at a time."""

from collections.abc import Callable, Sequence
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
from nnlib.widgets.own_backprop import FOUND_IN_STEP, beside_measured, in_words
from nnlib.widgets.own_function import OwnFunctionError, name_of
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import WHOLE, clean_axes
from nnlib.widgets.small_network import (
    BIASES,
    LAYER_LABELS,
    NEURONS,
    WEIGHTS,
    known,
    measured_gradients,
    own_trace,
    trace_of,
    unknown,
)
from nnlib.widgets.stepper import stepper
from nnlib.widgets.trouble import draw_trouble

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

    own: Callable[..., Any] | None = None

    @cached_property
    def trace(self) -> Trace | OwnFunctionError:
        """All numbers of both directions, or why a student's function gave none."""
        if self.own is None:
            return trace_of(self.x1, self.x2, self.target)
        try:
            return own_trace(self.own, self.x1, self.x2, self.target)
        except OwnFunctionError as error:
            return error


def draw_backprop(state: BackpropState, figure: Figure) -> None:
    """Draw the network with all numbers that are known after the step."""
    trace, step = state.trace, state.step
    if isinstance(trace, OwnFunctionError):
        draw_trouble(figure)
        return
    (ax,) = clean_axes(figure, [WHOLE])
    reached = NEURONS[: (0, 2, 3)[min(step, 2)]]
    title, highlight = STEPS[step]
    plot_network(
        WEIGHTS, biases=BIASES, z=known(trace.pre_activations, reached),
        activations=[trace.activations[0], *known(trace.activations[1:], reached)],
        deltas=known(trace.errors, NEURONS if step > 3 else OUTPUT if step == 3 else ()),
        weight_gradients=_weight_gradients(trace, step), highlight=highlight, ax=ax,
        layer_labels=LAYER_LABELS, title=title,
    )  # fmt: skip


def describe_backprop(state: BackpropState) -> str:
    """Say the formula of the step with its numbers; a student's numbers beside measured ones."""
    trace = state.trace
    if isinstance(trace, OwnFunctionError):
        return str(trace)
    words = (_input, _hidden, _output, _bp1, _bp2, _bp3, _bp4)[state.step](trace, state.target)
    if state.own is None or state.step not in FOUND_IN_STEP:
        return words
    measured = measured_gradients(state.x1, state.x2, state.target)
    return beside_measured(name_of(state.own), trace, measured, FOUND_IN_STEP[state.step])


def backprop_widget(own: Callable[..., Any] | None = None) -> Panel[BackpropState]:
    """Return a widget that steps through backpropagation in a 2-2-1 network of sigmoid neurons.

    Parameters
    ----------
    own
        Your own ``backprop_sample(x, target, parameters)``, which returns the gradients of W², b²,
        W³ and b³; the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = BackpropState(own=own)
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


def _weight_gradients(trace: Trace, step: int) -> Sequence[FloatArray]:
    gradients = trace.weight_gradients
    return gradients if step == LAST_STEP else [unknown(g) for g in gradients]


def _input(_: Trace, target: float) -> str:
    return "The sample is set as the activation of the input layer. Its target is y = " + (
        f"{target:g}."
    )


def _hidden(trace: Trace, _: float) -> str:
    return f"z² = W²a¹ + b² = {in_words(trace.pre_activations[0])}, a² = σ(z²) = " + (
        f"{in_words(trace.activations[1])}."
    )


def _output(trace: Trace, target: float) -> str:
    cost = quadratic_cost(trace.activations[-1], [target])
    return (
        f"z³ = W³a² + b³ = {in_words(trace.pre_activations[1])}, "
        f"a³ = σ(z³) = {in_words(trace.activations[2])}. "
        f"The cost is C = ½(y − a³)² = {number_text(cost)}."
    )


def _bp1(trace: Trace, target: float) -> str:
    a, z = trace.activations[2].item(), trace.pre_activations[1].item()
    return (
        f"BP1: δ³ = (a³ − y) · σ′(z³) = ({number_text(a)} − {target:g}) · "
        f"σ′({number_text(z)}) = {in_words(trace.errors[1])}."
    )


def _bp2(trace: Trace, _: float) -> str:
    back = WEIGHTS[1].T @ trace.errors[1]
    return (
        f"BP2: δ² = (W³)ᵀδ³ ⊙ σ′(z²) = {in_words(back)} ⊙ σ′({in_words(trace.pre_activations[0])}) "
        f"= {in_words(trace.errors[0])}."
    )


def _bp3(trace: Trace, _: float) -> str:
    first, second = map(in_words, trace.bias_gradients)
    return f"BP3: ∂C/∂b = δ, so ∂C/∂b² = {first} and ∂C/∂b³ = {second}."


def _bp4(trace: Trace, _: float) -> str:
    first, second = map(in_words, trace.weight_gradients)
    return (
        "BP4: ∂C/∂W = δ aᵀ with the a that came in. Each line now carries its gradient: "
        f"∂C/∂W² = {first}, ∂C/∂W³ = {second}."
    )
