"""What is trained in the training benchmark: data, network, optimizer, epochs, and the goal."""

import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

from nnlib.gates import truth_table
from nnlib.mlp import multilayer_perceptron
from nnlib.network import Network

IMAGES, LABELS = "package/data/train-images-idx3-ubyte", "package/data/train-labels-idx1-ubyte"


@dataclass(frozen=True)
class Workload:
    """A training that all contenders do alike.

    Attributes
    ----------
    name : str
    X, targets : ndarray
    sizes : tuple of int
        Inputs, hidden neurons, outputs; one output is a yes or no.
    activation : str
        Of the hidden layers.
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
    solver: str
    learning_rate: float
    batch_size: int
    num_epochs: int
    limit: float

    def network(self) -> Network:
        """Return the network from which all contenders take their first weights."""
        return multilayer_perceptron(
            self.sizes,
            rng=np.random.default_rng(0),
            activation=self.activation,
            dtype=self.X.dtype,
        )


def workloads(mnist: Path | None, dtype: str) -> dict[str, Callable[[], Workload]]:
    """Return what makes each workload, by a short name."""
    deep = (64, *[16] * 20, 10)
    return {
        "xor": lambda: Workload(
            "XOR 2-4-1, 10,000 full-batch epochs",
            *gates(dtype), (2, 4, 1), "tanh", "sgd", 0.5, 4, 10_000, 0.38,
        ),
        "digits": lambda: Workload(
            "digits 64-32-10, batch 32, Adam, 30 epochs",
            *digits(dtype), (64, 32, 10), "relu", "adam", 0.001, 32, 30, 0.25,
        ),
        "mnist": lambda: Workload(
            "60000×784, 784-128-64-10, batch 128, Adam, 1 epoch",
            *images(mnist, dtype), (784, 128, 64, 10), "relu", "adam", 0.001, 128, 1, 0.55,
        ),
        "sigmoid": lambda: Workload(
            "60000×784, 784-30-10 sigmoid, batch 10, SGD, 1 epoch",
            *images(mnist, dtype), (784, 30, 10), "sigmoid", "sgd", 0.1, 10, 1, 0.26,
        ),
        "deep": lambda: Workload(
            "digits, 20 sigmoid layers of 16, SGD, 10 epochs",
            *digits(dtype), deep, "sigmoid", "sgd", 0.1, 32, 10, 0.44,
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
