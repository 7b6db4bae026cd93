"""One pass over data, a few samples at a time: to learn from them, or to judge by them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses import Loss
from nnlib.network import Network
from nnlib.optimizers import Optimizer
from nnlib.regularizers import Regularizer
from nnlib.validate import FloatArray, count, matrix

__all__ = [
    "PreparedSamples",
    "evaluate",
    "mini_batches",
    "train_one_epoch",
    "train_step",
    "weight_gradient_norms",
]


@dataclass(frozen=True)
class PreparedSamples:
    """Samples and their targets, checked, in a network's dtype.

    Attributes
    ----------
    X : ndarray, shape (m, in_features)
    targets : ndarray, shape (m, out_features)
    given_targets : array_like
        The targets as they came.
    """

    X: FloatArray
    targets: FloatArray
    given_targets: ArrayLike

    @classmethod
    def of(
        cls, X: ArrayLike, targets: ArrayLike, network: Network, loss: Loss
    ) -> "PreparedSamples":
        """Check data once, so that nothing has to be checked at each batch.

        Raises
        ------
        ValueError
            If the shapes do not fit the network, a label is out of range, or a number is NaN.
        """
        X = matrix(X, "X", columns=network.in_features).astype(network.dtype, copy=False)
        ready = loss.prepare(targets, network.out_features or X.shape[1], network.dtype)
        if len(X) != len(ready):
            raise ValueError(
                f"targets must be {len(X)}, as many as the rows of X; {len(ready)} came."
            )
        return cls(X, ready, targets)


def mini_batches(
    X: FloatArray, targets: FloatArray, batch_size: int, *, rng: np.random.Generator
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield all samples once, in random order, some at a time with their targets.

    Parameters
    ----------
    X : ndarray, shape (m, n)
    targets : ndarray, shape (m, …)
    batch_size : int
        Samples a batch; the last batch holds what is left. With m or more the data come whole and
        in their own order, which makes no difference to a mean.
    rng : numpy.random.Generator
        Draws the order.

    Yields
    ------
    X, targets : ndarray
        Rows of the arguments that belong together.

    Raises
    ------
    ValueError
        If `X` and `targets` differ in length, or `batch_size` is not at least 1.

    Examples
    --------
    >>> X, targets = np.arange(5.0)[:, np.newaxis], np.arange(5.0)
    >>> [len(x) for x, _ in mini_batches(X, targets, 2, rng=np.random.default_rng(0))]
    [2, 2, 1]
    """
    if len(X) != len(targets):
        raise ValueError(
            f"targets must be {len(X)}, as many as the rows of X; {len(targets)} came."
        )
    if count(batch_size, "batch_size") >= len(X):
        yield X, targets
        return
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]  # never a shuffled copy of all the data
        yield X.take(rows, axis=0), targets.take(rows, axis=0)


def train_step(
    network: Network,
    loss: Loss,
    optimizer: Optimizer,
    X: FloatArray,
    targets: FloatArray,
    regularizer: Regularizer | None = None,
) -> float:
    """Learn from one mini-batch: forward, loss, backward, step.

    Parameters
    ----------
    network : Network
    loss : Loss
    optimizer : Optimizer
    X : ndarray, shape (n, in_features)
    targets : ndarray, shape (n, out_features)
    regularizer : Regularizer, optional

    Returns
    -------
    float
        The loss before the step, without the penalty.
    """
    outputs = network.forward(X)
    value, gradient = loss.value_and_gradient(outputs, targets)
    network.backward(gradient)
    if regularizer is not None:
        regularizer.add_gradient(network)
    optimizer.step(network.params, network.gradients)
    return float(value)


# A loss that overflows is reported by its name, not by warnings from inside.
@np.errstate(over="ignore", invalid="ignore")
def train_one_epoch(
    network: Network,
    loss: Loss,
    optimizer: Optimizer,
    samples: PreparedSamples,
    batch_size: int,
    *,
    rng: np.random.Generator,
    regularizer: Regularizer | None = None,
    gradient_norms: bool = False,
) -> tuple[float, tuple[float, ...] | None]:
    """Learn from all samples once.

    Returns
    -------
    loss : float
        The mean over the samples, each with the weights of its moment.
    norms : tuple of float, or None
        On request, the mean length of each linear layer's weight gradient.
    """
    network.train()
    total = 0.0
    norms: list[list[float]] = []
    for x, t in mini_batches(samples.X, samples.targets, batch_size, rng=rng):
        total += len(x) * train_step(network, loss, optimizer, x, t, regularizer)
        if gradient_norms:
            norms.append(weight_gradient_norms(network))
    return total / len(samples.X), tuple(np.mean(norms, axis=0).tolist()) if norms else None


def weight_gradient_norms(network: Network) -> list[float]:
    """Return ‖∂C/∂W‖, the root of the sum of squares, for each linear layer."""
    return [float(np.linalg.norm(layer.weight_gradient)) for layer in network.linear_layers()]


@np.errstate(over="ignore", invalid="ignore")
def evaluate(network: Network, loss: Loss, samples: PreparedSamples) -> float:
    """Return the loss in evaluation mode, from which nothing is learnt."""
    return float(loss.value_and_gradient(network.predict(samples.X), samples.targets)[0])
