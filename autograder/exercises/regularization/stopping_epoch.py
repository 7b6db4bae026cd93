"""Exercise: when patience ends a training, and which epoch was the best."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib import training


def stopping_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the same courses of losses with every seed, in other units."""
    return [
        Case(
            (np.array([0.9, 0.5, 0.6, 0.4, 0.4, 0.7, 0.1]), 2, 0.0),
            working="best so far: 0.9, 0.5, 0.5, 0.4, then 0.4 and 0.7 are not better: stop after "
            "epoch 6; the best was epoch 4. The 0.1 is never reached",
        ),
        course(rng, (9, 5, 6, 3, 4, 7, 1), 2, "patience ends"),
        course(rng, (8, 6, 7, 9, 5, 6, 7, 8, 4, 3), 3, "patience ends"),
        course(rng, (5, 4, 3, 6, 2), 1, "patience 1"),
        course(rng, (7, 8, 2, 1), 1, "patience 1"),
        course(rng, (9, 7, 6, 4), 2, "patience lasts"),
        course(rng, (9, 7, 8, 6, 7), 3, "patience lasts"),
        course(rng, (4,), 2, "patience lasts"),
        course(rng, (3, 4, 5, 6, 7, 8), 2, "never better than at first"),
        course(rng, (2, 7, 6, 5, 4, 3), 4, "never better than at first"),
        course(rng, (9, 5, 6, 4, 5, 3, 4, 2), 2, "up and down"),
        course(rng, (9, 4, 6, 5, 3, 8, 7, 6, 1), 3, "up and down"),
        course(rng, (6, 4, 4, 4, 4, 5), 3, "equal losses"),
        course(rng, (5, 5, 5, 4), 2, "equal losses"),
        course(rng, (10, 8, 7.8, 7.7, 5, 6), 2, "a least improvement", least=0.5),
        course(rng, (10, 9.3, 9.0, 8.7, 8.4, 8.3), 3, "a least improvement", least=0.5),
        Case((np.array([9, 6, 7, 5, 8, 6, 9, 4]) * rng.integers(2, 6), 3, 0), "integers"),
        Case((np.array([7, 8, 6, 9, 8, 5]) * rng.integers(2, 6), 2, 0), "integers"),
        single(course(rng, (8, 5, 6, 4, 7, 6, 3), 2, "float32")),
        single(course(rng, (3, 2, 4, 5, 6, 1), 3, "float32")),
    ]


def course(
    rng: np.random.Generator,
    losses: Sequence[float],
    patience: int,
    part: str,
    least: float = 0.0,
) -> Case:
    """Stretch and shift a course of losses, which changes no comparison between two of them."""
    factor, shift = rng.uniform(0.05, 0.2), rng.uniform(0.1, 0.5)
    return Case((shift + factor * np.array(losses, dtype=float), patience, factor * least), part)


def single(case: Case) -> Case:
    """Give the like in single precision."""
    losses, *others = case.arguments
    return Case((losses.astype(np.float32), *others), case.part)


STOPPING_EPOCH = Exercise(
    id="regularization.stopping_epoch",
    points=3,
    covers=("R4",),
    reference=training.stopping_epoch,
    cases=stopping_cases,
    hints=(
        "Go through the losses one by one, and remember two things: the best loss so far, and in "
        "which epoch it came.",
        "A loss is better if it is below the best so far, by more than `min_improvement`. How many "
        "epochs in a row were not better? That is the epoch of now minus the best epoch.",
        "Start with a best loss of infinity, `np.inf`. After each epoch ask whether "
        "`epoch - best_epoch >= patience`; if so, return both. `enumerate(losses, start=1)` counts "
        "from 1.",
    ),
)


@STOPPING_EPOCH.misconception
def one_epoch_late(losses, patience, min_improvement):
    """You wait one epoch too long. With a patience of 2, the second epoch in a row that is not
    better is the last one.
    """
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best > patience:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def one_epoch_early(losses, patience, min_improvement):
    """You stop one epoch too early. With a patience of 2, one epoch that is not better is still
    forgiven.
    """
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        elif epoch - best >= patience - 1:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def last_for_best(losses, patience, min_improvement):
    """You return the last epoch twice. The weights that come back are those of the best epoch,
    which was before.
    """
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, epoch + 1
    return len(losses), len(losses)


@STOPPING_EPOCH.misconception
def counted_from_0(losses, patience, min_improvement):
    """You count epochs from 0, as Python does. Here the first epoch is number 1."""
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch, best
    return len(losses) - 1, best


@STOPPING_EPOCH.misconception
def highest_is_best(losses, patience, min_improvement):
    """You take the highest loss for the best. A loss is better when it is lower."""
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] > losses[best] + min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def never_starts_anew(losses, patience, min_improvement):
    """You count all epochs that were not better. Whenever one is better, the count begins anew:
    only epochs in a row use patience up.
    """
    best, bad = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best] - min_improvement:
            best = epoch
        else:
            bad += 1
        if bad >= patience:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def equal_is_better(losses, patience, min_improvement):
    """You take a loss that is equal to the best for a better one. Better means lower."""
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] <= losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def compared_with_the_epoch_before(losses, patience, min_improvement):
    """You compare each loss with the one before it. Compare it with the best so far."""
    bad = 0
    for epoch in range(1, len(losses)):
        bad = 0 if losses[epoch] < losses[epoch - 1] - min_improvement else bad + 1
        if bad >= patience:
            return epoch + 1, int(np.argmin(losses[: epoch + 1])) + 1
    return len(losses), int(np.argmin(losses)) + 1


@STOPPING_EPOCH.misconception
def best_of_all(losses, patience, min_improvement):
    """Your best epoch looks at losses after the stop too. When training stops, nobody knows them,
    for these epochs never happen.
    """
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, int(np.argmin(losses)) + 1
    return len(losses), int(np.argmin(losses)) + 1


@STOPPING_EPOCH.misconception
def never_stops(losses, patience, min_improvement):
    """Your best epoch is that of the whole list: you never stop. Leave the loop when patience is
    used up.
    """
    best = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best] - min_improvement:
            best = epoch
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def best_first(losses, patience, min_improvement):
    """Both numbers are right, in the wrong order: first the last epoch, then the best."""
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return best + 1, epoch + 1
    return best + 1, len(losses)


@STOPPING_EPOCH.misconception
def any_improvement_counts(losses, patience, min_improvement):
    """You forgive as soon as the loss falls a little. It must fall by more than `min_improvement`
    to count as better.
    """
    best = 0
    for epoch in range(len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, best + 1
    return len(losses), best + 1


@STOPPING_EPOCH.misconception
def loss_for_epoch(losses, patience, min_improvement):
    """You return the best loss. Asked for is the number of its epoch."""
    best = 0
    for epoch in range(len(losses)):
        if epoch == 0 or losses[epoch] < losses[best] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            return epoch + 1, losses[best]
    return len(losses), losses[best]
