"""A perceptron that learns a gate step by step, forwards and back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.perceptron import predict, update_weights
from nnlib.plots.line import plot_line
from nnlib.plots.points import plot_points, shade_regions
from nnlib.plots.style import STYLE
from nnlib.plots.training import plot_mistakes
from nnlib.widgets.controls import button, ladder, menu, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.perceptron_data import GATES, LIMIT, OWN_POINTS, LearningData
from nnlib.widgets.perceptron_trace import Line, PerceptronTrace, Update, trace_perceptron
from nnlib.widgets.perceptron_words import trace_words
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper

LEARNING_RATES = (0.1, 0.25, 0.5, 1.0)
LAST_STEP = 60
# Not zeros, for from zeros the learning rate changes no decision at all.
START: Line = (np.array([-0.5, 0.75]), 0.25)


@dataclass(frozen=True)
class PerceptronState:
    """What is trained, how fast, by which rule, how many steps are done, and the next point."""

    data: LearningData = field(default_factory=LearningData)
    learning_rate: float = 0.25
    step: int = 0
    update: Update = update_weights
    x1: float = 0.0
    x2: float = 0.0
    target: int = 1

    @property
    def gate(self) -> str:
        """The gate, or that there are points of one's own."""
        return self.data.gate

    @cached_property
    def trace(self) -> PerceptronTrace:
        """All steps done so far, made again from the start."""
        return trace_perceptron(
            self.data.samples, self.learning_rate, self.step, self.update, START
        )

    def with_data(self, data: LearningData) -> "PerceptronState":
        """Return the state before the first step on other data."""
        return replace(self, data=data, step=0)


def draw_perceptron(state: PerceptronState, figure: Figure) -> None:
    """Draw the samples with the line before and after the step, and the mistakes so far."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_samples(left, state)
    plot_mistakes(state.trace.mistakes, ax=right)
    samples = state.trace.samples_per_epoch
    # Room for every epoch from the start, so that the frame stands still while bars come.
    epochs = max(4.0, LAST_STEP / samples)
    right.set(xlim=(0.4, epochs + 0.6), ylim=(0.0, 1.15 * samples))


def describe_perceptron(state: PerceptronState) -> str:
    """Say what the step saw, what it changed, and whether training is over."""
    return trace_words(state.data, state.learning_rate, state.trace)


def react_perceptron(state: PerceptronState, name: str, value: Any) -> PerceptronState:
    """Return the state after a control moved: another gate or rate begins from the start."""
    if name == "gate":
        return state.with_data(replace(state.data, gate=value))
    changed = replace(state, **{name: value})
    return replace(changed, step=0) if name == "learning_rate" else changed


def perceptron_widget(
    gate: str = "and", update: Callable[..., Any] | None = None, *, step: int = 0
) -> Panel[PerceptronState]:
    """Return a widget that steps through the training of a perceptron on a gate or on points.

    Parameters
    ----------
    gate
        What to begin with: "and", "or", "nand", "xor", or "own" for points that you set.
    update
        Your own ``update_weights(weights, bias, x, target, learning_rate)``, which returns
        (weights, bias); the library's when left out.
    step
        How many steps are done at the beginning, from 0 to 60.

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If the gate is not one of these, or the step is out of range.
    """
    if gate not in (*GATES, OWN_POINTS):
        known = ", ".join((*GATES, OWN_POINTS))
        raise ValueError(f"gate must be one of {known}; {gate!r} came.")
    if not 0 <= step <= LAST_STEP:
        raise ValueError(f"step must lie between 0 and {LAST_STEP}; {step} came.")
    state = PerceptronState(LearningData(gate), step=step, update=update or update_weights)
    controls = _controls(state)
    points = {
        "add": button("Add point", "Set a point at x1, x2 with this target"),
        "remove": button("Remove last", "Take the point away that was set last"),
    }
    steps = stepper(controls["step"])
    of_points = row(controls["x1"], controls["x2"], controls["target"], *points.values())
    rows = [
        row(controls["gate"], controls["learning_rate"]),
        of_points,
        row(*steps.values(), controls["step"]),
    ]
    look = Look("A perceptron learns", draw_perceptron, describe_perceptron, react_perceptron)
    panel = Panel(state, look, controls=controls, rows=rows, actions={**steps, **points})
    points["add"].on_click(lambda _: panel.change(add_point))
    points["remove"].on_click(lambda _: panel.change(remove_point))
    show_for_points = partial(_show_for_points, [of_points, *of_points.children])
    controls["gate"].observe(show_for_points, names="value")
    show_for_points({"new": gate})
    return panel


def add_point(state: PerceptronState) -> PerceptronState:
    """Return the state with the point that the sliders name, before the first step."""
    return state.with_data(state.data.with_point((state.x1, state.x2, state.target)))


def remove_point(state: PerceptronState) -> PerceptronState:
    """Return the state without the point set last, before the first step."""
    return state.with_data(state.data.without_last())


def _show_for_points(parts: Sequence[Any], change: Mapping[str, Any]) -> None:
    """Show what sets points only while the user sets them."""
    for part in parts:
        part.layout.display = None if change["new"] == OWN_POINTS else "none"


def _controls(state: PerceptronState) -> dict[str, Any]:
    gates = [(gate.upper(), gate) for gate in GATES]
    return {
        "gate": menu("learn", state.gate, [*gates, ("points that you set", OWN_POINTS)]),
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "x1": slider("point x1", state.x1, -LIMIT, LIMIT, 0.5),
        "x2": slider("point x2", state.x2, -LIMIT, LIMIT, 0.5),
        "target": menu("target", state.target, [("0", 0), ("1", 1)]),
        "step": step_slider("step", state.step, LAST_STEP),
    }


def _draw_samples(ax: Axes, state: PerceptronState) -> None:
    X, targets = state.data.samples
    weights, bias = state.trace.line
    title = f"{state.data.title}, step {len(state.trace.steps)}"
    plot_points(X, targets, ax=ax, labels=("target 0", "target 1"), title=title)
    if state.data.is_own:
        ax.set(xlim=(-LIMIT - 0.4, LIMIT + 0.4), ylim=(-LIMIT - 0.4, LIMIT + 1.6))
        _mark_next_point(ax, state)
    shade_regions(partial(predict, weights=weights, bias=bias), ax)
    before = state.trace.line_before
    if state.trace.steps and not _same(before, state.trace.line):
        plot_line(*before, ax=ax, color=STYLE.faint, linestyle=":", side_label="", missing_text="")
    plot_line(weights, bias, ax=ax)
    _ring(ax, X[_present_sample(state.trace)])


def _mark_next_point(ax: Axes, state: PerceptronState) -> None:
    """Show where the next point would come: its marker, hollow."""
    ax.plot(
        state.x1, state.x2, STYLE.class_markers[state.target], ms=12, mew=1.8, zorder=6,
        mfc="none", mec=STYLE.class_colors[state.target],
    )  # fmt: skip


def _ring(ax: Axes, x: Any) -> None:
    ax.scatter(
        x[0], x[1], s=4 * STYLE.marker_size, facecolors="none",
        edgecolors=STYLE.ink, linewidths=2.0, zorder=6,
    )  # fmt: skip


def _present_sample(trace: PerceptronTrace) -> int:
    return trace.steps[-1].sample if trace.steps else 0


def _same(one: Line, other: Line) -> bool:
    return bool(np.array_equal(one[0], other[0]) and one[1] == other[1])
