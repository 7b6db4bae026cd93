"""A handwritten digit, moved and disturbed, and what a network takes it for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.activations import softmax
from nnlib.data.digits import load_digits
from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import multilayer_perceptron
from nnlib.optimizers import Adam
from nnlib.plots.digits import draw_digit
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.training import Trainer
from nnlib.validate import FloatArray
from nnlib.widgets.controls import row, slider, step_slider
from nnlib.widgets.own_function import OwnFunctionError, as_numbers, call_own, name_of
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes
from nnlib.widgets.trouble import draw_trouble

NUM_IMAGES = 40
FARTHEST = 3
IMAGE: Place = (0.04, 0.08, 0.37, 0.80)
BARS: Place = (0.50, 0.14, 0.475, 0.76)


@dataclass(frozen=True)
class Reader:
    """Some images with their digits, and what a network says to images.

    ``own_predict`` takes images of shape (n, 64) and returns probabilities of shape (n, 10);
    without it a small network is trained, which takes a moment.
    """

    own_predict: Callable[[FloatArray], Any] | None = None

    @cached_property
    def images(self) -> tuple[FloatArray, FloatArray]:
        """Forty images that no network has learnt from, shape (40, 64), and their digits."""
        test = load_digits().test
        return test.X[:NUM_IMAGES], test.targets[:NUM_IMAGES]

    @cached_property
    def predict(self) -> Callable[[FloatArray], Any]:
        """What gives the probabilities."""
        return self.own_predict or _trained_network()


@dataclass(frozen=True)
class DigitState:
    """Which image is shown, how far it is moved, and how much noise lies on it."""

    reader: Reader = field(default_factory=Reader)
    image: int = 0
    right: int = 0
    down: int = 0
    noise: float = 0.0

    @property
    def digit(self) -> int:
        """What the image shows."""
        return int(self.reader.images[1][self.image])

    @cached_property
    def pixels(self) -> FloatArray:
        """The image as the network gets it, shape (8, 8), 0 for paper and 1 for ink."""
        clean = self.reader.images[0][self.image].reshape(8, 8)
        moved = np.zeros((8, 8))
        rows, columns = (slice(max(0, by), 8 + min(0, by)) for by in (self.down, self.right))
        from_rows, from_columns = (
            slice(max(0, -by), 8 + min(0, -by)) for by in (self.down, self.right)
        )
        moved[rows, columns] = clean[from_rows, from_columns]
        dust = np.random.default_rng(self.image).standard_normal((8, 8))
        return np.clip(moved + self.noise * dust, 0.0, 1.0)

    @cached_property
    def probs(self) -> FloatArray | OwnFunctionError:
        """The probability of each digit, shape (10,), or why a student's function gave none."""
        predict = self.reader.predict
        try:
            probs = as_numbers(call_own(predict, self.pixels.reshape(1, 64)), predict).reshape(-1)
        except OwnFunctionError as error:
            return error
        if probs.shape != (10,):
            return OwnFunctionError(
                f"Your {name_of(predict)} was given one image, shape (1, 64), and returned "
                f"{probs.size} numbers; return the probabilities of the ten digits, (1, 10)."
            )
        return probs


def draw_digit_state(state: DigitState, figure: Figure) -> None:
    """Draw the image, and the probability of each digit as a bar."""
    if isinstance(state.probs, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (IMAGE, BARS))
    guess = int(state.probs.argmax())
    draw_digit(
        left,
        state.pixels.astype(np.float64),
        f"a {state.digit}, as the network gets it",
        guess == state.digit,
    )
    _draw_probs(right, state.probs, state.digit)


def describe_digit(state: DigitState) -> str:
    """Say what it is, what it is taken for, and how sure the network is."""
    if isinstance(state.probs, OwnFunctionError):
        return str(state.probs)
    first, second = np.argsort(state.probs)[::-1][:2].tolist()
    verdict = "right" if first == state.digit else f"wrong, for it is a {state.digit}"
    return (
        f"The network says {first}, with a probability of {number_text(state.probs[first])}: "
        f"{verdict}. Second comes {second} with {number_text(state.probs[second])}."
    )


def digit_widget(
    predict: Callable[[FloatArray], Any] | None = None,
) -> Panel[DigitState]:
    """Return a widget that shows a digit to a network and can move and disturb it.

    Parameters
    ----------
    predict
        Your own network's function: takes images of shape (n, 64), 0 for paper and 1 for ink,
        and returns probabilities of shape (n, 10). Without it a small network is trained.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DigitState(Reader(predict))
    controls: dict[str, Any] = {
        "image": step_slider("image", state.image, NUM_IMAGES - 1),
        "right": step_slider("pixels to the right", state.right, FARTHEST, first=-FARTHEST),
        "down": step_slider("pixels down", state.down, FARTHEST, first=-FARTHEST),
        "noise": slider("noise", state.noise, 0.0, 1.0, 0.05),
    }
    look = Look("What digit is this?", draw_digit_state, describe_digit)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _trained_network() -> Callable[[FloatArray], FloatArray]:
    train, rng = load_digits().train, np.random.default_rng(0)
    network = multilayer_perceptron([64, 32, 10], rng=rng)
    trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, Adam(0.01))
    trainer.fit(train.X, train.targets, num_epochs=10, rng=rng, progress=False)
    return partial(_probabilities, network.predict)


def _probabilities(logits: Callable[[FloatArray], FloatArray], X: FloatArray) -> FloatArray:
    return softmax(logits(X))


def _draw_probs(ax: Axes, probs: FloatArray, digit: int) -> None:
    colors = [STYLE.correct if each == digit else STYLE.function for each in range(10)]
    bars = ax.bar(range(10), probs, color=colors, edgecolor=STYLE.ink, lw=0.6)
    bars[digit].set_hatch("//")
    ax.bar_label(bars, [f"{p:.2f}" if p >= 0.005 else "" for p in probs],
                 fontsize=STYLE.small_text_size)  # fmt: skip
    ax.set_xticks(range(10))
    ax.set(xlim=(-0.7, 9.7), ylim=(0.0, 1.12))
    tidy(ax, title="probabilities (hatched: the true digit)", xlabel="digit")
