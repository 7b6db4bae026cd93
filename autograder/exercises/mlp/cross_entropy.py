"""Lesson 04: categorical cross-entropy, the loss of a choice among many classes."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.mlp.samples import LESSON
from autograder.exercises.model import Case, Exercise, Misconception, Tolerance
from nnlib import activations, losses
from nnlib.losses import plain


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


def _log_of_zero(probs, targets):
    return -np.mean(np.sum(targets * np.log(probs), axis=1))


def _summed_over_batch(probs, targets):
    return -np.sum(np.log(np.sum(targets * probs, axis=1)))


def _summed_over_batch_unsafe(probs, targets):
    return -np.sum(targets * np.log(probs))


def _mean_over_classes_too(probs, targets):
    return -np.mean(targets * np.log(np.where(targets == 1, probs, 1)))


def _mean_over_classes_too_unsafe(probs, targets):
    return -np.mean(targets * np.log(probs))


def _minus_forgotten(probs, targets):
    return np.mean(np.log(np.sum(targets * probs, axis=1)))


def _not_averaged(probs, targets):
    return -np.log(np.sum(targets * probs, axis=1))


def _softmax_again(probs, targets):
    return -np.mean(np.log(np.sum(targets * activations.softmax(probs), axis=1)))


def _all_classes_counted(probs, targets):
    return -np.mean(np.sum(np.log(np.clip(probs, 1e-12, 1)), axis=1))


def _arguments_swapped(probs, targets):
    return -np.mean(np.sum(probs * np.log(targets), axis=1))


def _arguments_swapped_and_clipped(probs, targets):
    return -np.mean(np.sum(probs * np.log(np.clip(targets, 1e-12, 1)), axis=1))


def _no_logarithm(probs, targets):
    return np.mean(1 - np.sum(targets * probs, axis=1))


def _log_after_mean(probs, targets):
    return -np.log(np.mean(np.sum(targets * probs, axis=1)))


def _binary_for_each_class(probs, targets):
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.sum(np.log(right), axis=1))


def _largest_probability(probs, targets):
    return -np.mean(np.log(np.max(probs, axis=1)))


def _logarithm_to_base_2(probs, targets):
    return -np.mean(np.log2(np.sum(targets * probs, axis=1)))


def _logarithm_to_base_10(probs, targets):
    return -np.mean(np.log10(np.sum(targets * probs, axis=1)))


def _squared_error(probs, targets):
    return np.mean((probs - targets) ** 2)


CROSS_ENTROPY = Exercise(
    id="mlp.cross_entropy",
    name="cross_entropy",
    lesson=LESSON,
    points=2,
    covers=("M6",),
    reference=plain.cross_entropy,
    twins=(losses.cross_entropy,),
    cases=cross_entropy_cases,
    tolerance=Tolerance(atol=2e-6),  # clipping at 1e-6 is right enough
    hints=(
        "Multiplying by a one-hot row leaves one number of the row: the probability of the right "
        "class.",
        "`np.sum(targets * probs, axis=1)` is the probability that each sample's right class got. "
        "Picked before the logarithm is taken, no log 0 comes up.",
        "Take `np.log` of these, the mean over the samples, and a minus in front.",
    ),
    misconceptions=(
        Misconception(
            "log_of_zero",
            "Right on paper, but where a wrong class has p = 0 the computer works out 0 · log 0, "
            "which is nan. Pick the right class first, or keep p a little away from 0.",
            _log_of_zero,
        ),
        Misconception(
            "summed_over_batch",
            "You added the samples up. The loss is the mean over the batch.",
            _summed_over_batch,
        ),
        Misconception(
            "summed_over_batch_unsafe",
            "You added the samples up, and the loss is their mean. And where a wrong class has "
            "p = 0, your 0 · log 0 comes out as nan.",
            _summed_over_batch_unsafe,
        ),
        Misconception(
            "mean_over_classes_too",
            "You divided by the number of classes too. Add up along a row, and take the mean over "
            "the samples only.",
            _mean_over_classes_too,
        ),
        Misconception(
            "mean_over_classes_too_unsafe",
            "You divided by the number of classes too; the mean is over the samples only. And "
            "where a wrong class has p = 0, your 0 · log 0 comes out as nan.",
            _mean_over_classes_too_unsafe,
        ),
        Misconception(
            "minus_forgotten",
            "Your loss is negative: the logarithm of a number below 1 is. A minus in front makes "
            "it positive.",
            _minus_forgotten,
        ),
        Misconception(
            "not_averaged",
            "You returned one loss a sample. The loss is one number: their mean.",
            _not_averaged,
        ),
        Misconception(
            "softmax_again",
            "You applied softmax to what are probabilities already. Here they come ready.",
            _softmax_again,
        ),
        Misconception(
            "all_classes_counted",
            "You took the logarithms of all classes. Only the right class of each sample counts.",
            _all_classes_counted,
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
            "no_logarithm",
            "You took what is missing to 1. The loss is minus the logarithm of the right class's "
            "probability, which grows without end as it nears 0.",
            _no_logarithm,
        ),
        Misconception(
            "log_after_mean",
            "You took the mean of the probabilities first and its logarithm then. First the "
            "logarithm for each sample, then the mean.",
            _log_after_mean,
        ),
        Misconception(
            "binary_for_each_class",
            "You treated each class as a yes or no of its own. Softmax made them one choice: only "
            "the right class counts.",
            _binary_for_each_class,
        ),
        Misconception(
            "largest_probability",
            "You took the probability of the class that the network prefers. What counts is the "
            "class that is right.",
            _largest_probability,
        ),
        Misconception(
            "logarithm_to_base_2",
            "You used the logarithm to base 2, which counts in bits. Here it is the natural one, "
            "`np.log`.",
            _logarithm_to_base_2,
        ),
        Misconception(
            "logarithm_to_base_10",
            "You used the logarithm to base 10. Here it is the natural one, `np.log`.",
            _logarithm_to_base_10,
        ),
        Misconception(
            "squared_error",
            "This is the squared error. Cross-entropy takes the logarithm of the right class's "
            "probability.",
            _squared_error,
        ),
    ),
)
