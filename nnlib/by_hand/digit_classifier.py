"""A network that reads handwritten digits: one way to do the capstone of lesson C."""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from nnlib.data.digits import Digits, load_digits, vary
from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.metrics import ClassArray, predicted_classes
from nnlib.network import Network, multilayer_perceptron
from nnlib.optimizers import Adam
from nnlib.training import Trainer

__all__ = ["capstone_digits", "classify", "trained_network"]

NUM_COPIES = 9


def capstone_digits() -> Digits:
    """Return the digits as lesson C divides them: shuffled, the same at every call."""
    return load_digits(rng=np.random.default_rng(2026))


def classify(images: ArrayLike) -> ClassArray:
    """Return which digit each image shows: the class of the highest logit of `trained_network`.

    That network is 64-64-10 with ReLU. It learnt with Adam, 20 epochs at a rate of 0.003, from
    the training images and nine changed copies of each.

    Parameters
    ----------
    images : array_like, shape (n, 64)

    Returns
    -------
    ndarray of int, shape (n,)
    """
    return predicted_classes(trained_network().predict(images))


@cache
def trained_network() -> Network:
    """Train the network at the first call, and return the same one from then on."""
    train, rng = capstone_digits().train, np.random.default_rng(0)
    copies = [vary(train.X, rng=rng) for _ in range(NUM_COPIES)]
    X, targets = np.concatenate([train.X, *copies]), np.tile(train.targets, 1 + NUM_COPIES)
    network = multilayer_perceptron([64, 64, 10], rng=rng, dtype=np.float32)
    trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, Adam(0.003))
    trainer.fit(X, targets, num_epochs=20, rng=rng, progress=False)
    return network
