"""Lesson 04: binary cross-entropy, the loss of a yes or no."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.mlp.samples import LESSON
from autograder.exercises.model import Case, Exercise, Misconception, Tolerance
from nnlib import losses
from nnlib.losses import plain


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


def _log_of_zero(probs, targets):
    return -np.mean(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


def _first_term_only(probs, targets):
    return -np.mean(np.where(targets == 1, np.log(np.where(targets == 1, probs, 1)), 0))


def _first_term_only_unsafe(probs, targets):
    return -np.mean(targets * np.log(probs))


def _second_term_only(probs, targets):
    return -np.mean(np.where(targets == 0, np.log(1 - np.where(targets == 0, probs, 0)), 0))


def _probability_of_yes_always(probs, targets):
    return -np.mean(np.log(np.where((probs == 0) & (targets == 0), 1, probs)))


def _summed(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.sum(np.log(right))


def _summed_unsafe(probs, targets):
    return -np.sum(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


def _not_averaged(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.log(right)


def _minus_forgotten(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return np.mean(np.log(right))


def _minus_forgotten_unsafe(probs, targets):
    return np.mean(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))


def _yes_and_no_swapped(probs, targets):
    right = np.where(targets == 0, probs, 1 - probs)
    return -np.mean(np.log(np.maximum(right, 1e-15)))


def _arguments_swapped(probs, targets):
    return -np.mean(probs * np.log(targets) + (1 - probs) * np.log(1 - targets))


def _arguments_swapped_and_clipped(probs, targets):
    sure = np.clip(targets, 1e-15, 1 - 1e-15)
    return -np.mean(probs * np.log(sure) + (1 - probs) * np.log(1 - sure))


def _logarithm_to_base_10(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log10(right))


def _logarithm_to_base_2(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log2(right))


def _one_minus_outside(probs, targets):
    return -np.mean(np.where(targets == 1, np.log(probs), 1 - np.log(probs)))


def _squared_error(probs, targets):
    return np.mean((probs - targets) ** 2)


def _clipped_too_much(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log(np.clip(right, 0.05, 0.95)))


BINARY_CROSS_ENTROPY = Exercise(
    id="mlp.binary_cross_entropy",
    name="binary_cross_entropy",
    lesson=LESSON,
    points=2,
    covers=("M6",),
    reference=plain.binary_cross_entropy,
    twins=(losses.binary_cross_entropy,),
    cases=binary_cross_entropy_cases,
    tolerance=Tolerance(atol=2e-6),  # clipping at 1e-6 is right enough
    hints=(
        "For each sample only the probability of what really was the case counts: p if the target "
        "is 1, and 1 - p if it is 0.",
        "`np.where(targets == 1, probs, 1 - probs)` picks it for all samples, and then no log 0 "
        "comes up where the network is certain and right.",
        "Take `np.log` of what you picked, the mean, and a minus in front.",
    ),
    misconceptions=(
        Misconception(
            "log_of_zero",
            "Right on paper, but for p = 1 or p = 0 the computer works out 0 · log 0, which is "
            "nan. Take the logarithm of what counts only, or keep p a little away from 0 and 1.",
            _log_of_zero,
        ),
        Misconception(
            "first_term_only",
            "You have the term y · log p alone, so a no costs nothing, whatever the network says. "
            "The term with 1 - y is missing.",
            _first_term_only,
        ),
        Misconception(
            "first_term_only_unsafe",
            "You have the term y · log p alone, so a no costs nothing; the term with 1 - y is "
            "missing. And where p = 0, your 0 · log 0 comes out as nan.",
            _first_term_only_unsafe,
        ),
        Misconception(
            "second_term_only",
            "You have the term with 1 - y alone, so a yes costs nothing, whatever the network "
            "says. The term with y is missing.",
            _second_term_only,
        ),
        Misconception(
            "probability_of_yes_always",
            "You took the logarithm of p for every sample. Where the target is 0, what counts is "
            "1 - p, the probability of no.",
            _probability_of_yes_always,
        ),
        Misconception(
            "summed",
            "You added up. The loss is the mean over the batch, so that it does not grow with its "
            "size.",
            _summed,
        ),
        Misconception(
            "summed_unsafe",
            "You added up, and the loss is the mean over the batch. And where p is 0 or 1, your "
            "0 · log 0 comes out as nan.",
            _summed_unsafe,
        ),
        Misconception(
            "not_averaged",
            "You returned one loss a sample. The loss is one number: their mean.",
            _not_averaged,
        ),
        Misconception(
            "minus_forgotten",
            "Your loss is negative: the logarithm of a number below 1 is. A minus in front makes "
            "it positive.",
            _minus_forgotten,
        ),
        Misconception(
            "minus_forgotten_unsafe",
            "Your loss is negative: a minus in front is missing. And where p is 0 or 1, your "
            "0 · log 0 comes out as nan.",
            _minus_forgotten_unsafe,
        ),
        Misconception(
            "yes_and_no_swapped",
            "You punish the right answers: the terms of yes and no are swapped. Target 1 goes "
            "with log p.",
            _yes_and_no_swapped,
        ),
        Misconception(
            "arguments_swapped",
            "You took the logarithm of the targets, which are 0 and 1. The logarithm belongs to "
            "the probabilities.",
            _arguments_swapped,
        ),
        Misconception(
            "arguments_swapped_and_clipped",
            "You took the logarithm of the targets and kept it finite by clipping. The logarithm "
            "belongs to the probabilities; the targets stand in front of it.",
            _arguments_swapped_and_clipped,
        ),
        Misconception(
            "logarithm_to_base_10",
            "You used the logarithm to base 10. Here it is the natural one, `np.log`.",
            _logarithm_to_base_10,
        ),
        Misconception(
            "logarithm_to_base_2",
            "You used the logarithm to base 2, which counts in bits. Here it is the natural one, "
            "`np.log`.",
            _logarithm_to_base_2,
        ),
        Misconception(
            "one_minus_outside",
            "For a no you took 1 - log p. The 1 - p stands inside: log(1 - p).",
            _one_minus_outside,
        ),
        Misconception(
            "squared_error",
            "This is the squared error. Cross-entropy takes the logarithm of the probability of "
            "what was the case.",
            _squared_error,
        ),
        Misconception(
            "clipped_too_much",
            "You keep the probabilities so far from 0 and 1 that sure and wrong answers cost too "
            "little. Clip by something tiny, as 1e-12, if at all.",
            _clipped_too_much,
        ),
    ),
)
