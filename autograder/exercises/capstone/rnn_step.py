"""One step of a recurrent layer."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercises.capstone.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.architectures import recurrence


def rnn_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers of many widths; weights are small, so that tanh does not saturate."""

    def case(n: int, hidden: int, part: str, make: Callable[..., Array] = mixed) -> Case:
        dtype = np.float32 if make is eighths else np.float64
        shapes = ((hidden, n), (hidden, hidden), (hidden,))
        parts = [(mixed(rng, *shape) / 4).astype(dtype) for shape in shapes]
        return Case((make(rng, n), make(rng, hidden) / 4, *parts), part)

    one = np.array([[2.0]]), np.array([[-2.0]]), np.array([0.0])
    return [
        Case(
            (np.array([1.0]), np.array([0.5]), *one),
            working="tanh(2·1 − 2·0.5 + 0) = tanh(1) = 0.7616",
        ),
        case(3, 3, "as many inputs as units"),
        case(4, 4, "as many inputs as units"),
        case(2, 3, "other widths"),
        case(5, 2, "other widths"),
        case(1, 4, "one input"),
        case(1, 2, "one input"),
        case(3, 1, "one unit"),
        case(2, 1, "one unit"),
        large(rng, 3, 2),
        large(rng, 2, 3),
        integers(rng, 2, 3),
        integers(rng, 3, 2),
        case(3, 2, "float32", eighths),
        case(2, 4, "float32", eighths),
    ]


def large(rng: np.random.Generator, n: int, hidden: int) -> Case:
    """Make a case of large inputs, at which tanh is 1 or -1, and one unit that sees nothing."""
    weight_x, weight_h = mixed(rng, hidden, n), mixed(rng, hidden, hidden) / 4
    weight_x[0] = 0
    parts = (weight_x, weight_h, mixed(rng, hidden) / 4)
    return Case((1000 * mixed(rng, n), mixed(rng, hidden) / 4, *parts), "large values")


def integers(rng: np.random.Generator, n: int, hidden: int) -> Case:
    """Make a case of whole inputs and a whole state, with small weights."""
    weights = (mixed(rng, hidden, n) / 16, mixed(rng, hidden, hidden) / 16, mixed(rng, hidden) / 4)
    return Case((whole(rng, n), whole(rng, hidden), *weights), "integers")


RNN_STEP = Exercise(
    id="capstone.rnn_step",
    points=1,
    covers=("C2",),
    reference=recurrence.rnn_step,
    cases=rnn_cases,
    hints=(
        "It is a layer as you know it, with two inputs: x with its weights, and the state of "
        "the step before with its own.",
        "Add both matrix products and the bias, then tanh of the whole: `np.tanh(…)`.",
    ),
)


@RNN_STEP.misconception
def no_memory(x, h_prev, weight_x, weight_h, bias):
    """The state of the step before is missing, so your layer remembers nothing. It is multiplied
    with weight_h and added.
    """
    return np.tanh(weight_x @ x + bias)


@RNN_STEP.misconception
def no_input(x, h_prev, weight_x, weight_h, bias):
    """What comes in at this step is missing. It is multiplied with weight_x and added."""
    return np.tanh(weight_h @ h_prev + bias)


@RNN_STEP.misconception
def no_bias(x, h_prev, weight_x, weight_h, bias):
    """The bias is missing. It is added before tanh."""
    return np.tanh(weight_x @ x + weight_h @ h_prev)


@RNN_STEP.misconception
def no_tanh(x, h_prev, weight_x, weight_h, bias):
    """tanh is missing. Without it the state can grow from step to step without end."""
    return weight_x @ x + weight_h @ h_prev + bias


@RNN_STEP.misconception
def sigmoid(x, h_prev, weight_x, weight_h, bias):
    """You took a sigmoid. This layer uses tanh, which gives numbers between −1 and 1; the sigmoid
    comes back in the gates of LSTM and GRU.
    """
    return activations.sigmoid(weight_x @ x + weight_h @ h_prev + bias)


@RNN_STEP.misconception
def two_tanhs(x, h_prev, weight_x, weight_h, bias):
    """You took tanh of each part by itself. First everything is added up, then comes one tanh."""
    return np.tanh(weight_x @ x + bias) + np.tanh(weight_h @ h_prev)


@RNN_STEP.misconception
def old_state_added(x, h_prev, weight_x, weight_h, bias):
    """You added the old state after tanh. It goes in before, multiplied with weight_h."""
    return h_prev + np.tanh(weight_x @ x + bias)


@RNN_STEP.misconception
def no_state_weights(x, h_prev, weight_x, weight_h, bias):
    """You added the old state as it is. It has weights of its own, weight_h."""
    return np.tanh(weight_x @ x + h_prev + bias)


@RNN_STEP.misconception("state_weights_transposed")
def weights_transposed(x, h_prev, weight_x, weight_h, bias):
    """The weights of the state are used with rows and columns swapped. Row j belongs to unit j."""
    return np.tanh(x @ weight_x.T + h_prev @ weight_h + bias)


@RNN_STEP.misconception
def bias_twice(x, h_prev, weight_x, weight_h, bias):
    """You added the bias twice, once with each product. There is one bias, added once."""
    return np.tanh((weight_x @ x + bias) + (weight_h @ h_prev + bias))
