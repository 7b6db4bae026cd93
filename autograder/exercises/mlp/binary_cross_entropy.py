"""Lesson 04: binary cross-entropy, the loss of a yes or no."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from nnlib.by_hand.losses import binary_cross_entropy
from nnlib.losses import binary_cross_entropy_from_probs


def binary_cross_entropy_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make probabilities and targets, sure and unsure, with certain and right ones among them."""

    def pair(
        part: str, yes: int, no: int, low: float = 0.1, high: float = 0.9, kind: str = "float64"
    ) -> Case:
        """Draw a probability for each of the yes and no that are right, in random order."""
        targets = rng.permutation(np.repeat([1.0, 0.0], [yes, no]))
        probs = rng.uniform(low, high, yes + no)
        return Case((probs.astype(kind), targets.astype(kind)), part)

    def certain(doubted: float, *probs: float) -> Case:
        """Make certain answers that are right, and a doubtful one of the target `doubted`."""
        sure = np.array(probs)
        doubt = rng.uniform(0.2, 0.8)
        return Case((np.append(sure, doubt), np.append(sure, doubted)), "certain and right")

    def whole(yes: int, no: int) -> Case:
        """Draw targets as integers."""
        probs, targets = pair("", yes, no).arguments
        return Case((probs, targets.astype(int)), "integer targets")

    return [
        Case(
            (np.array([0.8, 0.4]), np.array([1.0, 0.0])),
            working="sample 1 is a yes: -log 0.8 ≈ 0.223; sample 2 is a no: -log(1 - 0.4) ≈ 0.511; "
            "mean ≈ 0.367",
        ),
        Case(
            (np.array([1.0, 0.5]), np.array([1.0, 0.0])),
            working="-log 1 = 0 and -log 0.5 ≈ 0.693; mean ≈ 0.347",
        ),
        pair("a batch", 3, 2),
        pair("a batch", 2, 5),
        pair("yes only", 4, 0),
        pair("yes only", 2, 0),
        pair("no only", 0, 3),
        pair("no only", 0, 5),
        pair("one sample", 1, 0),
        pair("one sample", 0, 1),
        pair("sure and wrong", 2, 1, 1e-4, 0.02),
        pair("sure and wrong", 1, 2, 0.98, 0.9999),
        certain(0.0, 1.0, 0.0),
        certain(1.0, 0.0, 1.0, 1.0),
        whole(3, 4),
        whole(4, 2),
        pair("float32", 3, 2, kind="float32"),
        pair("float32", 2, 4, kind="float32"),
    ]


BINARY_CROSS_ENTROPY = Exercise(
    id="mlp.binary_cross_entropy",
    points=2,
    covers=("M6",),
    reference=binary_cross_entropy,
    equivalents=(binary_cross_entropy_from_probs,),
    cases=binary_cross_entropy_cases,
    tolerance=Tolerance(atol=2e-6),  # clipping at 1e-6 is right enough
    hints=(
        "For each sample only the probability of what really was the case counts: p if the target "
        "is 1, and 1 - p if it is 0.",
        "`np.where(targets == 1, probs, 1 - probs)` picks it for all samples, and then no log 0 "
        "comes up where the network is certain and right.",
        "Take `np.log` of what you picked, the mean, and a minus in front.",
    ),
)


@BINARY_CROSS_ENTROPY.misconception
def log_of_zero(probs, targets):
    """Right on paper, but for p = 1 or p = 0 the computer works out 0 · log 0, which is nan. Take
    the logarithm of what counts only, or keep p a little away from 0 and 1.
    """
    return -np.mean(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


@BINARY_CROSS_ENTROPY.misconception
def first_term_only(probs, targets):
    """You have the term y · log p alone, so a no costs nothing, whatever the network says. The term
    with 1 - y is missing.
    """
    return -np.mean(np.where(targets == 1, np.log(np.where(targets == 1, probs, 1)), 0))


@BINARY_CROSS_ENTROPY.misconception
def first_term_only_unsafe(probs, targets):
    """You have the term y · log p alone, so a no costs nothing; the term with 1 - y is missing. And
    where p = 0, your 0 · log 0 comes out as nan.
    """
    return -np.mean(targets * np.log(probs))


@BINARY_CROSS_ENTROPY.misconception
def second_term_only(probs, targets):
    """You have the term with 1 - y alone, so a yes costs nothing, whatever the network says. The
    term with y is missing.
    """
    return -np.mean(np.where(targets == 0, np.log(1 - np.where(targets == 0, probs, 0)), 0))


@BINARY_CROSS_ENTROPY.misconception
def probability_of_yes_always(probs, targets):
    """You took the logarithm of p for every sample. Where the target is 0, what counts is 1 - p,
    the probability of no.
    """
    return -np.mean(np.log(np.where((probs == 0) & (targets == 0), 1, probs)))


@BINARY_CROSS_ENTROPY.misconception
def summed(probs, targets):
    """You added up. The loss is the mean over the batch, so that it does not grow with its size."""
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.sum(np.log(right))


@BINARY_CROSS_ENTROPY.misconception
def summed_unsafe(probs, targets):
    """You added up, and the loss is the mean over the batch. And where p is 0 or 1, your 0 · log 0
    comes out as nan.
    """
    return -np.sum(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


@BINARY_CROSS_ENTROPY.misconception
def not_averaged(probs, targets):
    """You returned one loss a sample. The loss is one number: their mean."""
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.log(right)


@BINARY_CROSS_ENTROPY.misconception
def minus_forgotten(probs, targets):
    """Your loss is negative: the logarithm of a number below 1 is. A minus in front makes it
    positive.
    """
    right = np.where(targets == 1, probs, 1 - probs)
    return np.mean(np.log(right))


@BINARY_CROSS_ENTROPY.misconception
def minus_forgotten_unsafe(probs, targets):
    """Your loss is negative: a minus in front is missing. And where p is 0 or 1, your 0 · log 0
    comes out as nan.
    """
    return np.mean(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


@BINARY_CROSS_ENTROPY.misconception
def yes_and_no_swapped(probs, targets):
    """You punish the right answers: the terms of yes and no are swapped. Target 1 goes with log
    p.
    """
    right = np.where(targets == 0, probs, 1 - probs)
    return -np.mean(np.log(np.maximum(right, 1e-15)))


@BINARY_CROSS_ENTROPY.misconception
def arguments_swapped(probs, targets):
    """You took the logarithm of the targets, which are 0 and 1. The logarithm belongs to the
    probabilities.
    """
    return -np.mean(probs * np.log(targets) + (1 - probs) * np.log(1 - targets))


@BINARY_CROSS_ENTROPY.misconception
def arguments_swapped_and_clipped(probs, targets):
    """You took the logarithm of the targets and kept it finite by clipping. The logarithm belongs
    to the probabilities; the targets stand in front of it.
    """
    sure = np.clip(targets, 1e-15, 1 - 1e-15)
    return -np.mean(probs * np.log(sure) + (1 - probs) * np.log(1 - sure))


@BINARY_CROSS_ENTROPY.misconception
def logarithm_to_base_10(probs, targets):
    """You used the logarithm to base 10. Here it is the natural one, `np.log`."""
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log10(right))


@BINARY_CROSS_ENTROPY.misconception
def logarithm_to_base_2(probs, targets):
    """You used the logarithm to base 2, which counts in bits. Here it is the natural one,
    `np.log`.
    """
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log2(right))


@BINARY_CROSS_ENTROPY.misconception
def one_minus_outside(probs, targets):
    """For a no you took 1 - log p. The 1 - p stands inside: log(1 - p)."""
    return -np.mean(np.where(targets == 1, np.log(probs), 1 - np.log(probs)))


@BINARY_CROSS_ENTROPY.misconception
def squared_error(probs, targets):
    """This is the squared error. Cross-entropy takes the logarithm of the probability of what was
    the case.
    """
    return np.mean((probs - targets) ** 2)


@BINARY_CROSS_ENTROPY.misconception
def clipped_too_much(probs, targets):
    """You keep the probabilities so far from 0 and 1 that sure and wrong answers cost too little.
    Clip by something tiny, as 1e-12, if at all.
    """
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log(np.clip(right, 0.05, 0.95)))
