"""Exercise: BP4, the gradient of the weights for one sample."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
from nnlib import activations, backprop


def weight_gradient_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers of every proportion, and inputs that are 0."""

    def drawn(part, k, n, draw=reals):
        return Case((draw(rng, k), draw(rng, n)), part)

    return [
        Case(
            (np.array([0.1, -0.2]), np.array([1.0, 0.5, 2.0])),
            working="row 1: 0.1·[1, 0.5, 2] = [0.1, 0.05, 0.2]; "
            "row 2: -0.2·[1, 0.5, 2] = [-0.2, -0.1, -0.4]",
        ),
        drawn("more inputs than neurons", 2, 4),
        drawn("more inputs than neurons", 3, 5),
        drawn("more neurons than inputs", 4, 2),
        drawn("more neurons than inputs", 5, 3),
        drawn("as many neurons as inputs", 3, 3),
        drawn("as many neurons as inputs", 2, 2),
        drawn("one neuron", 1, 4),
        drawn("one neuron", 1, 3),
        drawn("one input", 3, 1),
        drawn("one input", 4, 1),
        Case((reals(rng, 2), np.array([0.0, 0.7, 0.0])), "inputs of 0"),
        Case((reals(rng, 3), np.array([-0.4, 0.0])), "inputs of 0"),
        Case((reals(rng, 2), 1000 * reals(rng, 3)), "large values"),
        Case((400 * reals(rng, 3), 900 * reals(rng, 2)), "large values"),
        drawn("integers", 2, 3, whole),
        drawn("integers", 4, 2, whole),
        drawn("float32", 3, 2, quarters),
        drawn("float32", 2, 5, quarters),
    ]


WEIGHT_GRADIENT = Exercise(
    id="backprop.weight_gradient",
    points=2,
    covers=("B9",),
    reference=backprop.weight_gradient,
    cases=weight_gradient_cases,
    hints=(
        "The gradient has the shape of W: a row for each neuron, a column for each input. In row "
        "j and column k stands δ_j · a_k.",
        "Each row is the whole array of inputs, multiplied by one number: that neuron's δ.",
        "`np.outer(p, q)` makes a table with p[j] · q[k] in row j and column k: a row for each "
        "number of p. Which of the two is p, the errors or the inputs?",
    ),
)


@WEIGHT_GRADIENT.misconception
def turned_round(error, previous_activation):
    """Your table is turned over. Rows belong to the neurons with their errors, columns to the
    inputs: δ aᵀ, not a δᵀ.
    """
    return np.outer(previous_activation, error)


@WEIGHT_GRADIENT.misconception
def place_by_place(error, previous_activation):
    """You multiplied place by place. Every neuron meets every input: a whole table."""
    return error * previous_activation


@WEIGHT_GRADIENT.misconception
def one_number(error, previous_activation):
    """You added all products up to one number. Every weight has a slope of its own."""
    return error @ previous_activation


@WEIGHT_GRADIENT.misconception
def sign_turned(error, previous_activation):
    """You turned the sign. The gradient points uphill; the minus comes with the step."""
    return -np.outer(error, previous_activation)


@WEIGHT_GRADIENT.misconception
def inputs_forgotten(error, previous_activation):
    """Every weight of a neuron got the same slope. A weight counts as much as its input: multiply
    by a_k.
    """
    return np.outer(error, np.ones(len(previous_activation)))


@WEIGHT_GRADIENT.misconception
def errors_forgotten(error, previous_activation):
    """The errors do not come into your answer. The slope of w_jk is δ_j times a_k."""
    return np.outer(np.ones(len(error)), previous_activation)


@WEIGHT_GRADIENT.misconception
def errors_added_up(error, previous_activation):
    """You added the errors up first. Each row keeps the error of its own neuron."""
    return np.sum(error) * previous_activation


@WEIGHT_GRADIENT.misconception
def divided_by_inputs(error, previous_activation):
    """You divided by the number of inputs. The mean is one over samples, and here is only one."""
    return np.outer(error, previous_activation) / len(previous_activation)


@WEIGHT_GRADIENT.misconception
def activated_again(error, previous_activation):
    """You sent the inputs through the sigmoid once more. They are outputs of the layer before
    already.
    """
    return np.outer(error, activations.sigmoid(previous_activation))


@WEIGHT_GRADIENT.misconception
def slope_of_the_input(error, previous_activation):
    """You took σ′ of the inputs. In z = w·a + b, the number that stands beside w is a itself."""
    return np.outer(error, activations.sigmoid_derivative(previous_activation))


@WEIGHT_GRADIENT.misconception
def added_not_multiplied(error, previous_activation):
    """You added errors and inputs. Along a chain, slopes are multiplied."""
    return np.add.outer(error, previous_activation)


@WEIGHT_GRADIENT.misconception
def slope_once_more(error, previous_activation):
    """You multiplied by a slope a(1 - a) as well. σ′(z) is in δ already; BP4 takes a as it is."""
    slope = previous_activation * (1 - previous_activation)
    return np.outer(error, previous_activation * slope)


@WEIGHT_GRADIENT.misconception
def laid_in_one_row(error, previous_activation):
    """The numbers are right, but they lie in one long row. The gradient has the shape of W: a row
    for each neuron.
    """
    return np.outer(error, previous_activation).ravel()


@WEIGHT_GRADIENT.misconception
def signs_dropped(error, previous_activation):
    """You dropped the signs. A negative slope says that more of this weight lowers the cost."""
    return np.abs(np.outer(error, previous_activation))
