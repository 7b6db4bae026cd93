"""A drawing of a biological neuron beside an artificial one."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Ellipse, PathPatch
from matplotlib.path import Path

from nnlib.plots.neuron_diagram import plot_neuron
from nnlib.plots.shapes import Point
from nnlib.plots.style import STYLE, axes_or_new, blank

SOMA: Point = (3.2, 0.0)
# Each dendrite: where it leaves the soma, where it forks, and the two tips.
DENDRITES: tuple[tuple[Point, Point, Point, Point], ...] = (
    ((2.9, 0.6), (2.1, 1.45), (1.0, 1.6), (1.75, 2.2)),
    ((2.5, 0.2), (1.5, 0.45), (0.5, 0.85), (0.45, 0.2)),
    ((2.5, -0.3), (1.5, -0.65), (0.45, -0.5), (0.6, -1.15)),
    ((2.9, -0.6), (2.2, -1.45), (1.1, -1.75), (1.9, -2.2)),
)
AXON_START: Point = (4.0, 0.0)
AXON_FORK: Point = (7.3, -0.15)
AXON_ENDS: tuple[Point, ...] = ((8.3, 0.85), (8.6, -0.15), (8.2, -1.1))
SYNAPSE: Point = (8.72, -0.15)


def plot_biological_neuron_comparison(
    *,
    biological_title: str = "Biological neuron",
    artificial_title: str = "Artificial neuron",
    dendrites: str = "dendrites\nreceive signals",
    soma: str = "soma\nfires above a threshold",
    axon: str = "axon\ncarries the signal",
    synapse: str = "synapse\npasses it on; learning\nchanges its strength",
    inputs: str = "inputs\n(dendrites)",
    weights: str = "weights\n(synapses)",
    net_input: str = "sum\n(soma)",
    activation: str = "activation\n(threshold)",
    output: str = "output\n(axon)",
) -> tuple[Axes, Axes]:
    """Draw both neurons side by side, with the parts that play like roles named alike.

    Returns
    -------
    tuple of Axes
        The biological neuron's and the artificial one's, in one figure.
    """
    _, (left, right) = plt.subplots(
        1, 2, figsize=(12.0, 4.2), layout="constrained", width_ratios=(1.05, 1.0)
    )
    plot_biological_neuron(
        ax=left, title=biological_title, dendrites=dendrites, soma=soma, axon=axon, synapse=synapse
    )
    plot_neuron(
        [0.8, -0.5, 0.3], -0.2, "sigmoid", [1.0, 0.5, 2.0], ax=right, title=artificial_title,
        inputs_label=inputs, weights_label=weights, sum_label=net_input,
        activation_label=activation, output_label=output,
    )  # fmt: skip
    return left, right


def plot_biological_neuron(
    *,
    ax: Axes | None = None,
    title: str = "Biological neuron",
    dendrites: str = "dendrites",
    soma: str = "soma",
    axon: str = "axon",
    synapse: str = "synapse",
) -> Axes:
    """Draw a nerve cell with its dendrites, soma, axon and a synapse, each with its word.

    Returns
    -------
    Axes
        The axes drawn on.
    """
    ax = blank(axes_or_new(ax, (6.4, 3.8)), xlim=(-0.3, 10.6), ylim=(-3.1, 3.1))
    ax.set_title(title, fontsize=STYLE.text_size + 1, color=STYLE.ink)
    _draw_dendrites(ax)
    _draw_axon(ax)
    _draw_soma(ax)
    _draw_synapse(ax)
    _name(ax, dendrites, part=(1.95, 1.5), words=(3.2, 2.6))
    _name(ax, soma, part=(3.3, -0.7), words=(4.2, -2.3))
    _name(ax, axon, part=(5.6, 0.05), words=(5.7, 1.5))
    _name(ax, synapse, part=(8.75, -0.55), words=(8.7, -2.4))
    return ax


def _draw_soma(ax: Axes) -> None:
    ax.add_patch(Ellipse(SOMA, 1.75, 1.5, fc="#F6D9C4", ec=STYLE.ink, lw=1.5, zorder=3))
    ax.add_patch(Circle((3.1, 0.02), 0.27, fc=STYLE.class_colors[0], ec=STYLE.ink, zorder=4))


def _draw_dendrites(ax: Axes) -> None:
    for root, fork, first_tip, second_tip in DENDRITES:
        _branch(ax, root, fork, width=5.0)
        for tip in (first_tip, second_tip):
            _branch(ax, fork, tip, width=2.6)


def _draw_axon(ax: Axes) -> None:
    _branch(ax, AXON_START, AXON_FORK, width=6.0)
    for end in AXON_ENDS:
        _branch(ax, AXON_FORK, end, width=2.6)
        ax.add_patch(Circle(end, 0.14, fc=STYLE.class_colors[0], ec=STYLE.ink, zorder=4))


def _draw_synapse(ax: Axes) -> None:
    _branch(ax, (10.4, 0.35), (8.9, -0.15), width=4.0, color=STYLE.class_colors[1])
    ax.add_patch(Circle(SYNAPSE, 0.42, fc="none", ec=STYLE.ink, lw=1.5, ls="--", zorder=5))


def _branch(
    ax: Axes, start: Point, end: Point, *, width: float, color: str = STYLE.class_colors[0]
) -> None:
    """Draw a gently bent line: a quadratic Bézier curve with its middle pushed aside."""
    tail, head = np.asarray(start), np.asarray(end)
    sideways = np.array([tail[1] - head[1], head[0] - tail[0]])
    middle = (tail + head) / 2 + 0.12 * sideways
    path = Path([tail, middle, head], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    ax.add_patch(PathPatch(path, fc="none", ec=color, lw=width, capstyle="round", zorder=2))


def _name(ax: Axes, text: str, *, part: Point, words: Point) -> None:
    first_line = text.splitlines()[0] if text else ""
    ax.annotate(
        text, xy=part, xytext=words, ha="center", va="center", color=STYLE.ink,
        fontsize=STYLE.text_size, label=first_line, zorder=6,
        arrowprops={"arrowstyle": "-", "color": STYLE.ink, "lw": 1.0},
    )  # fmt: skip
