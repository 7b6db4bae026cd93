"""What stands on a drawing of a network, and where: numbers checked, neurons placed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from nnlib.plots.shapes import Point
from nnlib.validate import FloatArray

COLUMN, ROW, RADIUS = 4.2, 2.1, 0.6
NARROW_COLUMN = 2.6  # where no numbers stand on the lines
MOST_NUMBERED = 4  # with more neurons in a layer, numbers cannot be read

Layers = Sequence[ArrayLike]


@dataclass(frozen=True)
class Diagram:
    """What is written on a network; a number that is NaN is not known yet and left out.

    Attributes
    ----------
    weights : list of ndarray, shape (out_features, in_features)
    activations : list of ndarray
        One a layer of neurons, the inputs first.
    biases, z, deltas : list of ndarray
        One a layer of neurons, without the inputs.
    weight_gradients : list of ndarray
        Of the shapes of the weights.
    silent, highlight : frozenset of (layer, index)
        Neurons that are off, and those that are looked at; layer 0 holds the inputs.
    """

    weights: list[FloatArray]
    activations: list[FloatArray]
    biases: list[FloatArray]
    z: list[FloatArray]
    deltas: list[FloatArray]
    weight_gradients: list[FloatArray]
    silent: frozenset[tuple[int, int]]
    highlight: frozenset[tuple[int, int]]

    @property
    def sizes(self) -> list[int]:
        """The number of neurons of each layer, the inputs first."""
        return [self.weights[0].shape[1], *(len(weight) for weight in self.weights)]

    @property
    def is_numbered(self) -> bool:
        """Whether there is room for numbers on the lines and in the circles."""
        return max(self.sizes) <= MOST_NUMBERED

    @property
    def column(self) -> float:
        """The distance between two layers."""
        return COLUMN if self.is_numbered else NARROW_COLUMN

    @property
    def row(self) -> float:
        """The distance between two neurons of a layer; less where many stand in a layer."""
        return ROW * min(1.0, 3.2 / max(self.sizes))

    @property
    def radius(self) -> float:
        """Of a neuron's circle."""
        return min(RADIUS, 0.42 * self.row)

    def place(self, layer: int, index: int) -> Point:
        """Return where a neuron stands; each layer is centred."""
        return self.column * layer, self.row * ((self.sizes[layer] - 1) / 2 - index)


def checked_diagram(
    weights: Layers,
    activations: Layers,
    biases: Layers,
    z: Layers,
    deltas: Layers,
    weight_gradients: Layers,
    silent: Collection[tuple[int, int]],
    highlight: Collection[tuple[int, int]],
) -> Diagram:
    """Return the numbers as arrays that fit together, or raise ValueError."""
    matrices: list[FloatArray] = [np.asarray(weight, dtype=np.float64) for weight in weights]
    if not matrices or any(matrix.ndim != 2 for matrix in matrices):
        raise ValueError("weights must be a list of matrices (out_features, in_features).")
    for before, after in pairwise(matrices):
        if after.shape[1] != len(before):
            raise ValueError(
                f"weights must fit together; {before.shape} came before {after.shape}."
            )
    outputs = [(len(matrix),) for matrix in matrices]
    return Diagram(
        matrices,
        _fitting("activations", activations, [(matrices[0].shape[1],), *outputs]),
        _fitting("biases", biases, outputs),
        _fitting("z", z, outputs),
        _fitting("deltas", deltas, outputs),
        _fitting("weight_gradients", weight_gradients, [matrix.shape for matrix in matrices]),
        frozenset(silent),
        frozenset(highlight),
    )


def _fitting(name: str, layers: Layers, shapes: Sequence[tuple[int, ...]]) -> list[FloatArray]:
    """Return the layers' numbers, or as many unknown ones when there are none."""
    if len(layers) == 0:
        return [np.full(shape, np.nan) for shape in shapes]
    arrays: list[FloatArray] = [np.asarray(layer, dtype=np.float64) for layer in layers]
    came = [array.shape for array in arrays]
    if came != list(shapes):
        raise ValueError(f"{name} must have the shapes {shapes}; {came} came.")
    return arrays
