"""Softmax of three scores: the powers of e, and the shares of their sum."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from nnlib.activations import softmax
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.widgets.controls import row, slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

SCORE_LIMIT = 5.0


@dataclass(frozen=True)
class SoftmaxState:
    """The scores of three classes, and a number that is added to all of them."""

    classes: tuple[str, str, str] = ("cat", "dog", "bird")
    first: float = 2.0
    second: float = 1.0
    third: float = 0.0
    shift: float = 0.0

    @property
    def scores(self) -> NDArray[np.float64]:
        """The three scores with the shift, shape (3,)."""
        return np.array([self.first, self.second, self.third]) + self.shift

    @property
    def probs(self) -> NDArray[np.float64]:
        """The probability of each class, shape (3,)."""
        return np.asarray(softmax(self.scores), dtype=np.float64)


def draw_softmax(state: SoftmaxState, figure: Figure) -> None:
    """Draw the scores on the left and the probabilities on the right, as bars."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_bars(left, state.classes, state.scores)
    left.axhline(0.0, color=STYLE.faint, lw=1.0)
    left.set_ylim(-2.2 * SCORE_LIMIT, 2.2 * SCORE_LIMIT)
    tidy(left, title="scores z")
    _draw_bars(right, state.classes, state.probs)
    right.set_ylim(0.0, 1.1)
    tidy(right, title="probabilities: softmax(z), sum 1")


def describe_softmax(state: SoftmaxState) -> str:
    """Say the scores and the probabilities in numbers, and which class comes first."""
    scores, probs = (
        ", ".join(map(number_text, map(float, numbers))) for numbers in (state.scores, state.probs)
    )
    return f"softmax([{scores}]) = [{probs}]. {_first_place(state)}"


def softmax_widget() -> Panel[SoftmaxState]:
    """Return a widget of three scores that can be moved, one by one or all together.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = SoftmaxState()
    fields = zip(state.classes, ("first", "second", "third"), strict=True)
    controls = {
        field: slider(f"score of {name}", getattr(state, field), -SCORE_LIMIT, SCORE_LIMIT)
        for name, field in fields
    } | {"shift": slider("added to all", state.shift, -SCORE_LIMIT, SCORE_LIMIT)}
    look = Look("Softmax of three scores", draw_softmax, describe_softmax)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_bars(ax: Axes, names: tuple[str, ...], heights: NDArray[np.float64]) -> None:
    places = range(len(names))
    bars = ax.bar(places, heights, color=STYLE.class_colors[: len(names)])
    ax.bar_label(bars, [number_text(float(h)) for h in heights], fontsize=STYLE.small_text_size)
    ax.set_xticks(places, names)


def _first_place(state: SoftmaxState) -> str:
    winners = [
        name
        for name, p in zip(state.classes, state.probs, strict=True)
        if np.isclose(p, state.probs.max())
    ]
    if len(winners) > 1:
        return f"{' and '.join(winners)} share the first place."
    return f"The most probable class is {winners[0]}."
