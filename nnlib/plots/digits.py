"""Handwritten digits with what they are and what they were taken for."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.style import STYLE


def plot_digits(
    X: ArrayLike,
    targets: ArrayLike,
    predictions: ArrayLike | None = None,
    *,
    columns: int = 8,
    title: str = "",
    right_text: str = "{target}",
    wrong_text: str = "{prediction}, not {target}",
) -> tuple[Axes, ...]:
    """Draw each image with its digit; a wrong prediction has a frame and says what it is not.

    Parameters
    ----------
    X
        Shape (m, n), an image a row, of √n rows of √n pixels, 0 for paper and 1 for ink.
    targets
        Shape (m,), the true digits.
    predictions
        Shape (m,), what a network took them for.
    columns
        How many images stand beside each other.
    right_text, wrong_text
        What stands over an image, with ``{target}`` and ``{prediction}`` in it.

    Returns
    -------
    tuple of Axes
        One an image, in one figure.

    Raises
    ------
    ValueError
        If the images are not square, or the lengths differ.
    """
    images, true = _square_images(X), np.asarray(targets)
    taken_for = true if predictions is None else np.asarray(predictions)
    if true.shape != (len(images),) or taken_for.shape != true.shape:
        raise ValueError(
            f"targets and predictions must have the shape ({len(images)},), one an image, but "
            f"have {true.shape} and {taken_for.shape}."
        )
    cells = _cells(len(images), min(columns, len(images)), title)
    for ax, image, target, prediction in zip(cells, images, true, taken_for, strict=True):
        is_right = bool(target == prediction)
        text = right_text if is_right else wrong_text
        draw_digit(ax, image, text.format(target=target, prediction=prediction), is_right)
    return cells


def _square_images(X: ArrayLike) -> NDArray[np.float64]:
    images = np.asarray(X, dtype=np.float64)
    side = round(images[0].size ** 0.5) if images.ndim == 2 and images.size else 0
    if images.ndim != 2 or side**2 != images.shape[1] or side == 0:
        raise ValueError(
            "X must have the shape (m, n), a square image of n pixels a row, but it has "
            f"{images.shape}."
        )
    return images.reshape(-1, side, side)


def _cells(count: int, columns: int, title: str) -> tuple[Axes, ...]:
    rows = -(-count // columns)
    figure, grid = plt.subplots(
        rows, columns, figsize=(1.05 * columns, 1.3 * rows + (0.3 if title else 0.0)),
        layout="constrained", squeeze=False,
    )  # fmt: skip
    figure.suptitle(title, fontsize=STYLE.text_size + 1, color=STYLE.ink)
    for spare in list(grid.flat)[count:]:
        figure.delaxes(spare)
    return tuple(list(grid.flat)[:count])


def draw_digit(ax: Axes, image: NDArray[np.float64], text: str, is_right: bool) -> None:
    """Draw one image, shape (8, 8), with a text over it, and a frame where it was taken wrongly."""
    ax.imshow(image, cmap="gray_r", vmin=0.0, vmax=1.0)
    ax.set(xticks=[], yticks=[])
    color = STYLE.ink if is_right else STYLE.derivative
    ax.set_title(text, fontsize=STYLE.small_text_size, color=color, pad=3)
    ax.spines[:].set(color=STYLE.grid if is_right else color, linewidth=0.8 if is_right else 2.5)
