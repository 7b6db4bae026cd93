"""What the playground trains: data, a network and an optimizer, by pure steps of some epochs."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import numpy as np

from nnlib.data import blobs, circles, moons, spirals, xor_blobs
from nnlib.layers import Dropout, Layer, Linear
from nnlib.layers.initializers import he_uniform, xavier_uniform
from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import ACTIVATION_LAYERS, Network
from nnlib.optimizers import SGD, Adam, Momentum, Optimizer, RMSprop
from nnlib.regularizers import L1, L2, Regularizer
from nnlib.training import DivergenceError, Trainer
from nnlib.validate import FloatArray

Data = tuple[FloatArray, FloatArray]
Draw = Callable[[int, float, np.random.Generator], Data]

NUM_TRAIN, NUM_VALIDATION, BATCH_SIZE = 60, 200, 20
LAST_EPOCH = 1000


def _clouds(num_samples: int, noise: float, rng: np.random.Generator) -> Data:
    spread = max(noise, 0.05)
    X, targets = blobs(num_samples, rng=rng, distance=2.0 / spread)
    return spread * X, targets


def _xor(num_samples: int, noise: float, rng: np.random.Generator) -> Data:
    X, targets = xor_blobs(num_samples, rng=rng, noise=noise / 2)
    return 2 * X - 1, targets


def _moons(num_samples: int, noise: float, rng: np.random.Generator) -> Data:
    X, targets = moons(num_samples, rng=rng, noise=noise)
    return X - [0.5, 0.25], targets


def _circles(num_samples: int, noise: float, rng: np.random.Generator) -> Data:
    X, targets = circles(num_samples, rng=rng, noise=noise)
    return 1.4 * X, targets


def _spirals(num_samples: int, noise: float, rng: np.random.Generator) -> Data:
    X, targets = spirals(num_samples, rng=rng, noise=noise / 4)
    return 1.7 * X, targets


DATA_SETS: Final[Mapping[str, Draw]] = MappingProxyType(
    {
        "two clouds": _clouds,
        "XOR": _xor,
        "half-moons": _moons,
        "circles": _circles,
        "spirals": _spirals,
    }
)
OPTIMIZERS: Final[Mapping[str, Callable[[float], Optimizer]]] = MappingProxyType(
    {"SGD": SGD, "Momentum": Momentum, "RMSprop": RMSprop, "Adam": Adam}
)


@dataclass(frozen=True)
class Regularization:
    """A penalty on the weights, or the share of hidden neurons that dropout silences."""

    penalty: Regularizer | None = None
    dropout: float = 0.0


REGULARIZATIONS: Final[Mapping[str, Regularization]] = MappingProxyType(
    {
        "none": Regularization(),
        "L2, λ = 0.003": Regularization(L2(0.003)),
        "L2, λ = 0.03": Regularization(L2(0.03)),
        "L1, λ = 0.003": Regularization(L1(0.003)),
        "L1, λ = 0.03": Regularization(L1(0.03)),
        "dropout, p = 0.2": Regularization(dropout=0.2),
    }
)


@dataclass(frozen=True)
class Start:
    """All that decides where a training begins; with another start it begins anew."""

    data_set: str
    noise: float
    num_layers: int
    num_units: int
    activation: str
    optimizer: str
    dropout: float
    draw: int

    @property
    def sizes(self) -> list[int]:
        """The numbers of inputs, of neurons in each hidden layer, and of outputs."""
        return [2, *[self.num_units] * self.num_layers, 1]

    def data(self) -> tuple[Data, Data]:
        """Return the training and the validation data, as X (m, 2) and targets (m,)."""
        rng, draw = np.random.default_rng(self.draw), DATA_SETS[self.data_set]
        return draw(NUM_TRAIN, self.noise, rng), draw(NUM_VALIDATION, self.noise, rng)

    def network(self) -> Network:
        """Return the network with its first weights."""
        rng, layers = np.random.default_rng(self.draw), list[Layer]()
        first_weights = he_uniform if self.activation == "relu" else xavier_uniform
        for inputs, outputs in pairwise(self.sizes):
            layers.append(Linear(inputs, outputs, rng=rng, initializer=first_weights))
            layers.append(ACTIVATION_LAYERS[self.activation]())
            layers += [Dropout(self.dropout, rng=rng)] if self.dropout else []
        last = max(i for i, layer in enumerate(layers) if isinstance(layer, Linear))
        return Network(layers[: last + 1])


@dataclass(frozen=True)
class Training:
    """A network after some epochs: nothing in it is ever changed, `advanced` makes the next."""

    train: Data
    validation: Data
    network: Network
    optimizer: Optimizer
    loss: FloatArray
    validation_loss: FloatArray
    diverged: bool = False

    @property
    def epoch(self) -> int:
        """How many epochs are done."""
        return len(self.loss)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.diverged or self.epoch >= LAST_EPOCH

    def accuracy(self, data: Data) -> float:
        """Return the share of the data on the right side of the boundary."""
        X, targets = data
        return float(np.mean((self.network.predict(X)[:, 0] > 0) == (targets > 0.5)))


def begun(start: Start) -> Training:
    """Return the training before its first epoch."""
    train, validation = start.data()
    optimizer = OPTIMIZERS[start.optimizer](1.0)
    return Training(train, validation, start.network(), optimizer, np.empty(0), np.empty(0))


def advanced(
    training: Training, num_epochs: int, learning_rate: float, penalty: Regularizer | None
) -> Training:
    """Return the training some epochs later; the given one stays as it is."""
    num_epochs = min(num_epochs, LAST_EPOCH - training.epoch)
    if training.diverged or num_epochs == 0:
        return training
    network, optimizer = training.network.copy(), deepcopy(training.optimizer)
    optimizer.learning_rate = learning_rate
    trainer = Trainer(network, BINARY_CROSS_ENTROPY_FROM_LOGITS, optimizer, penalty)
    try:
        with np.errstate(all="ignore"):  # too large a rate: said in words, not by warnings
            history = trainer.fit(
                *training.train, num_epochs=num_epochs, batch_size=BATCH_SIZE, progress=False,
                validation=training.validation, rng=np.random.default_rng(training.epoch),
            )  # fmt: skip
    except DivergenceError:
        return replace(training, diverged=True)  # the last state that can be drawn
    return replace(
        training, network=network, optimizer=optimizer,
        loss=np.append(training.loss, history.loss),
        validation_loss=np.append(training.validation_loss, history.validation_loss),
    )  # fmt: skip
