"""Exercise: dropout on its way forward, with the random numbers given."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Function
from autograder.exercises.regularization.samples import (
    hundreds,
    quarters,
    reals,
    who_drops,
    whole,
)
from nnlib.by_hand.layers import dropout_forward


def dropout_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches in training, where some neurons are silent, and in evaluation."""
    return [
        Case(
            (np.array([4.0, 8.0, 1.0, 2.0]), np.array([0.9, 0.1, 0.3, 0.6]), 0.2, True),
            working="0.1 is below 0.2, so the second is silent; the others are divided by 0.8: "
            "[5, 0, 1.25, 2.5]",
        ),
        Case(
            (np.array([4.0, 8.0, 1.0, 2.0]), np.array([0.9, 0.1, 0.3, 0.6]), 0.2, False),
            working="in evaluation nothing is silenced and nothing is scaled: [4, 8, 1, 2]",
        ),
        layer(rng, 0.2, True, "one sample", (6,)),
        layer(rng, 0.6, True, "one sample", (4,)),
        layer(rng, 0.3, True, "a batch", (4, 5)),
        layer(rng, 0.7, True, "a batch", (3, 2)),
        layer(rng, 0.4, True, "one neuron", (5, 1)),
        layer(rng, 0.25, True, "one neuron", (3, 1)),
        layer(rng, 0.2, False, "evaluation", (5,)),
        layer(rng, 0.6, False, "evaluation", (3, 4)),
        layer(rng, 0.0, True, "p = 0", (4,)),
        layer(rng, 0.0, True, "p = 0", (2, 3)),
        layer(rng, 0.2, True, "large values", (3, 4), hundreds),
        layer(rng, 0.9, True, "large values", (2, 5), hundreds),
        layer(rng, 0.2, True, "integers", (5,), whole),
        layer(rng, 0.4, True, "integers", (2, 3), whole),
        single(layer(rng, 0.75, True, "float32", (3, 3), quarters)),
        single(layer(rng, 0.25, True, "float32", (2, 4), quarters)),
    ]


def layer(
    rng: np.random.Generator,
    p: float,
    training: bool,
    part: str,
    shape: tuple[int, ...],
    draw: Function = reals,
) -> Case:
    """Make activations with random numbers of which about a third are below p."""
    return Case((draw(rng, *shape), who_drops(rng, p, *shape), p, training), part)


def single(case: Case) -> Case:
    """Make the random numbers single precision, too."""
    activations, u, *others = case.arguments
    return Case((activations, u.astype(np.float32), *others), case.part)


DROPOUT_FORWARD = Exercise(
    id="regularization.dropout_forward",
    points=2,
    covers=("R3",),
    reference=dropout_forward,
    cases=dropout_cases,
    hints=(
        "Begin with evaluation: there the activations come back as they are.",
        "In training, each number of `u` decides about the activation in its place: below p means "
        "silent, so 0.",
        "Those who stay are divided by the share that stays on average, 1 - p.",
        "`np.where(u < p, 0, activations / (1 - p))` holds the whole of training.",
    ),
)


@DROPOUT_FORWARD.misconception
def keep_and_drop_swapped(activations, u, p, training):
    """You keep those who should be silent, and silence the others. p is the share to drop: below p
    means silent.
    """
    return np.where(u < p, activations / (1 - p), 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def not_scaled(activations, u, p, training):
    """The right ones are silent, but the others stay as loud as before, so that the sum shrinks.
    Divide them by the share that stays, 1 - p.
    """
    return np.where(u >= p, activations, 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def scaled_in_evaluation(activations, u, p, training):
    """You scale in evaluation: the older form of dropout. Here the scaling is inverted: it happens
    in training, and evaluation changes nothing.
    """
    return np.where(u >= p, activations, 0.0) if training else activations * (1 - p)


@DROPOUT_FORWARD.misconception
def scaled_in_both(activations, u, p, training):
    """Training is right, but you shrink the activations in evaluation once more. The scaling in
    training has settled that already.
    """
    return np.where(u >= p, activations / (1 - p), 0.0) if training else activations * (1 - p)


@DROPOUT_FORWARD.misconception
def scaled_up_in_both(activations, u, p, training):
    """Training is right, but you scale up in evaluation too. There nobody is silent, so there is
    nothing to make up for.
    """
    return np.where(u >= p, activations / (1 - p), 0.0) if training else activations / (1 - p)


@DROPOUT_FORWARD.misconception
def dropped_in_evaluation(activations, u, p, training):
    """You silence neurons in evaluation too. There all are on, and the answer depends on no
    chance.
    """
    return np.where(u >= p, activations / (1 - p), 0.0)


@DROPOUT_FORWARD.misconception
def modes_swapped(activations, u, p, training):
    """You drop in evaluation and not in training. It is the other way round."""
    return activations if training else np.where(u >= p, activations / (1 - p), 0.0)


@DROPOUT_FORWARD.misconception
def never_dropped(activations, u, p, training):
    """You silence nobody. In training, all whose random number is below p give 0."""
    return activations * 1.0


@DROPOUT_FORWARD.misconception
def same_for_every_sample(activations, u, p, training):
    """You decide once and use it for all. Each activation has its own random number in `u`."""
    kept = np.broadcast_to(u[:1] >= p, np.shape(u))
    return np.where(kept, activations / (1 - p), 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def divided_by_p(activations, u, p, training):
    """You divide by p, the share that is silent. Divide by the share that stays, 1 - p."""
    return np.where(u >= p, activations / p, 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def always_half(activations, u, p, training):
    """You drop as if p were always 0.5. Both the decision and the scale depend on p."""
    return np.where(u >= 0.5, activations / 0.5, 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def scaled_down(activations, u, p, training):
    """You multiply those who stay by 1 - p, which makes them smaller. They must speak louder, for
    those who are silent: divide.
    """
    return np.where(u >= p, activations * (1 - p), 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def p_is_what_stays(activations, u, p, training):
    """You take p for the share that stays, as some older texts do. Here p is the share to drop."""
    return np.where(u < p, activations / p, 0.0) if training else activations


@DROPOUT_FORWARD.misconception
def silent_left_out(activations, u, p, training):
    """You leave the silent ones out, so that the layer gets shorter. They stay in their places, as
    zeros.
    """
    return activations[u >= p] / (1 - p) if training else activations
