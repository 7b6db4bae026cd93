"""Dropout: which neurons are silent in this batch, and what the others do."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from nnlib.activations import relu
from nnlib.layers import dropout_mask
from nnlib.plots.curves import plot_weights
from nnlib.plots.network import plot_network
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, menu, row, step_slider
from nnlib.widgets.own_function import OwnFunctionError, own_array
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes
from nnlib.widgets.trouble import draw_trouble

SIZES = (3, 5, 5, 2)
SAMPLE = np.array([1.0, -0.5, 0.8])
RATES = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
LAST_BATCH = 30
NETWORK: Place = (0.01, 0.02, 0.56, 0.88)
BARS: Place = (0.645, 0.14, 0.34, 0.76)


@dataclass(frozen=True)
class DropoutState:
    """The share of neurons to silence, which batch is on, and whether this is training."""

    p: float = 0.2
    training: bool = True
    batch: int = 1
    own: Callable[..., Any] | None = None

    @cached_property
    def weights(self) -> list[FloatArray]:
        """The weights of the network, which has positive ones so that every neuron can speak."""
        rng = np.random.default_rng(4)
        return [rng.uniform(0.1, 0.9, (out, into)) for into, out in pairwise(SIZES)]

    @cached_property
    def masks(self) -> list[FloatArray]:
        """The mask of each hidden layer: 0 for the silent, the scale for the others."""
        rng = np.random.default_rng(self.batch)
        masks = [dropout_mask((size,), self.p, float, rng=rng) for size in SIZES[1:-1]]
        return masks if self.training else [np.ones_like(mask) for mask in masks]

    @cached_property
    def layers(self) -> list[FloatArray] | OwnFunctionError:
        """What each layer gives on, the inputs first; or why a student's function gave none."""
        layers, rng = [SAMPLE], np.random.default_rng(self.batch)
        try:
            for weight, mask in zip(self.weights, self.masks, strict=False):
                layers.append(self._dropped(relu(weight @ layers[-1]), mask, rng))
        except OwnFunctionError as error:
            return error
        return [*layers, relu(self.weights[-1] @ layers[-1])]

    def _dropped(self, a: FloatArray, mask: FloatArray, rng: np.random.Generator) -> FloatArray:
        if self.own is None:
            return a * mask
        return own_array(self.own, a.shape, a, rng.random(a.shape), self.p, self.training)

    @property
    def silent(self) -> list[tuple[int, int]]:
        """The hidden neurons that are off, as (layer, index)."""
        handed_on = self.masks if self.own is None else self._hidden()
        return [
            (layer, int(index))
            for layer, a in enumerate(handed_on, start=1)
            for index in np.flatnonzero(a == 0.0)
        ]

    def _hidden(self) -> list[FloatArray]:
        return [] if isinstance(self.layers, OwnFunctionError) else self.layers[1:-1]

    @property
    def first_hidden(self) -> FloatArray:
        """What the first hidden layer would give on without a mask."""
        return relu(self.weights[0] @ SAMPLE)


def draw_dropout(state: DropoutState, figure: Figure) -> None:
    """Draw the network with its silent neurons, and the first hidden layer before and after."""
    layers = state.layers
    if isinstance(layers, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (NETWORK, BARS))
    title = f"training, batch {state.batch}" if state.training else "evaluation: all neurons on"
    plot_network(state.weights, silent=state.silent, activations=layers, ax=left, title=title)
    bars = {"without": state.first_hidden, "with dropout": layers[1]}
    plot_weights(bars, ax=right, title="first hidden layer's a", xlabel="neuron", ylabel="")
    highest = max(float(heights.max()) for heights in bars.values())
    right.set_ylim(0.0, max(3.4, 1.4 * highest))  # the frame grows only where the scale is large


def describe_dropout(state: DropoutState) -> str:
    """Say how many are silent, and by how much the others speak louder."""
    layers = state.layers
    if isinstance(layers, OwnFunctionError):
        return str(layers)
    outputs = ", ".join(number_text(float(a)) for a in layers[-1])
    off = f"{len(state.silent)} of {sum(SIZES[1:-1])} hidden neurons are off"
    if not state.training:
        return (
            f"In evaluation nobody should be silent and nothing scaled: {off}. Outputs: "
            f"[{outputs}], the same for every batch."
        )
    return (
        f"p = {number_text(state.p)}: {off} in this batch. The others should be multiplied by "
        f"1/(1 − p) = {number_text(1 / (1 - state.p))}, so that the sums stay the same on "
        f"average.\nOutputs: [{outputs}]; they change from batch to batch."
    )


def dropout_widget(own: Callable[..., Any] | None = None) -> Panel[DropoutState]:
    """Return a widget that shows which neurons dropout silences, batch after batch.

    Parameters
    ----------
    own
        Your own ``dropout_forward(activations, u, p, training)``, which returns the activations
        that are handed on; the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DropoutState(own=own)
    modes = [("training", True), ("evaluation", False)]
    controls: dict[str, Any] = {
        "p": ladder("dropout p", state.p, RATES),
        "batch": step_slider("batch", state.batch, LAST_BATCH, first=1),
        "training": menu("mode", state.training, modes),
    }
    look = Look("Dropout", draw_dropout, describe_dropout)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])
