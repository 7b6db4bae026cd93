"""The forward pass through a small network, one neuron after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matplotlib.figure import Figure

from nnlib.plots.network import plot_network
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.controls import row, slider, step_slider
from nnlib.widgets.own_function import OwnFunctionError
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import WHOLE, clean_axes
from nnlib.widgets.small_network import (
    BIASES,
    LAYER_LABELS,
    NEURONS,
    WEIGHTS,
    known,
    own_forward,
    trace_of,
)
from nnlib.widgets.stepper import stepper
from nnlib.widgets.trouble import draw_trouble

Numbers = tuple[Sequence[FloatArray], Sequence[FloatArray]]
LAST_STEP = 2 * len(NEURONS)  # each neuron first its z, then its a


@dataclass(frozen=True)
class ForwardState:
    """The sample, and how many numbers of the pass are worked out."""

    x1: float = 0.5
    x2: float = 0.3
    step: int = LAST_STEP
    layer_forward: Callable[..., Any] | None = None

    @cached_property
    def numbers(self) -> Numbers | OwnFunctionError:
        """All z and all a of the pass, or why a student's function gave none."""
        if self.layer_forward is None:
            trace = trace_of(self.x1, self.x2)
            return trace.pre_activations, trace.activations
        try:
            return own_forward(self.layer_forward, self.x1, self.x2)
        except OwnFunctionError as error:
            return error

    @property
    def neuron(self) -> tuple[int, int] | None:
        """Which neuron, as (layer, index), was worked on last."""
        return NEURONS[(self.step - 1) // 2] if self.step else None


def draw_forward(state: ForwardState, figure: Figure) -> None:
    """Draw the network with all numbers that are known after the step."""
    if isinstance(state.numbers, OwnFunctionError):
        draw_trouble(figure)
        return
    (ax,) = clean_axes(figure, [WHOLE])
    z, a = state.numbers
    with_z, with_a = NEURONS[: (state.step + 1) // 2], NEURONS[: state.step // 2]
    plot_network(
        WEIGHTS, biases=BIASES, z=known(z, with_z),
        activations=[a[0], *known(a[1:], with_a)],
        highlight=[state.neuron] if state.neuron else [], ax=ax,
        layer_labels=LAYER_LABELS, title=f"forward pass, step {state.step} of {LAST_STEP}",
    )  # fmt: skip


def describe_forward(state: ForwardState) -> str:
    """Say in numbers what the last step did."""
    if isinstance(state.numbers, OwnFunctionError):
        return str(state.numbers)
    if state.neuron is None:
        return "Only the inputs are known. Step forward: each neuron gets its z, then its a."
    layer, index = state.neuron
    name = f"{LAYER_LABELS[layer]} neuron {index + 1}" if layer == 1 else "the output neuron"
    z = number_text(float(state.numbers[0][layer - 1][index]))
    if state.step % 2:
        return f"Into {name} goes {_sum_words(state.numbers[1], layer, index)} = {z}."
    a = number_text(float(state.numbers[1][layer][index]))
    end = " It is the network's output." if state.step == LAST_STEP else ""
    return f"Out of {name} comes a = σ(z) = σ({z}) = {a}.{end}"


def forward_widget(layer_forward: Callable[..., Any] | None = None) -> Panel[ForwardState]:
    """Return a widget that walks through the forward pass of a 2-2-1 network of sigmoid neurons.

    Parameters
    ----------
    layer_forward
        Your own ``layer_forward(a_prev, weight, bias, activation)``, which returns (z, a); the
        library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = ForwardState(layer_forward=layer_forward)
    controls: dict[str, Any] = {
        "x1": slider("input x1", state.x1, -2.0, 2.0),
        "x2": slider("input x2", state.x2, -2.0, 2.0),
        "step": step_slider("step", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=1500)
    rows = [row(controls["x1"], controls["x2"]), row(*actions.values(), controls["step"])]
    look = Look("A forward pass", draw_forward, describe_forward)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _sum_words(a: Sequence[FloatArray], layer: int, index: int) -> str:
    """Write the weighted sum out: z = 0.4·0.5 + 0.6·0.3 + 0.2."""
    pairs = zip(WEIGHTS[layer - 1][index], a[layer - 1], strict=True)
    terms = [f"({number_text(float(w))})·({number_text(float(value))})" for w, value in pairs]
    return f"z = {' + '.join(terms)} + ({number_text(float(BIASES[layer - 1][index]))})"
