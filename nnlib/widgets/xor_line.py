"""Separate XOR with a line, if you can."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import NDArray

from nnlib.by_hand.xor import line_accuracy
from nnlib.gates import truth_table
from nnlib.perceptron import predict
from nnlib.plots.line import plot_line
from nnlib.plots.points import plot_decision_boundary
from nnlib.plots.style import STYLE, blank, number_text
from nnlib.widgets.controls import row, slider
from nnlib.widgets.frame import stand_still
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

COLUMNS = ("x1  x2", "XOR", "your line", "")
COLUMN_PLACES = (0.08, 0.36, 0.6, 0.86)


@dataclass(frozen=True)
class XorLineState:
    """The line that is tried now, and the most samples that any line so far got right."""

    w1: float = 1.0
    w2: float = 0.0
    bias: float = -0.5
    best_right: int = 0
    best_line: tuple[float, float, float] = (0.0, 0.0, 0.0)

    @property
    def weights(self) -> NDArray[np.float64]:
        """Both weights, shape (2,)."""
        return np.array([self.w1, self.w2])

    @property
    def right(self) -> int:
        """How many of the four samples lie on the right side."""
        X, targets = truth_table("xor")
        return round(len(X) * line_accuracy(X, targets, self.weights, self.bias))

    def remember_best(self) -> "XorLineState":
        """Return the state in which the present line is the best one, if it is better."""
        if self.right <= self.best_right:
            return self
        line = (self.w1, self.w2, self.bias)
        return replace(self, best_right=self.right, best_line=line)


def draw_xor_line(state: XorLineState, figure: Figure) -> None:
    """Draw the four samples with the line, and a table of what the line makes of them."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    X, targets = truth_table("xor")
    says = partial(predict, weights=state.weights, bias=state.bias)
    title = f"{state.right} of 4 right"
    plot_decision_boundary(says, X, targets, ax=left, labels=("XOR = 0", "XOR = 1"), title=title)
    plot_line(state.weights, state.bias, ax=left)
    _cross_out(left, X[says(X) != targets])
    _draw_table(right, X, targets, says(X))
    right.set_title(f"best so far: {state.best_right} of 4", fontsize=STYLE.text_size + 1)


def describe_xor_line(state: XorLineState) -> str:
    """Say how many samples are right, which are wrong, and the best line so far."""
    return (
        f"This line gets {state.right} of 4 right. {_wrong_words(state)}\n"
        f"Best so far: {state.best_right} of 4, with {_line_words(state.best_line)}."
    )


def react_xor_line(state: XorLineState, name: str, value: Any) -> XorLineState:
    """Return the state after a slider moved, with the best line remembered."""
    return replace(state, **{name: value}).remember_best()


def xor_line_widget() -> Panel[XorLineState]:
    """Return a widget in which a line is to separate XOR; at best 3 of 4 come out right.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = XorLineState().remember_best()
    controls = {
        "w1": slider("weight w1", state.w1, -2.0, 2.0),
        "w2": slider("weight w2", state.w2, -2.0, 2.0),
        "bias": slider("bias b", state.bias, -2.0, 2.0),
    }
    title = "Separate XOR with a line, if you can"
    look = Look(title, draw_xor_line, describe_xor_line, react_xor_line)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _cross_out(ax: Axes, wrong: NDArray[Any]) -> None:
    ax.scatter(
        wrong[:, 0], wrong[:, 1], s=5 * STYLE.marker_size, marker="x",
        color=STYLE.ink, linewidths=2.5, zorder=6,
    )  # fmt: skip


def _draw_table(ax: Axes, X: NDArray[Any], targets: NDArray[Any], says: NDArray[Any]) -> None:
    blank(ax, xlim=(0.0, 1.0), ylim=(0.0, 1.0))
    ax.set_aspect("auto")
    for heading in _draw_row(ax, 0.86, COLUMNS, weight="bold"):
        stand_still(heading)
    for place, x, target, said in zip((0.68, 0.5, 0.32, 0.14), X, targets, says, strict=True):
        verdict = "right" if said == target else "wrong"
        cells = (f"{x[0]:g}    {x[1]:g}", f"{target:g}", f"{said:g}", verdict)
        texts = _draw_row(ax, place, cells, weight="normal" if said == target else "bold")
        for still in texts[:2]:  # the inputs and XOR, which no line changes
            still.set_fontweight("normal")
            stand_still(still)


def _draw_row(ax: Axes, height: float, cells: tuple[str, ...], *, weight: str) -> list[Text]:
    return [
        ax.text(
            place, height, cell, ha="center", va="center", color=STYLE.ink,
            fontsize=STYLE.text_size + 1, fontweight=weight,
        )
        for place, cell in zip(COLUMN_PLACES, cells, strict=True)
    ]  # fmt: skip


def _wrong_words(state: XorLineState) -> str:
    X, targets = truth_table("xor")
    wrong = X[predict(X, state.weights, state.bias) != targets]
    names = ", ".join(f"({x1:g}, {x2:g})" for x1, x2 in wrong)
    return f"Wrong: {names}."


def _line_words(line: tuple[float, float, float]) -> str:
    w1, w2, bias = map(number_text, line)
    return f"w1 = {w1}, w2 = {w2}, b = {bias}"
