"""Logic gates: the smallest data sets that a neuron can, or cannot, learn."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from nnlib.validate import FloatArray

# The targets for the inputs 00, 01, 10, 11; of "not" for 0, 1.
_TARGETS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "and": (0, 0, 0, 1),
        "or": (0, 1, 1, 1),
        "nand": (1, 1, 1, 0),
        "nor": (1, 0, 0, 0),
        "xor": (0, 1, 1, 0),
        "xnor": (1, 0, 0, 1),
        "not": (1, 0),
    }
)

# Each bias lies halfway between the sums that must give 0 and those that must give 1.
_BY_HAND: Final[Mapping[str, tuple[tuple[float, ...], float]]] = MappingProxyType(
    {
        "and": ((1.0, 1.0), -1.5),
        "or": ((1.0, 1.0), -0.5),
        "nand": ((-1.0, -1.0), 1.5),
        "nor": ((-1.0, -1.0), 0.5),
        "not": ((-1.0,), 0.5),
    }
)


def logic_inputs() -> FloatArray:
    """Return the four inputs of a gate with two inputs.

    Returns
    -------
    ndarray, shape (4, 2)
        The rows 00, 01, 10, 11.

    Examples
    --------
    >>> logic_inputs()
    array([[0., 0.],
           [0., 1.],
           [1., 0.],
           [1., 1.]])
    """
    return np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def truth_table(gate: str) -> tuple[FloatArray, FloatArray]:
    """Return the inputs of a gate and what it answers to each.

    Parameters
    ----------
    gate : str
        One of "and", "or", "nand", "nor", "xor", "xnor", "not".

    Returns
    -------
    X : ndarray, shape (4, 2), of "not" (2, 1)
        One input a row.
    targets : ndarray, shape (4,), of "not" (2,)
        0 or 1 each.

    Raises
    ------
    ValueError
        If there is no such gate.

    Examples
    --------
    >>> X, targets = truth_table("xor")
    >>> targets
    array([0., 1., 1., 0.])
    """
    targets = np.array(_TARGETS[_known(gate)], dtype=float)
    return (np.array([[0.0], [1.0]]) if gate == "not" else logic_inputs()), targets


def gate_weights(gate: str) -> tuple[FloatArray, float]:
    """Return weights and a bias, found by hand, with which one neuron is the gate.

    step(w·x + b) gives the gate's truth table.

    Parameters
    ----------
    gate : str
        One of "and", "or", "nand", "nor", "not".

    Returns
    -------
    weights : ndarray, shape (2,), of "not" (1,)
    bias : float

    Raises
    ------
    ValueError
        If there is no such gate, or no single neuron can be it ("xor", "xnor").

    Examples
    --------
    >>> gate_weights("and")
    (array([1., 1.]), -1.5)
    """
    if _known(gate) not in _BY_HAND:
        raise ValueError(
            f"No line separates the ones of {gate!r} from its zeros, so no single neuron is this "
            "gate. Join several neurons in two layers, as nnlib.by_hand.xor does."
        )
    weights, bias = _BY_HAND[gate]
    return np.array(weights), bias


def _known(gate: str) -> str:
    if gate not in _TARGETS:
        raise ValueError(f"gate must be one of {', '.join(_TARGETS)}; {gate!r} came.")
    return gate
