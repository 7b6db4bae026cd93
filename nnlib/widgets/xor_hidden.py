"""XOR by two hidden neurons: what their lines do to the samples."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from nnlib.gates import gate_weights, truth_table
from nnlib.perceptron import predict
from nnlib.plots.hidden import plot_hidden_space
from nnlib.plots.line import plot_line
from nnlib.plots.points import plot_points
from nnlib.plots.style import STYLE
from nnlib.widgets.controls import row, slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

SAMPLE_NAMES = ("(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)")
CLASS_NAMES = ("XOR = 0", "XOR = 1")


@dataclass(frozen=True)
class XorHiddenState:
    """The two hidden neurons, which begin as OR and NAND; the output neuron is AND."""

    or_w1: float = 1.0
    or_w2: float = 1.0
    or_bias: float = -0.5
    nand_w1: float = -1.0
    nand_w2: float = -1.0
    nand_bias: float = 1.5

    @property
    def hidden(self) -> NDArray[np.float64]:
        """The outputs of both hidden neurons for the four samples, shape (4, 2)."""
        X, _ = truth_table("xor")
        first = predict(X, (self.or_w1, self.or_w2), self.or_bias)
        second = predict(X, (self.nand_w1, self.nand_w2), self.nand_bias)
        return np.column_stack([first, second])

    @property
    def outputs(self) -> NDArray[np.float64]:
        """What the output neuron AND says to the four samples, shape (4,)."""
        return np.asarray(predict(self.hidden, *gate_weights("and")), dtype=np.float64)

    @property
    def right(self) -> int:
        """How many of the four outputs are XOR."""
        return int((self.outputs == truth_table("xor")[1]).sum())


def draw_xor_hidden(state: XorHiddenState, figure: Figure) -> None:
    """Draw the two hidden lines over the inputs, and the samples in the hidden space."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _, targets = truth_table("xor")
    _draw_inputs(left, state)
    weights, bias = gate_weights("and")
    plot_hidden_space(
        state.hidden, targets, weights, bias, ax=right, sample_names=SAMPLE_NAMES,
        labels=CLASS_NAMES, title=f"hidden space, AND: {state.right} of 4 right",
        xlabel="h₁ (OR)", ylabel="h₂ (NAND)", side_label="AND = 1", with_legend=False,
    )  # fmt: skip


def describe_xor_hidden(state: XorHiddenState) -> str:
    """Say where each sample lands in the hidden space, and what comes out."""
    rows = zip(SAMPLE_NAMES, state.hidden, state.outputs, strict=True)
    parts = [f"{name} → h = ({h1:g}, {h2:g}) → {out:g}" for name, (h1, h2), out in rows]
    return "; ".join(parts) + f".\n{state.right} of 4 outputs are XOR. " + _meaning(state)


def xor_hidden_widget() -> Panel[XorHiddenState]:
    """Return a widget that moves two hidden neurons and shows the space that they make.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = XorHiddenState()
    controls = _controls(state)
    sliders = list(controls.values())
    look = Look("XOR with two hidden neurons", draw_xor_hidden, describe_xor_hidden)
    return Panel(state, look, controls=controls, rows=[row(*sliders[:3]), row(*sliders[3:])])


def _controls(state: XorHiddenState) -> dict[str, Any]:
    controls = {}
    for gate in ("or", "nand"):
        for part, word in (("w1", "w1"), ("w2", "w2"), ("bias", "b")):
            name = f"{gate}_{part}"
            value = getattr(state, name)
            controls[name] = slider(f"{gate.upper()} {word}", value, -2.0, 2.0)
    return controls


def _draw_inputs(ax: Axes, state: XorHiddenState) -> None:
    X, targets = truth_table("xor")
    plot_points(X, targets, ax=ax, labels=CLASS_NAMES, title="inputs, two hidden lines")
    first, second = STYLE.correct, STYLE.class_colors[3]
    plot_line((state.or_w1, state.or_w2), state.or_bias, ax=ax, color=first, side_label="OR = 1")
    plot_line(
        (state.nand_w1, state.nand_w2), state.nand_bias, ax=ax, color=second,
        linestyle="--", side_label="NAND = 1",
    )  # fmt: skip


def _meaning(state: XorHiddenState) -> str:
    if state.right == len(SAMPLE_NAMES):
        return "In the hidden space one line separates the classes."
    return "Move the lines until both samples with XOR = 1 land on (1, 1), and no other does."
