"""The capstone: tell handwritten digits apart, judged by the share that is right."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.capstone.samples import one_of_each, unseen_digits
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import digit_classifier
from nnlib.data import digits

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


CLASSIFY = Exercise(
    id="capstone.classify",
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
)


@CLASSIFY.misconception
def scores_not_classes(images):
    """You returned the ten scores of each image. Wanted is one digit an image: the place of the
    highest score.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return -((images[:, np.newaxis] - means) ** 2).sum(axis=2)


@CLASSIFY.misconception
def highest_score(images):
    """You returned how high the highest score is. Wanted is where it stands: argmax, not max."""
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return (-((images[:, np.newaxis] - means) ** 2).sum(axis=2)).max(axis=1)


@CLASSIFY.misconception
def probabilities(images):
    """You returned ten probabilities for each image. Wanted is one digit an image: the place of the
    highest one.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    exps = np.exp(-((images[:, np.newaxis] - means) ** 2).sum(axis=2))
    return exps / exps.sum(axis=1, keepdims=True)


@CLASSIFY.misconception
def one_hot_rows(images):
    """You returned rows with a single 1. Wanted is the digit itself: the place of that 1."""
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    nearest = ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.eye(10)[nearest]


@CLASSIFY.misconception
def least_likely(images):
    """Nearly every answer is wrong, as if you took the digit that fits worst. The highest score
    wins; of distances or losses, the lowest.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmax(axis=1)


@CLASSIFY.misconception
def wrong_axis(images):
    """You asked for each digit which image fits it best. Ask for each image which digit fits: go
    along the row, axis 1.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=0)


@CLASSIFY.misconception
def one_answer_for_all(images):
    """You returned one digit for all images together. Each image gets its own."""
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return int(((images[:, np.newaxis] - means) ** 2).sum(axis=(0, 2)).argmin())


@CLASSIFY.misconception
def texts(images):
    """Your digits are texts, as "7". Return them as whole numbers."""
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    nearest = ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1)
    return nearest.astype(str)


@CLASSIFY.misconception
def counted_from_one(images):
    """Every answer is one too large. Places are counted from 0, and so are the digits."""
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] - means) ** 2).sum(axis=2).argmin(axis=1) + 1


@CLASSIFY.misconception
def divided_once_more(images):
    """You divided the pixels by 16. They lie between 0 and 1 already; divided once more, every
    image looks like empty paper.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    means = np.array([train.X[train.targets == digit].mean(axis=0) for digit in range(10)])
    return ((images[:, np.newaxis] / 16 - means) ** 2).sum(axis=2).argmin(axis=1)


@CLASSIFY.misconception
def commonest_digit(images):
    """You gave every image the same digit, the commonest one in the training data. Look at the
    images.
    """
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    return np.full(len(images), np.bincount(train.targets).argmax())


@CLASSIFY.misconception
def digits_in_turn(images):
    """You answered 0, 1, 2, … in turn. The images come in random order."""
    return np.arange(len(images)) % 10
