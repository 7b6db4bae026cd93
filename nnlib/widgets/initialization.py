"""The first weights of a deep network: signals and gradients that vanish, explode or live."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from matplotlib.figure import Figure

from nnlib.layers import BatchNorm, Layer, Linear
from nnlib.layers.initializers import Initializer, he_normal, normal, xavier_normal, zeros
from nnlib.network import ACTIVATION_LAYERS, Network
from nnlib.plots.curves import plot_layer_sizes
from nnlib.training import weight_gradient_norms
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, step_slider
from nnlib.widgets.own_function import OwnFunctionError, name_of, own_array
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.trouble import draw_trouble

INITIALIZERS: Final[Mapping[str, Initializer]] = MappingProxyType(
    {
        "Xavier (Glorot)": xavier_normal,
        "He": he_normal,
        "normal, deviation 0.01": partial(normal, deviation=0.01),
        "normal, deviation 1": partial(normal, deviation=1.0),
        "zeros": zeros,
    }
)
ACTIVATIONS = ("sigmoid", "tanh", "relu")
WIDTH, NUM_SAMPLES = 24, 64
MOST_LAYERS = 20
NEXT_TO_NOTHING = 1e-6
LIMITS = (1e-10, 1e6)


@dataclass(frozen=True)
class InitializationState:
    """How many layers there are, of what kind, and how their weights are drawn."""

    activation: str = "sigmoid"
    initializer: str = "Xavier (Glorot)"
    num_layers: int = 10
    batch_norm: bool = False
    initializers: Mapping[str, Initializer] = field(
        default_factory=lambda: INITIALIZERS, repr=False
    )

    @cached_property
    def sizes(self) -> tuple[FloatArray, FloatArray] | OwnFunctionError:
        """The deviation of each layer's a, and the length of its gradient, each (layers,)."""
        try:
            with np.errstate(over="ignore", invalid="ignore"):  # first weights of any size
                deviations, norms = self._measured(np.random.default_rng(0))
        except OwnFunctionError as error:
            return error
        if np.isfinite([deviations, norms]).all():
            return deviations, norms
        return OwnFunctionError(
            f"With the weights of {self.initializer} the signal grows beyond all numbers."
        )

    def _measured(self, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        network = Network([layer for _ in range(self.num_layers) for layer in self._block(rng)])
        X: FloatArray = rng.standard_normal((NUM_SAMPLES, WIDTH))
        last, deviations = type(network.layers[-1]), []
        for layer in network.layers:
            X = layer.forward(X)
            if isinstance(layer, last):
                deviations.append(float(X.std()))
        network.backward(rng.standard_normal(X.shape) / NUM_SAMPLES)
        return np.array(deviations), np.array(weight_gradient_norms(network))

    def _block(self, rng: np.random.Generator) -> list[Layer]:
        linear = Linear(WIDTH, WIDTH, rng=rng, initializer=self.initializers[self.initializer])
        norm: list[Layer] = [BatchNorm(WIDTH)] if self.batch_norm else []
        return [linear, *norm, ACTIVATION_LAYERS[self.activation]()]


def draw_initialization(state: InitializationState, figure: Figure) -> None:
    """Draw how far the activations spread, and how long the gradients are, layer by layer."""
    if isinstance(state.sizes, OwnFunctionError):
        draw_trouble(figure)
        return
    axes = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    titles = ("deviation of the activations", "length of the gradient")
    for ax, sizes, title in zip(axes, state.sizes, titles, strict=True):
        plot_layer_sizes(sizes, limits=LIMITS, ax=ax, title=title)
        ax.set_xlim(0.3, MOST_LAYERS + 0.7)


def describe_initialization(state: InitializationState) -> str:
    """Say how the first layer's gradient compares with the last one's."""
    if isinstance(state.sizes, OwnFunctionError):
        return str(state.sizes)
    deviations, norms = state.sizes
    return (
        f"{state.num_layers} {state.activation} layers, {state.initializer}, batch norm "
        f"{'on' if state.batch_norm else 'off'}: the activations' deviation goes from "
        f"{_short(deviations[0])} to {_short(deviations[-1])}; the gradient is "
        f"{_short(norms[-1])} long in the last layer and {_short(norms[0])} in the "
        f"first. {_verdict(float(norms[0]), float(norms[-1]))}"
    )


def initialization_widget(*own: Callable[..., Any]) -> Panel[InitializationState]:
    """Return a widget that sends a signal and its gradient through a deep network at its start.

    Parameters
    ----------
    *own
        Your own functions, such as ``xavier_weights(n)``, which turn standard normal numbers of
        the shape of the weights into first weights; they stand first in the menu.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    yours = {f"{name_of(one)} (yours)": own_initializer(one) for one in own}
    initializers = {**yours, **INITIALIZERS}
    state = InitializationState(initializer=next(iter(initializers)), initializers=initializers)
    controls: dict[str, Any] = {
        "activation": menu("activation", state.activation, [(a, a) for a in ACTIVATIONS]),
        "initializer": menu("first weights", state.initializer, [(i, i) for i in initializers]),
        "num_layers": step_slider("layers", state.num_layers, MOST_LAYERS, first=2),
        "batch_norm": menu("batch norm", state.batch_norm, [("off", False), ("on", True)]),
    }
    look = Look("Initialization", draw_initialization, describe_initialization)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def own_initializer(function: Callable[..., Any]) -> Initializer:
    """Return the initializer that draws standard normal numbers and hands them to a function."""

    def draw(out_features: int, in_features: int, *, rng: np.random.Generator) -> FloatArray:
        shape = (out_features, in_features)
        return own_array(function, shape, rng.standard_normal(shape))

    return draw


def _short(value: float) -> str:
    """Write a number of any size, also those that `number_text` takes for dust."""
    return f"{value:.3g}".replace("-", "−")


def _verdict(first: float, last: float) -> str:
    if first == 0.0:
        return "The first layer never learns."
    if last < NEXT_TO_NOTHING:
        return "The signal vanishes on its way forward, and every gradient with it."
    if first < 0.01 * last:
        return "The gradient vanishes on its way back: the first layers learn next to nothing."
    if first > 100.0 * last:
        return "The gradient explodes on its way back."
    return "The gradient keeps its size, so that all layers learn."
