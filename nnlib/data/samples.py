"""Samples with their targets, and their division: what is learnt from, and what is held back."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.validate import fraction


@dataclass(frozen=True, eq=False)
class Samples:
    """Samples X, one a row, shape (m, …), and their targets, shape (m, …)."""

    X: NDArray[Any]
    targets: NDArray[Any]

    def __len__(self) -> int:
        return len(self.X)

    def take(self, indices: NDArray[np.integer[Any]]) -> "Samples":
        """Return the samples at the indices, with their targets."""
        return Samples(self.X[indices], self.targets[indices])


def train_validation_split(
    X: ArrayLike,
    targets: ArrayLike,
    *,
    rng: np.random.Generator,
    validation_fraction: float = 0.2,
) -> tuple[Samples, Samples]:
    """Shuffle the samples and hold a part of them back, on which nothing is trained.

    The loss on the part held back tells whether the network has understood the samples or
    learnt them by heart.

    Parameters
    ----------
    X : array_like, shape (m, …)
        One sample a row, at least 2.
    targets : array_like, shape (m, …)
        One target a row.
    rng : numpy.random.Generator
        Where the order comes from.
    validation_fraction : float
        How much is held back, above 0 and below 1; at least one sample stays on each side.

    Returns
    -------
    train : Samples
    validation : Samples
        Copies: each sample is in one of the two, beside its own target.

    Raises
    ------
    ValueError
        If there are fewer than 2 samples, a target too many or too few, or the fraction is not
        between 0 and 1.

    Examples
    --------
    >>> X, targets = np.eye(5), [0, 1, 2, 3, 4]
    >>> train, validation = train_validation_split(X, targets, rng=np.random.default_rng(0))
    >>> len(train), len(validation)
    (4, 1)
    """
    samples = _samples(X, targets)
    held_back = round(len(samples) * _part(validation_fraction))
    held_back = min(max(held_back, 1), len(samples) - 1)
    order = rng.permutation(len(samples))
    return samples.take(order[held_back:]), samples.take(order[:held_back])


def _samples(X: ArrayLike, targets: ArrayLike) -> Samples:
    samples, answers = np.atleast_1d(X), np.atleast_1d(targets)
    if len(samples) != len(answers):
        raise ValueError(
            f"X and targets must have one row a sample; {len(samples)} and {len(answers)} came."
        )
    if len(samples) < 2:
        raise ValueError(f"X must have at least 2 samples to divide; {len(samples)} came.")
    return Samples(samples, answers)


def _part(validation_fraction: float) -> float:
    part = fraction(validation_fraction, "validation_fraction")
    if part == 0:
        raise ValueError("validation_fraction must be above 0, or nothing is held back; 0 came.")
    return part
