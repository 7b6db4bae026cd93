"""The capstone: tell handwritten digits apart, judged by the share that is right."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.capstone.samples import LESSON, one_of_each, unseen_digits
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import digit_classifier, digits

THRESHOLDS = (0.80, 0.90, 0.95)


def classify_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Ask for the digits of ten known images, then for those of 1,800 unseen ones."""
    known, known_digits = one_of_each()
    images, labels = unseen_digits(rng)
    return [
        Case(
            (known,),
            working="one training image of each digit, 0, 1, …, 9; half of them must be right",
            right=known_digits,
            agreement=0.5,
        ),
        *(
            Case((images,), f"at least {share:.0%} right", right=labels, agreement=share)
            for share in THRESHOLDS
        ),
    ]


def _scores_not_classes(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return -((images[:, np.newaxis] - means) ** 2).sum(axis=2)


def _highest_score(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return (-((images[:, np.newaxis] - means) ** 2).sum(axis=2)).max(axis=1)


def _probabilities(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    exps = np.exp(-((images[:, np.newaxis] - means) ** 2).sum(axis=2))
    return exps / exps.sum(axis=1, keepdims=True)


def _one_hot_rows(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    nearest = ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.eye(10)[nearest]


def _least_likely(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmax(axis=1)


def _wrong_axis(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=0)


def _one_answer_for_all(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return int(((images[:, np.newaxis] - means) ** 2).sum(axis=(0, 2)).argmin())


def _texts(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    nearest = ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1)
    return nearest.astype(str)


def _counted_from_one(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1) + 1


def _divided_once_more(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] / 16 - means) ** 2).sum(axis=2).argmin(axis=1)


def _commonest_digit(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    return np.full(len(images), np.bincount(train.targets).argmax())


def _digits_in_turn(images):
    return np.arange(len(images)) % 10


CLASSIFY = Exercise(
    id="capstone.classify",
    name="classify",
    lesson=LESSON,
    points=3,
    covers=("C1",),
    reference=digit_classifier.classify,
    cases=classify_cases,
    hints=(
        "Train in a cell above, once. `classify` only asks the trained network: "
        "`network.predict(images)` has the shape (n, 10), one score a digit.",
        "The digit is the place of the highest score in each row: "
        "`metrics.predicted_classes(scores)`, or `np.argmax(scores, axis=1)`.",
        "Stuck at about 92 %? Your network has seen too few ways to write. Train on changed "
        "copies too: `vary(train.X, rng=rng)`, several times, joined by `np.concatenate`.",
        "A hidden layer of 64 neurons with ReLU, Adam with a rate of 0.003, 20 epochs, and nine "
        "changed copies of each training image are enough for all points.",
    ),
    misconceptions=(
        Misconception(
            "scores_not_classes",
            "You returned the ten scores of each image. Wanted is one digit an image: the place "
            "of the highest score.",
            _scores_not_classes,
        ),
        Misconception(
            "highest_score",
            "You returned how high the highest score is. Wanted is where it stands: argmax, "
            "not max.",
            _highest_score,
        ),
        Misconception(
            "probabilities",
            "You returned ten probabilities for each image. Wanted is one digit an image: the "
            "place of the highest one.",
            _probabilities,
        ),
        Misconception(
            "one_hot_rows",
            "You returned rows with a single 1. Wanted is the digit itself: the place of that 1.",
            _one_hot_rows,
        ),
        Misconception(
            "least_likely",
            "Nearly every answer is wrong, as if you took the digit that fits worst. The highest "
            "score wins; of distances or losses, the lowest.",
            _least_likely,
        ),
        Misconception(
            "wrong_axis",
            "You asked for each digit which image fits it best. Ask for each image which digit "
            "fits: go along the row, axis 1.",
            _wrong_axis,
        ),
        Misconception(
            "one_answer_for_all",
            "You returned one digit for all images together. Each image gets its own.",
            _one_answer_for_all,
        ),
        Misconception(
            "texts",
            'Your digits are texts, as "7". Return them as whole numbers.',
            _texts,
        ),
        Misconception(
            "counted_from_one",
            "Every answer is one too large. Places are counted from 0, and so are the digits.",
            _counted_from_one,
        ),
        Misconception(
            "divided_once_more",
            "You divided the pixels by 16. They lie between 0 and 1 already; divided once more, "
            "every image looks like empty paper.",
            _divided_once_more,
        ),
        Misconception(
            "commonest_digit",
            "You gave every image the same digit, the commonest one in the training data. Look "
            "at the images.",
            _commonest_digit,
        ),
        Misconception(
            "digits_in_turn",
            "You answered 0, 1, 2, … in turn. The images come in random order.",
            _digits_in_turn,
        ),
    ),
)
