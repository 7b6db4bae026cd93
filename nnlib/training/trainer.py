"""Training: epoch after epoch, with a history, until it is done, stopped or interrupted."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count as counting
from itertools import islice
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses import Loss
from nnlib.network import Network
from nnlib.optimizers import Optimizer, Schedule
from nnlib.regularizers import Regularizer
from nnlib.training.early_stopping import EarlyStopping
from nnlib.training.history import Epoch, History
from nnlib.training.passes import PreparedSamples, evaluate, train_one_epoch
from nnlib.training.progress import ProgressBar
from nnlib.validate import FloatArray, count

__all__ = ["Data", "DivergenceError", "Metric", "Trainer"]

Metric = Callable[[FloatArray, ArrayLike], float]
Data = tuple[ArrayLike, ArrayLike]


class DivergenceError(ArithmeticError):
    """The loss became NaN or infinite.

    Attributes
    ----------
    history : History
        The epochs before.
    """

    def __init__(self, message: str, history: History) -> None:
        super().__init__(message)
        self.history = history


@dataclass(frozen=True)
class Trainer:
    """A network and all that it learns by.

    Attributes
    ----------
    network : Network
    loss : Loss
        One of `nnlib.losses`, as CROSS_ENTROPY_FROM_LOGITS.
    optimizer : Optimizer
        For this network only; what it remembers stays from one `fit` to the next.
    regularizer : Regularizer, optional
    schedule : callable, optional
        Takes the epoch, counted from 1, and returns its learning rate.
    metric : callable, optional
        Takes the outputs in evaluation mode and the targets as they were given; returns a number.

    Examples
    --------
    >>> from nnlib.gates import truth_table
    >>> from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS
    >>> from nnlib.network import multilayer_perceptron
    >>> from nnlib.optimizers import Adam
    >>> X, targets = truth_table("xor")
    >>> rng = np.random.default_rng(0)
    >>> network = multilayer_perceptron([2, 4, 1], rng=rng, activation="tanh")
    >>> trainer = Trainer(network, BINARY_CROSS_ENTROPY_FROM_LOGITS, Adam(0.1))
    >>> history = trainer.fit(X, targets, num_epochs=200, batch_size=4, rng=rng)
    >>> (network.predict(X) > 0).ravel()
    array([False,  True,  True, False])
    """

    network: Network
    loss: Loss
    optimizer: Optimizer
    regularizer: Regularizer | None = None
    schedule: Schedule | None = None
    metric: Metric | None = None

    def fit(
        self,
        X: ArrayLike,
        targets: ArrayLike,
        *,
        num_epochs: int,
        rng: np.random.Generator,
        batch_size: int = 32,
        validation: Data | None = None,
        early_stopping: EarlyStopping | None = None,
        gradient_norms: bool = False,
        callbacks: Sequence[Callable[[Epoch], object]] = (),
        progress: bool = True,
    ) -> History:
        """Train the network, and leave it in evaluation mode.

        Parameters
        ----------
        X : array_like, shape (m, in_features)
        targets : array_like
            As the loss wants them: (m,) or (m, out_features).
        num_epochs : int
            How often all samples are seen.
        rng : numpy.random.Generator
            Draws the order of the samples in each epoch.
        batch_size : int
            Samples a step; m or more is full-batch gradient descent.
        validation : (X, targets), optional
            Data to judge by, which are not learnt from.
        early_stopping : EarlyStopping, optional
            Watches the validation loss; the best weights come back at the end.
        gradient_norms : bool
            Record the mean length of each linear layer's gradient.
        callbacks : sequence of callable
            Each is called with every `Epoch`.
        progress : bool
            Show a bar when the training takes more than two seconds.

        Returns
        -------
        History
            All epochs; when the training is interrupted from the keyboard, those before.

        Raises
        ------
        ValueError
            If data, targets and network do not fit together.
        DivergenceError
            If the loss becomes NaN or infinite; the weights are then of no use.
        """
        count(num_epochs, "num_epochs")
        if early_stopping is not None:
            _prepare(early_stopping, validation)
        epochs = self.epochs(
            X,
            targets,
            rng=rng,
            batch_size=batch_size,
            validation=validation,
            gradient_norms=gradient_norms,
        )
        epochs = islice(epochs, num_epochs)
        if not progress:
            return self._run(epochs, early_stopping, callbacks)
        with ProgressBar(num_epochs, stream=sys.stdout) as bar:
            return self._run(epochs, early_stopping, [bar.show, *callbacks])

    def epochs(
        self,
        X: ArrayLike,
        targets: ArrayLike,
        *,
        rng: np.random.Generator,
        batch_size: int = 32,
        validation: Data | None = None,
        gradient_norms: bool = False,
    ) -> Iterator[Epoch]:
        """Train one epoch at each `next`, without end; `fit` explains the arguments."""
        samples = PreparedSamples.of(X, targets, self.network, self.loss)
        validation_samples = None if validation is None else self._prepared(validation)
        for number in counting(1):
            if self.schedule is not None:
                self.optimizer.learning_rate = float(self.schedule(number))
            loss, norms = train_one_epoch(
                self.network,
                self.loss,
                self.optimizer,
                samples,
                batch_size,
                rng=rng,
                regularizer=self.regularizer,
                gradient_norms=gradient_norms,
            )
            rate, metric = self.optimizer.learning_rate, self._metric(samples)
            yield Epoch(number, loss, rate, metric, *self._validate(validation_samples), norms)

    def _run(
        self,
        epochs: Iterator[Epoch],
        early_stopping: EarlyStopping | None,
        callbacks: Sequence[Callable[[Epoch], object]],
    ) -> History:
        done, ending = list[Epoch](), "finished"
        try:
            for epoch in epochs:
                if not isfinite(epoch.loss):
                    raise _divergence(epoch, done)
                done.append(epoch)
                for callback in callbacks:
                    callback(epoch)
                if early_stopping and _is_over(early_stopping, epoch, self.network):
                    ending = "stopped early"
                    break
        except KeyboardInterrupt:
            return History(tuple(done), "interrupted")
        finally:
            self.network.eval()
        if early_stopping:
            early_stopping.restore(self.network)
        return History(tuple(done), ending)

    def _prepared(self, validation: Data) -> PreparedSamples:
        try:
            return PreparedSamples.of(*validation, self.network, self.loss)
        except ValueError as error:
            raise ValueError(f"validation: {error}") from None

    def _validate(self, samples: PreparedSamples | None) -> tuple[float | None, float | None]:
        if samples is None:
            return None, None
        return evaluate(self.network, self.loss, samples), self._metric(samples)

    def _metric(self, samples: PreparedSamples) -> float | None:
        if self.metric is None:
            return None
        return float(self.metric(self.network.predict(samples.X), samples.given_targets))


def _prepare(early_stopping: EarlyStopping, validation: Data | None) -> None:
    if validation is None:
        raise ValueError(
            "early_stopping watches the validation loss: give fit validation=(X, targets) too."
        )
    early_stopping.reset()


def _is_over(early_stopping: EarlyStopping, epoch: Epoch, network: Network) -> bool:
    loss = epoch.validation_loss
    return loss is not None and early_stopping.is_over(loss, network)


def _divergence(epoch: Epoch, done: list[Epoch]) -> DivergenceError:
    return DivergenceError(
        f"The loss became {epoch.loss} in epoch {epoch.number}, so the weights are of no use. "
        f"Make a new network and try a smaller learning_rate (it was {epoch.learning_rate:g}), "
        "data scaled to about -1 to 1, or a loss from logits instead of probabilities.",
        History(tuple(done), "diverged"),
    )
