"""How two losses punish a prediction: their values, and how steeply they rise."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    mean_squared_error,
    mean_squared_error_gradient,
)
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

GRID = np.linspace(0.01, 0.99, 50)
# Name, loss, gradient, colour and line of each curve.
CURVES = (
    ("squared error", mean_squared_error, mean_squared_error_gradient, STYLE.function, "-"),
    ("cross-entropy", binary_cross_entropy, binary_cross_entropy_gradient, STYLE.derivative, "--"),
)


@dataclass(frozen=True)
class LossState:
    """What the network says, and what is right."""

    prediction: float = 0.3
    target: float = 1.0

    @property
    def losses(self) -> list[float]:
        """The squared error and the cross-entropy of the prediction."""
        return [loss([self.prediction], [self.target]) for _, loss, _, _, _ in CURVES]

    @property
    def slopes(self) -> list[float]:
        """How both losses change with the prediction."""
        return [
            gradient([self.prediction], [self.target]).item() for _, _, gradient, _, _ in CURVES
        ]


def draw_loss(state: LossState, figure: Figure) -> None:
    """Draw both losses over the prediction on the left, and their slopes on the right."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    target = np.array([state.target])
    for index, (_, loss, gradient, _, _) in enumerate(CURVES):
        heights = np.array([loss([p], target) for p in GRID])
        slopes = np.array([gradient([p], target).item() for p in GRID])
        _draw_curve(left, index, heights, (state.prediction, state.losses[index]))
        _draw_curve(right, index, slopes, (state.prediction, state.slopes[index]))
    left.axvline(state.target, color=STYLE.correct, lw=1.6, ls=":", label="target")
    right.axhline(0.0, color=STYLE.faint, lw=1.0)
    left.set(xlim=(-0.03, 1.03), ylim=(0.0, 4.0))
    right.set(xlim=(-0.03, 1.03), ylim=(-12.0, 12.0))
    legend(left, loc="upper right" if state.target > 0.5 else "upper left")
    tidy(left, title=f"loss for the target {state.target:g}", xlabel="prediction")
    tidy(right, title="its slope: how hard it pushes", xlabel="prediction")


def describe_loss(state: LossState) -> str:
    """Say both losses and slopes in numbers, and which way they push."""
    (squared, cross), (slope, steep) = state.losses, state.slopes
    way = "up" if state.target > state.prediction else "down"
    return (
        f"Prediction {number_text(state.prediction)}, target {state.target:g}. Squared error: "
        f"{number_text(squared)}, slope {number_text(slope)}. Cross-entropy: "
        f"{number_text(cross)}, slope {number_text(steep)}.\n"
        f"Both push the prediction {way}; the cross-entropy pushes "
        f"{number_text(steep / slope)} times as hard."
    )


def loss_widget() -> Panel[LossState]:
    """Return a widget that compares squared error and cross-entropy at a movable prediction.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = LossState()
    controls: dict[str, Any] = {
        "prediction": slider("prediction", state.prediction, 0.01, 0.99, 0.01),
        "target": menu("target", state.target, [("1", 1.0), ("0", 0.0)]),
    }
    look = Look("Two losses", draw_loss, describe_loss)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_curve(ax: Axes, index: int, heights: FloatArray, point: tuple[float, float]) -> None:
    name, _, _, color, line = CURVES[index]
    ax.plot(GRID, heights, color=color, ls=line, lw=STYLE.line_width, label=name)
    marker = STYLE.class_markers[index]
    ax.plot(*point, marker, ms=9, color=color, markeredgecolor=STYLE.ink, zorder=6)
