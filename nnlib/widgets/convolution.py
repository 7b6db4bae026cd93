"""A small window slides over a digit: each place gives one number of a new image."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from nnlib.architectures.convolution import convolve2d
from nnlib.data.digits import load_digits
from nnlib.plots.style import OUTPUT_COLORS, STYLE, number_text, tidy
from nnlib.validate import FloatArray, matrix
from nnlib.widgets.controls import menu, row, step_slider
from nnlib.widgets.own_function import OwnFunctionError, own_array
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes
from nnlib.widgets.stepper import stepper
from nnlib.widgets.trouble import draw_trouble

FILTERS: Final[Mapping[str, FloatArray]] = MappingProxyType(
    {
        "upright edges": np.array([[-1.0, 0.0, 1.0]] * 3),
        "level edges": np.array([[-1.0] * 3, [0.0] * 3, [1.0] * 3]),
        "blur": np.full((3, 3), 1 / 9),
        "sharpen": np.array([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]]),
    }
)
NUM_IMAGES = 20
SIDE = 8
NUM_PLACES = (SIDE - 3 + 1) ** 2
PLACES: tuple[Place, ...] = (
    (0.02, 0.10, 0.33, 0.72),
    (0.40, 0.24, 0.20, 0.44),
    (0.65, 0.10, 0.33, 0.72),
)


@dataclass(frozen=True)
class ConvolutionState:
    """Which filter slides over which image, and where it lies now."""

    filter: str = "upright edges"
    image: int = 0
    place: int = 14
    filters: Mapping[str, FloatArray] = field(default_factory=lambda: FILTERS)
    convolve: Callable[..., Any] = convolve2d

    @property
    def kernel(self) -> FloatArray:
        """The filter's numbers, shape (3, 3)."""
        return self.filters[self.filter]

    @cached_property
    def pixels(self) -> FloatArray:
        """The image, shape (8, 8)."""
        image: FloatArray = load_digits().test.X[self.image]
        return image.reshape(SIDE, SIDE)

    @cached_property
    def output(self) -> FloatArray | OwnFunctionError:
        """What the filter gives at each place, shape (6, 6), or why a function gave nothing."""
        places = SIDE - 3 + 1
        try:
            return own_array(self.convolve, (places, places), self.pixels, self.kernel)
        except OwnFunctionError as error:
            return error

    @property
    def corner(self) -> tuple[int, int]:
        """The row and the column of the filter's upper left corner."""
        return divmod(self.place, SIDE - 3 + 1)

    @property
    def window(self) -> FloatArray:
        """The pixels under the filter, shape (3, 3)."""
        r, c = self.corner
        return self.pixels[r : r + 3, c : c + 3]


def draw_convolution(state: ConvolutionState, figure: Figure) -> None:
    """Draw the image with the window, the filter's numbers, and the output with its pixel."""
    if isinstance(state.output, OwnFunctionError):
        draw_trouble(figure)
        return
    image, kernel, output = clean_axes(figure, PLACES)
    r, c = state.corner
    _draw_image(image, state.pixels, "the image", cmap="gray_r", limits=(0.0, 1.0))
    _frame(image, (c - 0.5, r - 0.5), 3.0)
    largest = float(np.abs(state.kernel).max())
    _draw_image(kernel, state.kernel, "the filter", OUTPUT_COLORS, (-2 * largest, 2 * largest))
    _write_numbers(kernel, state.kernel)
    reach = max(1.0, float(np.abs(state.output).max()))
    _draw_image(output, state.output, "what comes out", OUTPUT_COLORS, (-reach, reach))
    _frame(output, (c - 0.5, r - 0.5), 1.0)


def describe_convolution(state: ConvolutionState) -> str:
    """Write out the sum at this place."""
    if isinstance(state.output, OwnFunctionError):
        return str(state.output)
    pairs = zip(state.kernel.ravel(), state.window.ravel(), strict=True)
    terms = [
        f"({number_text(float(w), 2)})·{number_text(float(p), 2)}" for w, p in pairs if w and p
    ]
    r, c = state.corner
    total = number_text(float(state.output[r, c]))
    return (
        f"Row {r + 1}, column {c + 1}: {' + '.join(terms) or '0'} = {total}. The same "
        f"{state.kernel.size} numbers are used at all {NUM_PLACES} places. Blue is above 0, "
        "orange below."
    )


def convolution_widget(
    kernel: ArrayLike | None = None, own: Callable[..., Any] | None = None
) -> Panel[ConvolutionState]:
    """Return a widget that slides a filter over a handwritten digit.

    Parameters
    ----------
    kernel
        A filter of your own, shape (3, 3); it is shown first.
    own
        Your own ``convolve2d(image, kernel)``; the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If the filter has another shape.
    """
    filters = FILTERS if kernel is None else {"yours": _own_kernel(kernel), **FILTERS}
    state = ConvolutionState(next(iter(filters)), filters=filters, convolve=own or convolve2d)
    controls: dict[str, Any] = {
        "filter": menu("filter", state.filter, [(name, name) for name in filters]),
        "image": step_slider("image", state.image, NUM_IMAGES - 1),
        "place": step_slider("place", state.place, NUM_PLACES - 1),
    }
    actions = stepper(controls["place"], milliseconds=500)
    rows = [row(controls["filter"], controls["image"]), row(*actions.values(), controls["place"])]
    look = Look("Convolution", draw_convolution, describe_convolution)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _own_kernel(kernel: ArrayLike) -> FloatArray:
    own = matrix(kernel, "kernel", columns=3)
    if own.shape != (3, 3):
        raise ValueError(f"kernel must have the shape (3, 3); {own.shape} came.")
    return own


def _draw_image(
    ax: Axes, values: FloatArray, title: str, cmap: Any, limits: tuple[float, float]
) -> None:
    ax.imshow(values, cmap=cmap, vmin=limits[0], vmax=limits[1])
    ax.set(xticks=[], yticks=[])
    tidy(ax, title=title)
    ax.spines[:].set(visible=True, color=STYLE.grid)


def _frame(ax: Axes, corner: tuple[float, float], side: float) -> None:
    ax.add_patch(Rectangle(corner, side, side, fill=False, ec=STYLE.highlight, lw=3.5, zorder=5))


def _write_numbers(ax: Axes, kernel: FloatArray) -> None:
    for (row_index, column), value in np.ndenumerate(kernel):
        ax.text(column, row_index, number_text(float(value), 2), ha="center", va="center",
                fontsize=STYLE.text_size, color=STYLE.ink)  # fmt: skip
