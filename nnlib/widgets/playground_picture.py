"""The picture of the playground: where the network draws its boundary, and both losses."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.activations import sigmoid
from nnlib.network import Network
from nnlib.plots.curves import CURVE_COLORS
from nnlib.plots.style import OUTPUT_COLORS, STYLE, legend, number_text, tidy
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.playground_training import LAST_EPOCH, Data, Training

LIMIT = 2.2
GRID = np.linspace(-LIMIT, LIMIT, 49)
SAMPLES = np.column_stack([axis.ravel() for axis in np.meshgrid(GRID, GRID)])
HIGHEST_LOSS = 1.2
AXIS_ENDS = (50, 100, 200, 500, LAST_EPOCH)


def draw_training(training: Training, figure: Figure) -> None:
    """Draw the boundary over the samples, and the losses of all epochs so far."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_boundary(left, training.network)
    _draw_samples(left, training.validation, size=12.0, opacity=0.45)
    _draw_samples(left, training.train, size=46.0, opacity=1.0)
    left.set(xlim=(-LIMIT, LIMIT), ylim=(-LIMIT, LIMIT))
    left.set_xticks([-2, 0, 2])
    left.set_yticks([-2, 0, 2])
    tidy(left, title=f"epoch {training.epoch}: small points are new", xlabel="x₁", ylabel="x₂")
    _draw_losses(right, training)


def _draw_boundary(ax: Axes, network: Network) -> None:
    """Colour the probability of class 1, and draw the line where it is one half."""
    logits = network.predict(SAMPLES).reshape(len(GRID), len(GRID))
    ax.imshow(
        sigmoid(logits), extent=(-LIMIT, LIMIT, -LIMIT, LIMIT), origin="lower", aspect="auto",
        cmap=OUTPUT_COLORS, vmin=0.0, vmax=1.0, alpha=0.45, zorder=0,
    )  # fmt: skip
    if logits.min() < 0.0 < logits.max():
        ax.contour(GRID, GRID, logits, levels=[0.0], colors=[STYLE.ink], linewidths=1.8)


def _draw_samples(ax: Axes, data: Data, *, size: float, opacity: float) -> None:
    X, targets = data
    for index in (0, 1):
        points = X[targets == index]
        ax.scatter(
            points[:, 0], points[:, 1], s=size, color=STYLE.class_colors[index], linewidths=0.7,
            marker=STYLE.class_markers[index], edgecolors=STYLE.ink, alpha=opacity, zorder=4,
        )  # fmt: skip


def _draw_losses(ax: Axes, training: Training) -> None:
    """Draw both losses in a frame that grows only now and then."""
    epochs = np.arange(1, training.epoch + 1)
    curves = (("training", training.loss), ("validation (new points)", training.validation_loss))
    for index, (name, losses) in enumerate(curves):
        shown = np.minimum(losses, 10 * HIGHEST_LOSS)  # far above the frame is far enough
        ax.plot(epochs, shown, "--" if index else "-", color=CURVE_COLORS[index],
                lw=STYLE.line_width, label=name)  # fmt: skip
    end = next(end for end in AXIS_ENDS if training.epoch <= end)
    ax.set(xlim=(0, end), ylim=(0.0, HIGHEST_LOSS))
    ax.set_xticks([0, end // 2, end])
    ax.set_yticks([0.0, 0.5, 1.0])
    legend(ax, loc="upper right")
    now = f"loss: {number_text(float(training.loss[-1]))}" if training.epoch else "loss"
    tidy(ax, title=now, xlabel="epoch")
