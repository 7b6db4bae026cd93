"""Five distributions with their parameters, and a thousand samples of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import AutoLocator

from nnlib.distributions import Bernoulli, Binomial, Normal, Poisson, Uniform
from nnlib.plots.distribution import plot_distribution
from nnlib.plots.style import number_text
from nnlib.statistics import mean, variance
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes

NUM_SAMPLES = 1000
ONE: Place = (0.095, 0.14, 0.88, 0.76)
Distribution = Bernoulli | Binomial | Normal | Poisson | Uniform


@dataclass(frozen=True)
class Kind:
    """A distribution's parameters, how it is made of the state's fields, and what it models."""

    fields: tuple[str, ...]
    make: Callable[..., Distribution]
    models: str


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "normal": Kind(("mu", "sigma"), Normal, "errors of measurement, first weights"),
        "uniform": Kind(("low", "high"), Uniform, "a value of which only the limits are known"),
        "binomial": Kind(("n", "p"), Binomial, "how many of n neurons dropout keeps"),
        "Bernoulli": Kind(("p",), Bernoulli, "one throw of a coin, one neuron kept or dropped"),
        "Poisson": Kind(("rate",), Poisson, "how often a rare event comes, as visits in an hour"),
    }
)


@dataclass(frozen=True)
class DistributionState:
    """Which distribution is shown, and the parameters of all five."""

    kind: str = "normal"
    mu: float = 0.0
    sigma: float = 1.0
    low: float = -1.0
    high: float = 2.0
    n: int = 10
    p: float = 0.5
    rate: float = 3.0

    @property
    def distribution(self) -> Distribution:
        """The distribution with its present parameters."""
        kind = KINDS[self.kind]
        return kind.make(*(getattr(self, name) for name in kind.fields))

    @property
    def samples(self) -> FloatArray:
        """A thousand samples, shape (1000,), the same ones at every call."""
        return self.distribution.sample(NUM_SAMPLES, rng=np.random.default_rng(0))


def draw_distribution(state: DistributionState, figure: Figure) -> None:
    """Draw the probabilities or the density over the shares of a thousand samples."""
    (ax,) = clean_axes(figure, [ONE])
    ax.xaxis.set_major_locator(AutoLocator())  # counts set one of their own
    plot_distribution(state.distribution, state.samples, ax=ax, title=_title(state))


def describe_distribution(state: DistributionState) -> str:
    """Say the mean and the variance, of the formula and of the samples."""
    it, samples = state.distribution, state.samples
    return (
        f"{_title(state)} models {KINDS[state.kind].models}. By the formula the mean is "
        f"{number_text(it.mean)} and the variance {number_text(it.variance)}; {NUM_SAMPLES} "
        f"samples have the mean {number_text(mean(samples))} and the variance "
        f"{number_text(variance(samples))}."
    )


def distribution_widget() -> Panel[DistributionState]:
    """Return a widget of five distributions whose parameters can be moved.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DistributionState()
    controls: dict[str, Any] = {
        "kind": menu("distribution", state.kind, [(kind, kind) for kind in KINDS]),
        "mu": slider("mean μ", state.mu, -5.0, 5.0),
        "sigma": slider("deviation σ", state.sigma, 0.1, 4.0),
        "low": slider("low", state.low, -5.0, 0.0),
        "high": slider("high", state.high, 0.1, 5.0),
        "n": step_slider("number of trials n", state.n, 60, first=1),
        "p": slider("probability p", state.p, 0.0, 1.0, 0.05),
        "rate": slider("rate λ", state.rate, 0.1, 15.0),
    }
    show_own = partial(_show_own_parameters, controls)
    controls["kind"].observe(show_own, names="value")
    show_own({"new": state.kind})
    look = Look("Five distributions", draw_distribution, describe_distribution)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _show_own_parameters(controls: Mapping[str, Any], change: Mapping[str, Any]) -> None:
    """Hide the sliders that belong to another distribution."""
    for name, control in controls.items():
        if name != "kind":
            control.layout.display = None if name in KINDS[change["new"]].fields else "none"


def _title(state: DistributionState) -> str:
    symbols = {"mu": "μ", "sigma": "σ", "rate": "λ"}
    parts = [
        f"{symbols.get(name, name)} = {number_text(getattr(state, name))}"
        for name in KINDS[state.kind].fields
    ]
    return f"{state.kind}, {', '.join(parts)}"
