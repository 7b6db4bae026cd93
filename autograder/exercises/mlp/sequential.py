"""Lesson 04: a network written as a list of layers, as PyTorch writes it."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from autograder.exercises.draws import Arguments, reals
from autograder.exercises.mlp.samples import hundreds, network, quarters, shown, whole
from autograder.exercises.model import Case, Exercise, Function
from nnlib import activations
from nnlib.by_hand import forward

REGRESSION = ("Linear", "ReLU", "Linear")
YES_OR_NO = ("Linear", "ReLU", "Linear", "Sigmoid")


def sequential_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make lists with and without activations, in several orders."""
    first = np.array([[1.0, 2.0], [1.0, -2.0]]), np.array([0.0, 1.0])
    second = np.array([[3.0, 4.0]]), np.array([-9.0])

    def drawn(
        part: str,
        samples: int | None,
        sizes: tuple[int, ...],
        kinds: Sequence[str],
        draw: Function = reals,
    ) -> Case:
        """Draw the linear layers of a list; `samples` is None for one sample."""
        shape = sizes[:1] if samples is None else (samples, sizes[0])

        def arguments() -> Arguments:
            linear = iter(network(rng, sizes, draw))
            layers = [next(linear) if kind == "Linear" else kind for kind in kinds]
            return draw(rng, *shape), layers

        return shown(part, arguments, forward.sequential, hard_to_see(kinds))

    return [
        Case(
            (np.array([1.0, 1.0]), [first, "ReLU", second]),
            working="Linear: [1 + 2 + 0, 1 - 2 + 1] = [3, 0]; ReLU: [3, 0]; "
            "Linear: 3·3 + 4·0 - 9 = 0",
        ),
        Case(
            (np.array([1.0, -1.0]), [first, "ReLU", second, "Sigmoid"]),
            working="Linear: [1 - 2 + 0, 1 + 2 + 1] = [-1, 4]; ReLU: [0, 4]; "
            "Linear: 0 + 16 - 9 = 7; Sigmoid: σ(7) ≈ 0.999",
        ),
        drawn("Linear-ReLU-Linear", None, (2, 4, 1), REGRESSION),
        drawn("Linear-ReLU-Linear", 5, (2, 4, 3), REGRESSION),
        drawn("Linear-ReLU-Linear-Sigmoid", None, (3, 5, 1), YES_OR_NO),
        drawn("Linear-ReLU-Linear-Sigmoid", 4, (3, 5, 2), YES_OR_NO),
        drawn("one Linear", None, (3, 2), ("Linear",)),
        drawn("one Linear", 4, (2, 3), ("Linear",)),
        drawn("one activation", 3, (4, 2), ("Linear", "Sigmoid")),
        drawn("one activation", None, (3, 5), ("Linear", "ReLU")),
        drawn("sigmoids inside", None, (3, 4, 2), ("Linear", "Sigmoid", "Linear")),
        drawn("sigmoids inside", 4, (2, 3, 4, 2), ("Linear", "Sigmoid", "Linear", *REGRESSION[1:])),
        drawn("two linear layers in a row", None, (3, 4, 2), ("Linear", "Linear")),
        drawn(
            "two linear layers in a row", 3, (2, 4, 3, 2), ("Linear", "Linear", "ReLU", "Linear")
        ),
        drawn("layers all alike", None, (3, 3, 3), REGRESSION),
        drawn("layers all alike", 2, (2, 2, 2), YES_OR_NO),
        drawn("a batch of one", 1, (3, 5, 2), REGRESSION),
        drawn("a batch of one", 1, (2, 4, 2), YES_OR_NO),
        drawn("large values", None, (3, 4, 2), REGRESSION, hundreds),
        drawn("large values", 3, (2, 5, 1), REGRESSION, hundreds),
        drawn("integers", None, (3, 4, 2), REGRESSION, whole),
        drawn("integers", 4, (2, 5, 1), REGRESSION, whole),
        drawn("float32", None, (3, 4, 2), YES_OR_NO, quarters),
        drawn("float32", 5, (2, 4, 3), REGRESSION, quarters),
    ]


def hard_to_see(kinds: Sequence[str]) -> list[Function]:
    """Return the beliefs that this list shows to be wrong on most numbers, but not on all."""
    beliefs = list[Function]()
    if any(one == "Linear" and other != "ReLU" for one, other in pairwise((*kinds, "end"))):
        beliefs += [relu_after_every_linear]
    if "ReLU" in kinds:
        beliefs += [relu_left_out, sigmoid_for_relu, relu_as_absolute_value, forgot_biases]
    if "Linear" in kinds[1:] and set(kinds) != {"Linear"}:
        beliefs += [activations_at_the_end]
    return beliefs


SEQUENTIAL = Exercise(
    id="mlp.sequential",
    points=3,
    covers=("M7",),
    reference=forward.sequential,
    cases=sequential_cases,
    hints=(
        "One variable a that starts as x, and one loop over `layers`. Each layer replaces a.",
        'Three kinds can come: `layer == "ReLU"`, `layer == "Sigmoid"`, and else a pair, which '
        "you take apart with `weight, bias = layer`.",
        "For a pair, `a = a @ weight.T + bias`. For the two names, `activations.relu(a)` and "
        "`activations.sigmoid(a)`. Nothing happens that is not in the list.",
    ),
)


@SEQUENTIAL.misconception
def relu_left_out(x, layers):
    """You passed over "ReLU". It turns every negative number of a into 0."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T + layer[1]
        elif layer == "Sigmoid":
            a = activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def sigmoid_left_out(x, layers):
    """You passed over "Sigmoid". It squashes what came out so far to between 0 and 1."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T + layer[1]
        elif layer == "ReLU":
            a = activations.relu(a)
    return a


@SEQUENTIAL.misconception
def linear_only(x, layers):
    """You went through the linear layers only. The activations in the list are layers too."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T + layer[1]
    return a


@SEQUENTIAL.misconception
def relu_after_every_linear(x, layers):
    """You applied ReLU after every linear layer. It acts only where the list says so."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = activations.relu(a @ layer[0].T + layer[1])
        elif layer == "Sigmoid":
            a = activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def sigmoid_for_relu(x, layers):
    """You used the sigmoid for both names. "ReLU" is max(0, z)."""
    a = x
    for layer in layers:
        a = a @ layer[0].T + layer[1] if isinstance(layer, tuple) else activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def relu_for_sigmoid(x, layers):
    """You used ReLU for both names. "Sigmoid" squashes to between 0 and 1."""
    a = x
    for layer in layers:
        a = a @ layer[0].T + layer[1] if isinstance(layer, tuple) else activations.relu(a)
    return a


@SEQUENTIAL.misconception
def relu_as_absolute_value(x, layers):
    """Your ReLU makes negative numbers positive. It makes them 0."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T + layer[1]
        else:
            a = np.abs(a) if layer == "ReLU" else activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def activations_at_the_end(x, layers):
    """You did all linear layers first and the activations after them. Keep the order of the
    list.
    """
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T + layer[1]
    for layer in layers:
        if not isinstance(layer, tuple):
            a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def forgot_biases(x, layers):
    """Your linear layers add no biases. The second part of the pair is missing."""
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0].T
        else:
            a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def weight_not_transposed(x, layers):
    """You multiplied by the weights without turning them over. With a on the left it is the
    transposed matrix.
    """
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = a @ layer[0] + layer[1]
        else:
            a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
    return a


@SEQUENTIAL.misconception
def fixed_pattern(x, layers):
    """You always put ReLU between the layers and a sigmoid at the end. Which activation comes where
    is said by the list.
    """
    linear = [layer for layer in layers if isinstance(layer, tuple)]
    a = x
    for weight, bias in linear[:-1]:
        a = activations.relu(a @ weight.T + bias)
    weight, bias = linear[-1]
    return activations.sigmoid(a @ weight.T + bias)


@SEQUENTIAL.misconception
def x_into_every_layer(x, layers):
    """You gave x to every linear layer. Only the first one sees x; each other one gets what came
    out so far.
    """
    a = x
    for layer in layers:
        if isinstance(layer, tuple):
            a = x @ layer[0].T + layer[1]
        else:
            a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
    return a
