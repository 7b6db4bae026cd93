"""A perceptron that learns a gate step by step, forwards and back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.gates import truth_table
from nnlib.perceptron import predict, update_weights
from nnlib.plots.line import plot_line
from nnlib.plots.points import plot_decision_boundary
from nnlib.plots.style import STYLE
from nnlib.plots.training import plot_mistakes
from nnlib.widgets.controls import ladder, menu, row, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.perceptron_trace import Line, Trace, Update, trace_perceptron
from nnlib.widgets.perceptron_words import trace_words
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper

GATES = ("and", "or", "nand", "xor")
LEARNING_RATES = (0.1, 0.25, 0.5, 1.0)
LAST_STEP = 60
# Not zeros, for from zeros the learning rate changes no decision at all.
START: Line = (np.array([-0.5, 0.75]), 0.25)


@dataclass(frozen=True)
class PerceptronState:
    """What is trained, how fast, by which rule, and how many steps are done."""

    gate: str = "and"
    learning_rate: float = 0.25
    step: int = 0
    update: Update = update_weights

    @cached_property
    def trace(self) -> Trace:
        """All steps done so far, made again from the start."""
        return trace_perceptron(self.gate, self.learning_rate, self.step, self.update, START)


def draw_perceptron(state: PerceptronState, figure: Figure) -> None:
    """Draw the samples with the line before and after the step, and the mistakes so far."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_samples(left, state)
    plot_mistakes(state.trace.mistakes, ax=right)
    samples = state.trace.samples_per_epoch
    # Room for every epoch from the start, so that the frame stands still while bars come.
    right.set(xlim=(0.4, LAST_STEP / samples + 0.6), ylim=(0.0, 1.15 * samples))


def describe_perceptron(state: PerceptronState) -> str:
    """Say what the step saw, what it changed, and whether training is over."""
    return trace_words(state.gate, state.learning_rate, state.trace)


def react_perceptron(state: PerceptronState, name: str, value: Any) -> PerceptronState:
    """Return the state after a control moved: another gate or rate begins from the start."""
    if name == "step":
        return replace(state, step=value)
    return replace(state, **{name: value}, step=0)


def perceptron_widget(
    gate: str = "and", update: Callable[..., Any] | None = None, *, step: int = 0
) -> Panel[PerceptronState]:
    """Return a widget that steps through the training of a perceptron on a logic gate.

    Parameters
    ----------
    gate
        The gate to begin with: "and", "or", "nand" or "xor".
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
        If the gate is not one of the four, or the step is out of range.
    """
    if gate not in GATES:
        raise ValueError(f"gate must be one of {', '.join(GATES)}; {gate!r} came.")
    if not 0 <= step <= LAST_STEP:
        raise ValueError(f"step must lie between 0 and {LAST_STEP}; {step} came.")
    state = PerceptronState(gate=gate, step=step, update=update or update_weights)
    controls = _controls(state)
    actions = stepper(controls["step"])
    rows = [
        row(controls["gate"], controls["learning_rate"]),
        row(*actions.values(), controls["step"]),
    ]
    look = Look("A perceptron learns", draw_perceptron, describe_perceptron, react_perceptron)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _controls(state: PerceptronState) -> dict[str, Any]:
    gates = [(gate.upper(), gate) for gate in GATES]
    return {
        "gate": menu("gate", state.gate, gates),
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "step": step_slider("step", state.step, LAST_STEP),
    }


def _draw_samples(ax: Axes, state: PerceptronState) -> None:
    X, targets = truth_table(state.gate)
    weights, bias = state.trace.line
    title = f"{state.gate.upper()}, step {len(state.trace.steps)}"
    plot_decision_boundary(
        partial(predict, weights=weights, bias=bias), X, targets, ax=ax,
        labels=("target 0", "target 1"), title=title,
    )  # fmt: skip
    before = state.trace.line_before
    if state.trace.steps and not _same(before, state.trace.line):
        plot_line(*before, ax=ax, color=STYLE.faint, linestyle=":", side_label="", missing_text="")
    plot_line(weights, bias, ax=ax)
    _ring(ax, X[_present_sample(state.trace)])


def _ring(ax: Axes, x: Any) -> None:
    ax.scatter(
        x[0], x[1], s=4 * STYLE.marker_size, facecolors="none",
        edgecolors=STYLE.ink, linewidths=2.0, zorder=6,
    )  # fmt: skip


def _present_sample(trace: Trace) -> int:
    return trace.steps[-1].sample if trace.steps else 0


def _same(one: Line, other: Line) -> bool:
    return bool(np.array_equal(one[0], other[0]) and one[1] == other[1])
