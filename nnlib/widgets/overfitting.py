"""Polynomials of rising degree through noisy points: too stiff, right, too wild."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.polynomial import Legendre

from nnlib.data import curve, noisy_curve
from nnlib.losses import mean_squared_error
from nnlib.plots.curves import plot_losses
from nnlib.plots.style import STYLE, legend_below, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_RAISED, RIGHT_RAISED, clean_axes

HIGHEST_DEGREE = 10
SAMPLE_COUNTS = (12, 20, 40, 100)
NUM_VALIDATION = 100
LAST_DRAW = 9
Data = tuple[FloatArray, FloatArray]


@dataclass(frozen=True)
class Fits:
    """Noisy points for training and validation, and the best polynomial of each degree."""

    noise: float = 0.3
    num_samples: int = 12
    draw: int = 0

    @cached_property
    def data(self) -> tuple[Data, Data]:
        """The training and the validation data, each as x and targets of shape (n,)."""
        rng = np.random.default_rng(self.draw)
        X, targets = noisy_curve(self.num_samples, rng=rng, noise=self.noise)
        X_validation, t_validation = noisy_curve(NUM_VALIDATION, rng=rng, noise=self.noise)
        return (X[:, 0], targets), (X_validation[:, 0], t_validation)

    @cached_property
    def polynomials(self) -> list[Legendre]:
        """The polynomials of least squared error, of each degree from 0 on."""
        x, targets = self.data[0]
        return [Legendre.fit(x, targets, d, domain=[0, 1]) for d in range(HIGHEST_DEGREE + 1)]

    @cached_property
    def errors(self) -> tuple[FloatArray, FloatArray]:
        """The mean squared error of each degree, in training and in validation."""
        first, second = (
            np.array([mean_squared_error(fit(x), targets) for fit in self.polynomials])
            for x, targets in self.data
        )
        return first, second


@dataclass(frozen=True)
class OverfittingState:
    """The points, and the degree of the polynomial that is drawn through them."""

    fits: Fits = field(default_factory=Fits)
    degree: int = 9

    @property
    def noise(self) -> float:
        """The standard deviation of the noise."""
        return self.fits.noise

    @property
    def num_samples(self) -> int:
        """How many points there are to learn from."""
        return self.fits.num_samples

    @property
    def draw(self) -> int:
        """Which random points were drawn."""
        return self.fits.draw

    @property
    def best_degree(self) -> int:
        """The degree with the lowest validation error."""
        return int(self.fits.errors[1].argmin())


def draw_overfitting(state: OverfittingState, figure: Figure) -> None:
    """Draw the points with the polynomial, and both errors over the degree."""
    left, right = clean_axes(figure, (LEFT_RAISED, RIGHT_RAISED))
    _draw_fit(left, state)
    training, validation = state.fits.errors
    plot_losses(
        {"training": training, "validation": np.minimum(validation, 10.0)}, first=0,
        marks={"best degree": state.best_degree}, ax=right,
        title="mean squared error", xlabel="degree", ylabel="", with_legend=False,
    )  # fmt: skip
    right.plot([state.degree] * 2, [training[state.degree], validation[state.degree]], "o",
               ms=8, color=STYLE.highlight, markeredgecolor=STYLE.ink, zorder=6)  # fmt: skip
    right.set(xlim=(-0.3, HIGHEST_DEGREE + 0.3), ylim=(-0.03, 1.0))
    legend_below(right)


def describe_overfitting(state: OverfittingState) -> str:
    """Say both errors of the degree, and whether it is too low, right or too high."""
    training, validation = (float(errors[state.degree]) for errors in state.fits.errors)
    return (
        f"Degree {state.degree}, {state.degree + 1} numbers to choose, {state.num_samples} points: "
        f"training error {number_text(training)}, validation error {number_text(validation)}. "
        + _verdict(state)
    )


def react_overfitting(state: OverfittingState, name: str, value: Any) -> OverfittingState:
    """Return the state after a control moved; all but the degree draw other points."""
    if name == "degree":
        return replace(state, degree=value)
    return replace(state, fits=replace(state.fits, **{name: value}))


def overfitting_widget() -> Panel[OverfittingState]:
    """Return a widget that fits polynomials of a movable degree to noisy points.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = OverfittingState()
    controls: dict[str, Any] = {
        "degree": step_slider("degree", state.degree, HIGHEST_DEGREE),
        "noise": slider("noise", state.noise, 0.0, 0.6, 0.05),
        "num_samples": ladder("training points", state.num_samples, SAMPLE_COUNTS),
        "draw": step_slider("random draw", state.draw, LAST_DRAW),
    }
    look = Look("Overfitting", draw_overfitting, describe_overfitting, react_overfitting)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_fit(ax: Axes, state: OverfittingState) -> None:
    grid = np.linspace(0.0, 1.0, 201)
    (x, targets), (x_validation, t_validation) = state.fits.data
    ax.plot(grid, curve(grid), color=STYLE.faint, lw=1.5, ls=":", label="without noise")
    ax.plot(x_validation, t_validation, ".", ms=4, color=STYLE.derivative, alpha=0.5,
            label="validation")  # fmt: skip
    ax.plot(x, targets, "o", ms=7, color=STYLE.function, markeredgecolor=STYLE.ink,
            label="training", zorder=5)  # fmt: skip
    ax.plot(grid, state.fits.polynomials[state.degree](grid), color=STYLE.ink,
            lw=STYLE.line_width, label="polynomial")  # fmt: skip
    ax.set(xlim=(-0.02, 1.02), ylim=(-2.0, 3.0))
    legend_below(ax)
    tidy(ax, title=f"a polynomial of degree {state.degree}", xlabel="x")


def _verdict(state: OverfittingState) -> str:
    validation = state.fits.errors[1]
    if validation[state.degree] < 1.3 * validation[state.best_degree]:
        return "Both errors are low: what it learnt from the points holds for new ones."
    if state.degree < state.best_degree:
        return "Underfitting: it is too stiff for the curve, and both errors are high."
    return "Overfitting: it learnt the noise by heart, and is wrong about new points."
