"""One step of an LSTM's memory, from the net inputs of its gates."""

from collections.abc import Callable, Sequence
from math import log

import numpy as np

from autograder.exercises.capstone.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.architectures import recurrence


def lstm_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make units of every kind: open gates, closed gates, and gates between."""

    def case(hidden: int, part: str, make: Callable[..., Array] = mixed) -> Case:
        return Case(tuple(make(rng, 5, hidden)), part)

    one = np.array([log(3)])
    return [
        Case(
            (np.array([4.0]), np.zeros(1), one, one, np.zeros(1)),
            working="σ(0) = 0.5, σ(ln 3) = 0.75, tanh(ln 3) = 0.8; c = 0.5·4 + 0.75·0.8 = 2.6; "
            "h = 0.5·tanh(2.6) = 0.4945",
        ),
        case(1, "one unit"),
        case(1, "one unit"),
        case(4, "several units"),
        case(3, "several units"),
        saturated(rng, 3),
        saturated(rng, 4),
        case(3, "integers", whole),
        case(2, "integers", whole),
        case(4, "float32", eighths),
        case(3, "float32", eighths),
    ]


def saturated(rng: np.random.Generator, hidden: int) -> Case:
    """Make units whose forget gates are open and whose input gates are closed, or the reverse."""
    gates = 1000 * np.resize([1.0, -1.0], hidden)
    c_prev, candidate, output = mixed(rng, 3, hidden)
    return Case((c_prev, gates, -gates, candidate, output), "open and closed gates")


LSTM_STEP = Exercise(
    id="capstone.lstm_step",
    points=2,
    covers=("C2",),
    reference=recurrence.lstm_step,
    cases=lstm_cases,
    hints=(
        "Three gates are sigmoids of their net inputs, f, i and o; the candidate g is a tanh of "
        "its own.",
        "The new memory first: `c = f * c_prev + i * g`.",
        "Then the state, from the **new** memory: `o * np.tanh(c)`. Return both, c first.",
    ),
)


@LSTM_STEP.misconception
def gates_swapped(c_prev, z_forget, z_input, z_candidate, z_output):
    """The forget gate and the input gate have changed places: f belongs to the old memory, i to the
    new candidate.
    """
    f, i = activations.sigmoid(z_input), activations.sigmoid(z_forget)
    c = f * c_prev + i * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def no_sigmoid(c_prev, z_forget, z_input, z_candidate, z_output):
    """You used the net inputs of the gates as they are. A gate is a sigmoid: a number between 0,
    closed, and 1, open.
    """
    c = z_forget * c_prev + z_input * np.tanh(z_candidate)
    return c, z_output * np.tanh(c)


@LSTM_STEP.misconception
def candidate_sigmoid(c_prev, z_forget, z_input, z_candidate, z_output):
    """Your candidate is a sigmoid. Sigmoids are for gates; what is written into the memory is a
    tanh and may be negative.
    """
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = f * c_prev + i * activations.sigmoid(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def candidate_raw(c_prev, z_forget, z_input, z_candidate, z_output):
    """Your candidate went into the memory without tanh."""
    c = activations.sigmoid(z_forget) * c_prev + activations.sigmoid(z_input) * z_candidate
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def forget_turned(c_prev, z_forget, z_input, z_candidate, z_output):
    """You kept 1 − f of the old memory. Despite its name, the forget gate says how much is
    **kept**.
    """
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = (1 - f) * c_prev + i * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def one_gate_for_both(c_prev, z_forget, z_input, z_candidate, z_output):
    """You let in 1 − f of the candidate. A GRU does it like that, with one gate for both; an LSTM
    has a gate of its own for what comes in.
    """
    f = activations.sigmoid(z_forget)
    c = f * c_prev + (1 - f) * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def no_forget_gate(c_prev, z_forget, z_input, z_candidate, z_output):
    """You kept all of the old memory. That is the LSTM of 1997; the forget gate came in 2000, and
    here it takes part.
    """
    c = c_prev + activations.sigmoid(z_input) * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)


@LSTM_STEP.misconception
def memory_squashed(c_prev, z_forget, z_input, z_candidate, z_output):
    """You put the memory through tanh before you kept it. It would shrink at every step; tanh comes
    only into the state h.
    """
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = np.tanh(f * c_prev + i * np.tanh(z_candidate))
    return c, activations.sigmoid(z_output) * c


@LSTM_STEP.misconception
def state_not_squashed(c_prev, z_forget, z_input, z_candidate, z_output):
    """In the state the tanh of the memory is missing: h = o · tanh(c)."""
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = f * c_prev + i * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * c


@LSTM_STEP.misconception
def no_output_gate(c_prev, z_forget, z_input, z_candidate, z_output):
    """The output gate is missing: it says how much of the memory is shown in h."""
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = f * c_prev + i * np.tanh(z_candidate)
    return c, np.tanh(c)


@LSTM_STEP.misconception
def state_from_old_memory(c_prev, z_forget, z_input, z_candidate, z_output):
    """You made the state of the old memory. First the memory is renewed, then it is shown."""
    f, i = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = f * c_prev + i * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c_prev)


@LSTM_STEP.misconception
def results_swapped(c_prev, z_forget, z_input, z_candidate, z_output):
    """Both results are right, but they have changed places: first the memory, then the state."""
    c, h = recurrence.lstm_step(c_prev, z_forget, z_input, z_candidate, z_output)
    return h, c
