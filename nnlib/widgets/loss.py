"""How losses punish a prediction: their values, and how steeply they rise."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.losses import binary_cross_entropy_from_probs, mean_squared_error
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.own_function import OwnFunctionError, as_numbers, call_own, name_of
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.trouble import draw_trouble

GRID = np.linspace(0.01, 0.99, 50)
NUDGE = 1e-5
COLORS = STYLE.function, STYLE.derivative, STYLE.correct
LINES = "-", "--", "-."
LossFunction = Callable[..., Any]


@dataclass(frozen=True)
class LossReading:
    """A loss over the grid, each of shape (50,), and at the one prediction that is looked at."""

    values: FloatArray
    slopes: FloatArray
    value: float
    slope: float


@dataclass(frozen=True)
class LossState:
    """What the network says, what is right, and perhaps a student's own loss."""

    prediction: float = 0.3
    target: float = 1.0
    own: LossFunction | None = None

    @property
    def losses(self) -> dict[str, LossFunction]:
        """The losses by name."""
        losses: dict[str, LossFunction] = {
            "squared error": mean_squared_error, "cross-entropy": binary_cross_entropy_from_probs
        }  # fmt: skip
        return losses | ({f"{name_of(self.own)} (yours)": self.own} if self.own else {})

    @cached_property
    def readings(self) -> dict[str, LossReading] | OwnFunctionError:
        """The numbers of each loss, or why a student's loss gave none."""
        try:
            return {name: self._read(loss) for name, loss in self.losses.items()}
        except OwnFunctionError as error:
            return error

    def _read(self, loss: LossFunction) -> LossReading:
        """Take a loss at each prediction, and its slope by central differences."""
        places = np.append(GRID, self.prediction)
        values, higher, lower = (
            np.array([self._value(loss, p) for p in places + nudge])
            for nudge in (0.0, NUDGE, -NUDGE)
        )
        slopes = (higher - lower) / (2 * NUDGE)
        return LossReading(values[:-1], slopes[:-1], float(values[-1]), float(slopes[-1]))

    def _value(self, loss: LossFunction, prediction: float) -> float:
        result = as_numbers(call_own(loss, np.array([prediction]), np.array([self.target])), loss)
        if result.size != 1:
            raise OwnFunctionError(
                f"Your {name_of(loss)} returned shape {result.shape}; return one number, the mean "
                "over the batch."
            )
        return float(result.item())


def draw_loss(state: LossState, figure: Figure) -> None:
    """Draw the losses over the prediction on the left, and their slopes on the right."""
    if isinstance(state.readings, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    for index, (name, reading) in enumerate(state.readings.items()):
        _draw_curve(left, index, name, reading.values, (state.prediction, reading.value))
        _draw_curve(right, index, name, reading.slopes, (state.prediction, reading.slope))
    left.axvline(state.target, color=STYLE.ink, lw=1.6, ls=":", label="target")
    right.axhline(0.0, color=STYLE.faint, lw=1.0)
    left.set(xlim=(-0.03, 1.03), ylim=(0.0, 4.0))
    right.set(xlim=(-0.03, 1.03), ylim=(-12.0, 12.0))
    legend(left, loc="upper right" if state.target > 0.5 else "upper left")
    tidy(left, title=f"loss for the target {state.target:g}", xlabel="prediction")
    tidy(right, title="its slope: how hard it pushes", xlabel="prediction")


def describe_loss(state: LossState) -> str:
    """Say all losses and slopes in numbers, and which way the two of the library push."""
    if isinstance(state.readings, OwnFunctionError):
        return str(state.readings)
    parts = [
        f"{name}: {number_text(reading.value)}, slope {number_text(reading.slope)}"
        for name, reading in state.readings.items()
    ]
    squared, cross = (state.readings[name].slope for name in ("squared error", "cross-entropy"))
    way = "up" if state.target > state.prediction else "down"
    return (
        f"Prediction {number_text(state.prediction)}, target {state.target:g}. "
        f"{'; '.join(parts)}.\nSquared error and cross-entropy push the prediction {way}; the "
        f"cross-entropy pushes {number_text(cross / squared)} times as hard."
    )


def loss_widget(own: LossFunction | None = None) -> Panel[LossState]:
    """Return a widget that compares squared error and cross-entropy at a movable prediction.

    Parameters
    ----------
    own
        Your own loss: takes outputs and targets of shape (n,) and returns their mean loss, a
        number. It is drawn as a third curve.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = LossState(own=own)
    controls: dict[str, Any] = {
        "prediction": slider("prediction", state.prediction, 0.01, 0.99, 0.01),
        "target": menu("target", state.target, [("1", 1.0), ("0", 0.0)]),
    }
    look = Look("Losses of one prediction", draw_loss, describe_loss)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_curve(
    ax: Axes, index: int, name: str, heights: FloatArray, point: tuple[float, float]
) -> None:
    color = COLORS[index]
    ax.plot(GRID, heights, color=color, ls=LINES[index], lw=STYLE.line_width, label=name)
    marker = STYLE.class_markers[index]
    ax.plot(*point, marker, ms=9, color=color, markeredgecolor=STYLE.ink, zorder=6)
