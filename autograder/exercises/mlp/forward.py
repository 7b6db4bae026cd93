"""Lesson 04: the forward pass through all layers."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.mlp.samples import network, quarters, shown, tens, whole
from autograder.exercises.model import Case, Exercise, Function
from nnlib import activations
from nnlib.by_hand import forward


def forward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make networks of one to four layers, for one sample and for batches."""
    first = np.array([[1.0, 2.0], [1.0, -2.0]]), np.array([0.0, 1.0])
    second = np.array([[3.0, 4.0]]), np.array([-10.0])

    def drawn(
        part: str,
        samples: int | None,
        sizes: tuple[int, ...],
        activation: Function,
        draw: Function = reals,
    ) -> Case:
        """Draw a network; `samples` is None for one sample."""
        shape = sizes[:1] if samples is None else (samples, sizes[0])
        return shown(
            part,
            lambda: (draw(rng, *shape), network(rng, sizes, draw), activation),
            forward.forward,
            CHANCY if len(sizes) > 2 else (),  # one layer has nothing hidden
        )

    return [
        Case(
            (np.array([1.0, 1.0]), [first, second], activations.relu),
            working="hidden: z = [1 + 2 + 0, 1 - 2 + 1] = [3, 0], a = [3, 0]; "
            "output: 3·3 + 4·0 - 10 = -1, and it stays -1",
        ),
        Case(
            (np.array([[1.0, 1.0], [1.0, -1.0]]), [first, second], activations.relu),
            working="sample 2: z = [1 - 2 + 0, 1 + 2 + 1] = [-1, 4], a = [0, 4]; "
            "3·0 + 4·4 - 10 = 6; together [[-1], [6]]",
        ),
        drawn("one sample", None, (2, 4, 1), activations.relu),
        drawn("one sample", None, (3, 5, 2), activations.sigmoid),
        drawn("one sample", None, (4, 3, 5, 2), activations.tanh),
        drawn("a batch", 5, (2, 4, 1), activations.relu),
        drawn("a batch", 4, (3, 5, 2), activations.sigmoid),
        drawn("a batch", 6, (4, 3, 5, 2), activations.tanh),
        drawn("a batch of one", 1, (3, 4, 2), activations.tanh),
        drawn("a batch of one", 1, (2, 5, 3), activations.sigmoid),
        drawn("three and four layers", None, (2, 3, 4, 2), activations.sigmoid),
        drawn("three and four layers", 3, (3, 4, 2, 5, 2), activations.tanh),
        drawn("one layer only", None, (3, 2), activations.sigmoid),
        drawn("one layer only", 4, (2, 3), activations.tanh),
        drawn("layers all alike", None, (3, 3, 3), activations.tanh),
        drawn("layers all alike", 2, (2, 2, 2, 2), activations.sigmoid),
        drawn("large values", None, (3, 4, 2), activations.leaky_relu, tens),
        drawn("large values", 4, (2, 5, 3), activations.leaky_relu, tens),
        drawn("integers", None, (3, 4, 2), activations.leaky_relu, whole),
        drawn("integers", 4, (2, 5, 1), activations.relu, whole),
        drawn("float32", None, (3, 4, 2), activations.tanh, quarters),
        drawn("float32", 5, (2, 4, 3), activations.sigmoid, quarters),
    ]


# On some numbers these may be right by chance.

FORWARD = Exercise(
    id="mlp.forward",
    points=3,
    covers=("M4",),
    reference=forward.forward,
    cases=forward_cases,
    hints=(
        "Keep one variable a for what comes out of the layer before. It starts as x, and every "
        "layer replaces it.",
        "`a @ weight.T + bias` is right for one sample and for a batch alike.",
        "`for weight, bias in parameters[:-1]:` goes through the hidden layers: each gives "
        "`a = activation(a @ weight.T + bias)`.",
        "After the loop the output layer is left: `weight, bias = parameters[-1]`. It returns its "
        "net input, without the activation.",
    ),
)


@FORWARD.misconception
def output_activated_too(x, parameters, activation):
    """You applied the activation to the output layer too. It stands between the layers; the last z
    goes out as it is.
    """
    a = x
    for weight, bias in parameters:
        a = activation(a @ weight.T + bias)
    return a


@FORWARD.misconception
def never_activated(x, parameters, activation):
    """You left the activation out, so all layers collapse into one. Each hidden layer needs it."""
    a = x
    for weight, bias in parameters:
        a = a @ weight.T + bias
    return a


@FORWARD.misconception
def input_activated_too(x, parameters, activation):
    """You applied the activation to the inputs x. It acts on a layer's net inputs, after the biases
    are added.
    """
    a = x
    for weight, bias in parameters:
        a = activation(a) @ weight.T + bias
    return a


@FORWARD.misconception
def x_into_every_layer(x, parameters, activation):
    """You gave x to every layer. Only the first one sees x; each other one gets what the layer
    before it gave.
    """
    for weight, bias in parameters[:-1]:
        activation(x @ weight.T + bias)
    weight, bias = parameters[-1]
    return x @ weight.T + bias


@FORWARD.misconception
def first_layer_only(x, parameters, activation):
    """You returned what the first layer sums up. Go on through all the layers."""
    weight, bias = parameters[0]
    return x @ weight.T + bias


@FORWARD.misconception
def hidden_output_only(x, parameters, activation):
    """You stopped before the output layer. Its weights and biases come last."""
    a = x
    for weight, bias in parameters[:-1]:
        a = activation(a @ weight.T + bias)
    return a


@FORWARD.misconception
def two_layers_only(x, parameters, activation):
    """Your function knows two layers. A network may have one, or three, or four: use a loop."""
    (weight1, bias1), (weight2, bias2) = parameters[0], parameters[1]
    return activation(x @ weight1.T + bias1) @ weight2.T + bias2


@FORWARD.misconception
def layers_backwards(x, parameters, activation):
    """You went through the layers from the last to the first. The forward pass begins with the
    first pair.
    """
    a = x
    for weight, bias in parameters[:0:-1]:
        a = activation(a @ weight.T + bias)
    weight, bias = parameters[0]
    return a @ weight.T + bias


@FORWARD.misconception
def weight_not_transposed(x, parameters, activation):
    """You multiplied by the weights without turning them over. With a on the left it is the
    transposed matrix.
    """
    a = x
    for weight, bias in parameters[:-1]:
        a = activation(a @ weight + bias)
    weight, bias = parameters[-1]
    return a @ weight + bias


@FORWARD.misconception
def one_sample_only(x, parameters, activation):
    """Right for one sample, but a batch has its samples in rows, and then the weights on the left
    do not fit.
    """
    a = x
    for weight, bias in parameters[:-1]:
        a = activation(weight @ a + bias)
    weight, bias = parameters[-1]
    return weight @ a + bias


@FORWARD.misconception
def forgot_biases(x, parameters, activation):
    """Your layers have no biases. Each adds its own to its sums."""
    a = x
    for weight, _ in parameters[:-1]:
        a = activation(a @ weight.T)
    weight, _ = parameters[-1]
    return a @ weight.T


@FORWARD.misconception
def forgot_output_bias(x, parameters, activation):
    """The output layer lacks its bias. It adds one like the others."""
    a = x
    for weight, bias in parameters[:-1]:
        a = activation(a @ weight.T + bias)
    weight, _ = parameters[-1]
    return a @ weight.T


@FORWARD.misconception
def activated_first_layer_only(x, parameters, activation):
    """You applied the activation after the first layer only. Every hidden layer has it."""
    a = x
    for index, (weight, bias) in enumerate(parameters):
        a = a @ weight.T + bias
        if index == 0 and len(parameters) > 1:
            a = activation(a)
    return a


CHANCY: tuple[Function, ...] = (
    output_activated_too,
    never_activated,
    input_activated_too,
    x_into_every_layer,
    layers_backwards,
    weight_not_transposed,
    forgot_biases,
)
