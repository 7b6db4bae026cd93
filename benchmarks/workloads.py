"""What is trained in the training benchmark: data, network, optimizer, epochs, and the goal."""

import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

from nnlib.gates import truth_table
from nnlib.layers import Linear
from nnlib.network import ACTIVATION_LAYERS, Network

IMAGES, LABELS = "package/data/train-images-idx3-ubyte", "package/data/train-labels-idx1-ubyte"


@dataclass(frozen=True)
class Workload:
    """A training that all contenders do alike.

    Attributes
    ----------
    name : str
    X, targets : ndarray
    sizes : tuple of int
        Inputs, hidden neurons, outputs.
    activation : str
        Of the hidden layers.
    loss : str
        "cross_entropy" after a softmax, "binary_cross_entropy" after a sigmoid, or
        "quadratic_cost" after a sigmoid.
    solver : str
        "adam" or "sgd".
    learning_rate : float
    batch_size, num_epochs : int
    limit : float
        What part of scikit-learn's time may be taken at most.
    """

    name: str
    X: np.ndarray
    targets: np.ndarray
    sizes: tuple[int, ...]
    activation: str
    loss: str
    solver: str
    learning_rate: float
    batch_size: int
    num_epochs: int
    limit: float

    def network(self) -> Network:
        """Return nnlib's network, from which all contenders take their first weights."""
        rng, layers = np.random.default_rng(0), []
        for inputs, outputs in pairwise(self.sizes):
            layers += [Linear(inputs, outputs, rng=rng), ACTIVATION_LAYERS[self.activation]()]
        return Network(layers if self.loss == "quadratic_cost" else layers[:-1], dtype=self.X.dtype)

    def target_rows(self) -> np.ndarray:
        """Return the targets as numbers to compare the outputs with, one row a sample."""
        if self.loss == "cross_entropy":
            return np.eye(self.sizes[-1], dtype=self.X.dtype)[self.targets]
        return self.targets.reshape(len(self.X), -1).astype(self.X.dtype)


def workloads(mnist: Path | None, dtype: str) -> dict[str, Callable[[], Workload]]:
    """Return what makes each workload, by a short name."""
    hidden = [16] * 20
    return {
        "xor": lambda: Workload(
            "XOR 2-4-1, 10,000 full-batch epochs", *gates(dtype),
            (2, 4, 1), "tanh", "binary_cross_entropy", "sgd", 0.5, 4, 10_000, 0.38,
        ),
        "digits": lambda: Workload(
            "digits 64-32-10, batch 32, Adam, 30 epochs", *digits(dtype),
            (64, 32, 10), "relu", "cross_entropy", "adam", 0.001, 32, 30, 0.25,
        ),
        "mnist": lambda: Workload(
            "60000×784, 784-128-64-10, batch 128, Adam, 1 epoch", *images(mnist, dtype),
            (784, 128, 64, 10), "relu", "cross_entropy", "adam", 0.001, 128, 1, 0.55,
        ),
        "sigmoid": lambda: Workload(
            "60000×784, 784-30-10 sigmoid, batch 10, SGD, 1 epoch", *images(mnist, dtype),
            (784, 30, 10), "sigmoid", "cross_entropy", "sgd", 0.1, 10, 1, 0.26,
        ),
        "deep": lambda: Workload(
            "digits, 20 sigmoid layers of 16, SGD, 10 epochs", *digits(dtype),
            (64, *hidden, 10), "sigmoid", "cross_entropy", "sgd", 0.1, 32, 10, 0.44,
        ),
        "xor-sigmoid": lambda: Workload(
            "XOR 2-4-1 sigmoid, 10,000 full-batch epochs", *gates(dtype),
            (2, 4, 1), "sigmoid", "binary_cross_entropy", "sgd", 0.5, 4, 10_000, 0.35,
        ),
        "nielsen": lambda: Workload(
            "60000×784, 784-30-10 sigmoid, quadratic cost, batch 10, SGD, 1 epoch",
            *classes_apart(*images(mnist, dtype)),
            (784, 30, 10), "sigmoid", "quadratic_cost", "sgd", 3.0, 10, 1, 0.27,
        ),
        "deep-binary": lambda: Workload(
            "digits below 5 or not, 20 sigmoid layers of 16, batch 10, SGD, 3 epochs",
            *two_classes(*digits(dtype)),
            (64, *hidden, 1), "sigmoid", "binary_cross_entropy", "sgd", 0.1, 10, 3, 0.42,
        ),
    }  # fmt: skip


def gates(dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """Return XOR."""
    X, targets = truth_table("xor")
    return X.astype(dtype), targets.astype(int)


def digits(dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the 1,797 digits of 8×8 pixels that come with scikit-learn, from 0 to 1."""
    data = load_digits()
    return (data.data / 16).astype(dtype), data.target


def images(archive: Path | None, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """Return MNIST's 60,000 training images from 0 to 1, or random numbers of the same shape."""
    if archive is None:
        rng = np.random.default_rng(0)
        return rng.random((60_000, 784), dtype=np.float32).astype(dtype), np.arange(60_000) % 10
    with tarfile.open(archive) as files:
        pixels = np.frombuffer(files.extractfile(IMAGES).read(), np.uint8, offset=16)
        labels = np.frombuffer(files.extractfile(LABELS).read(), np.uint8, offset=8)
    return pixels.reshape(-1, 784).astype(dtype) / np.array(255, dtype), labels.astype(int)


def classes_apart(X: np.ndarray, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the targets as rows with one number for each class: 1 for the right one, else 0."""
    return X, np.eye(10, dtype=X.dtype)[targets]


def two_classes(X: np.ndarray, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return 1 for the digits below 5, else 0."""
    return X, (targets < 5).astype(int)
