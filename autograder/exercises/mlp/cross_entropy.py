"""Lesson 04: categorical cross-entropy, the loss of a choice among many classes."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from nnlib import activations
from nnlib.by_hand.losses import cross_entropy
from nnlib.losses import cross_entropy_from_probs


def cross_entropy_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make probabilities of several classes with one-hot targets; some are certain and right."""

    def pair(part: str, m: int, k: int, kind: str = "float64") -> Case:
        """Draw a row of probabilities a sample; the last one prefers a class that is wrong."""
        probs = activations.softmax(rng.normal(size=(m, k)))
        classes = rng.integers(0, k, m)
        classes[-1] = (probs[-1].argmax() + rng.integers(1, k)) % k
        targets = np.eye(k)[classes]
        return Case((probs.astype(kind), targets.astype(kind)), part)

    def certain(m: int, k: int) -> Case:
        """Make samples of which the first is certain and right, and the others are in doubt."""
        probs, targets = pair("", m, k).arguments
        probs[0] = targets[0]
        return Case((probs, targets), "certain and right")

    def whole(m: int, k: int) -> Case:
        """Draw targets as integers."""
        probs, targets = pair("", m, k).arguments
        return Case((probs, targets.astype(int)), "integer targets")

    def wrong(m: int, k: int) -> Case:
        """Make a network that is nearly sure of another class than the right one."""
        guesses = rng.integers(0, k, m)
        probs = activations.softmax(rng.uniform(5.0, 8.0) * np.eye(k)[guesses])
        return Case((probs, np.eye(k)[(guesses + 1) % k]), "sure and wrong")

    return [
        Case(
            (np.array([[0.7, 0.2, 0.1], [0.1, 0.4, 0.5]]), np.array([[1.0, 0, 0], [0, 1, 0]])),
            working="sample 1 is class 0: -log 0.7 ≈ 0.357; sample 2 is class 1: "
            "-log 0.4 ≈ 0.916; mean ≈ 0.636",
        ),
        Case(
            (np.array([[0.0, 1.0], [0.5, 0.5]]), np.array([[0.0, 1.0], [1.0, 0.0]])),
            working="-log 1 = 0 and -log 0.5 ≈ 0.693; mean ≈ 0.347",
        ),
        pair("a batch", 5, 3),
        pair("a batch", 4, 6),
        pair("as many samples as classes", 3, 3),
        pair("as many samples as classes", 4, 4),
        pair("one sample", 1, 3),
        pair("one sample", 1, 5),
        pair("two classes", 4, 2),
        pair("two classes", 3, 2),
        wrong(3, 4),
        wrong(5, 3),
        certain(3, 4),
        certain(4, 3),
        whole(4, 3),
        whole(3, 5),
        pair("float32", 5, 3, "float32"),
        pair("float32", 3, 4, "float32"),
    ]


CROSS_ENTROPY = Exercise(
    id="mlp.cross_entropy",
    points=2,
    covers=("M6",),
    reference=cross_entropy,
    equivalents=(cross_entropy_from_probs,),
    cases=cross_entropy_cases,
    tolerance=Tolerance(atol=2e-6),  # clipping at 1e-6 is right enough
    hints=(
        "Multiplying by a one-hot row leaves one number of the row: the probability of the right "
        "class.",
        "`np.sum(targets * probs, axis=1)` is the probability that each sample's right class got. "
        "Picked before the logarithm is taken, no log 0 comes up.",
        "Take `np.log` of these, the mean over the samples, and a minus in front.",
    ),
)


@CROSS_ENTROPY.misconception
def log_of_zero(probs, targets):
    """Right on paper, but where a wrong class has p = 0 the computer works out 0 · log 0, which is
    nan. Pick the right class first, or keep p a little away from 0.
    """
    return -np.mean(np.sum(targets * np.log(probs), axis=1))


@CROSS_ENTROPY.misconception
def summed_over_batch(probs, targets):
    """You added the samples up. The loss is the mean over the batch."""
    return -np.sum(np.log(np.sum(targets * probs, axis=1)))


@CROSS_ENTROPY.misconception
def summed_over_batch_unsafe(probs, targets):
    """You added the samples up, and the loss is their mean. And where a wrong class has p = 0, your
    0 · log 0 comes out as nan.
    """
    return -np.sum(targets * np.log(probs))


@CROSS_ENTROPY.misconception
def mean_over_classes_too(probs, targets):
    """You divided by the number of classes too. Add up along a row, and take the mean over the
    samples only.
    """
    return -np.mean(targets * np.log(np.where(targets == 1, probs, 1)))


@CROSS_ENTROPY.misconception
def mean_over_classes_too_unsafe(probs, targets):
    """You divided by the number of classes too; the mean is over the samples only. And where a
    wrong class has p = 0, your 0 · log 0 comes out as nan.
    """
    return -np.mean(targets * np.log(probs))


@CROSS_ENTROPY.misconception
def minus_forgotten(probs, targets):
    """Your loss is negative: the logarithm of a number below 1 is. A minus in front makes it
    positive.
    """
    return np.mean(np.log(np.sum(targets * probs, axis=1)))


@CROSS_ENTROPY.misconception
def not_averaged(probs, targets):
    """You returned one loss a sample. The loss is one number: their mean."""
    return -np.log(np.sum(targets * probs, axis=1))


@CROSS_ENTROPY.misconception
def softmax_again(probs, targets):
    """You applied softmax to what are probabilities already. Here they come ready."""
    return -np.mean(np.log(np.sum(targets * activations.softmax(probs), axis=1)))


@CROSS_ENTROPY.misconception
def all_classes_counted(probs, targets):
    """You took the logarithms of all classes. Only the right class of each sample counts."""
    return -np.mean(np.sum(np.log(np.clip(probs, 1e-12, 1)), axis=1))


@CROSS_ENTROPY.misconception
def arguments_swapped(probs, targets):
    """You took the logarithm of the targets, which are 0 and 1. The logarithm belongs to the
    probabilities.
    """
    return -np.mean(np.sum(probs * np.log(targets), axis=1))


@CROSS_ENTROPY.misconception
def arguments_swapped_and_clipped(probs, targets):
    """You took the logarithm of the targets and kept it finite by clipping. The logarithm belongs
    to the probabilities; the targets stand in front of it.
    """
    return -np.mean(np.sum(probs * np.log(np.clip(targets, 1e-12, 1)), axis=1))


@CROSS_ENTROPY.misconception
def no_logarithm(probs, targets):
    """You took what is missing to 1. The loss is minus the logarithm of the right class's
    probability, which grows without end as it nears 0.
    """
    return np.mean(1 - np.sum(targets * probs, axis=1))


@CROSS_ENTROPY.misconception
def log_after_mean(probs, targets):
    """You took the mean of the probabilities first and its logarithm then. First the logarithm for
    each sample, then the mean.
    """
    return -np.log(np.mean(np.sum(targets * probs, axis=1)))


@CROSS_ENTROPY.misconception
def binary_for_each_class(probs, targets):
    """You treated each class as a yes or no of its own. Softmax made them one choice: only the
    right class counts.
    """
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.sum(np.log(right), axis=1))


@CROSS_ENTROPY.misconception
def largest_probability(probs, targets):
    """You took the probability of the class that the network prefers. What counts is the class that
    is right.
    """
    return -np.mean(np.log(np.max(probs, axis=1)))


@CROSS_ENTROPY.misconception
def logarithm_to_base_2(probs, targets):
    """You used the logarithm to base 2, which counts in bits. Here it is the natural one,
    `np.log`.
    """
    return -np.mean(np.log2(np.sum(targets * probs, axis=1)))


@CROSS_ENTROPY.misconception
def logarithm_to_base_10(probs, targets):
    """You used the logarithm to base 10. Here it is the natural one, `np.log`."""
    return -np.mean(np.log10(np.sum(targets * probs, axis=1)))


@CROSS_ENTROPY.misconception
def squared_error(probs, targets):
    """This is the squared error. Cross-entropy takes the logarithm of the right class's
    probability.
    """
    return np.mean((probs - targets) ** 2)
