"""Dropout: which neurons are silent in this batch, and what the others do."""

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
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes

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

    @property
    def silent(self) -> list[tuple[int, int]]:
        """The neurons that are off, as (layer, index)."""
        return [
            (layer, int(index))
            for layer, mask in enumerate(self.masks, start=1)
            for index in np.flatnonzero(mask == 0)
        ]

    @property
    def activations(self) -> list[FloatArray]:
        """What each layer gives on, after its mask."""
        layers: list[FloatArray] = [SAMPLE]
        for weight, mask in zip(self.weights, [*self.masks, np.ones(SIZES[-1])], strict=True):
            layers.append(relu(weight @ layers[-1]) * mask)
        return layers

    @property
    def first_hidden(self) -> FloatArray:
        """What the first hidden layer would give on without a mask."""
        return relu(self.weights[0] @ SAMPLE)


def draw_dropout(state: DropoutState, figure: Figure) -> None:
    """Draw the network with its silent neurons, and the first hidden layer before and after."""
    left, right = clean_axes(figure, (NETWORK, BARS))
    title = f"training, batch {state.batch}" if state.training else "evaluation: all neurons on"
    plot_network(
        state.weights, silent=state.silent, activations=state.activations, ax=left, title=title
    )
    bars = {"without": state.first_hidden, "with dropout": state.activations[1]}
    plot_weights(bars, ax=right, title="first hidden layer's a", xlabel="neuron", ylabel="")
    highest = max(float(heights.max()) for heights in bars.values())
    right.set_ylim(0.0, max(3.4, 1.4 * highest))  # the frame grows only where the scale is large


def describe_dropout(state: DropoutState) -> str:
    """Say how many are silent, and by how much the others speak louder."""
    outputs = ", ".join(number_text(float(a)) for a in state.activations[-1])
    if not state.training:
        return (
            f"In evaluation nobody is silent and nothing is scaled. Outputs: [{outputs}], the "
            "same for every batch."
        )
    return (
        f"p = {number_text(state.p)}: {len(state.silent)} of {sum(SIZES[1:-1])} hidden neurons "
        f"are off in this batch. The others are multiplied by 1/(1 − p) = "
        f"{number_text(1 / (1 - state.p))}, so that the sums stay the same on average.\n"
        f"Outputs: [{outputs}]; they change from batch to batch."
    )


def dropout_widget() -> Panel[DropoutState]:
    """Return a widget that shows which neurons dropout silences, batch after batch.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DropoutState()
    modes = [("training", True), ("evaluation", False)]
    controls: dict[str, Any] = {
        "p": ladder("dropout p", state.p, RATES),
        "batch": step_slider("batch", state.batch, LAST_BATCH, first=1),
        "training": menu("mode", state.training, modes),
    }
    look = Look("Dropout", draw_dropout, describe_dropout)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])
