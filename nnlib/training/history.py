"""What happened in a training: one record an epoch."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnlib.validate import FloatArray

__all__ = ["Epoch", "History"]


class Epoch(NamedTuple):
    """One epoch of a training.

    Attributes
    ----------
    number : int
        Counted from 1.
    loss : float
        The mean over the epoch's batches, each with the weights of its moment; without penalties.
    learning_rate : float
    metric : float or None
        On the training data, after the epoch.
    validation_loss, validation_metric : float or None
        On the validation data, after the epoch.
    gradient_norms : tuple of float, or None
        For each linear layer the mean length ‖∂C/∂W‖ of its gradients in the epoch.
    """

    number: int
    loss: float
    learning_rate: float
    metric: float | None = None
    validation_loss: float | None = None
    validation_metric: float | None = None
    gradient_norms: tuple[float, ...] | None = None


@dataclass(frozen=True)
class History:
    """The epochs of a training and how it ended.

    Attributes
    ----------
    epochs : tuple of Epoch
    ending : str
        "finished", "stopped early", "interrupted" or "diverged".
    """

    epochs: tuple[Epoch, ...]
    ending: str = "finished"

    def __len__(self) -> int:
        return len(self.epochs)

    def series(self, name: str) -> FloatArray:
        """Return one attribute of all epochs as an array.

        Parameters
        ----------
        name : str
            An attribute of `Epoch`.

        Returns
        -------
        ndarray, shape (num_epochs,)
            For "gradient_norms" of shape (num_epochs, num_linear_layers).

        Raises
        ------
        ValueError
            If there is no such attribute, or the training did not record it.

        Examples
        --------
        >>> History((Epoch(1, 0.7, 0.1), Epoch(2, 0.5, 0.1))).series("loss")
        array([0.7, 0.5])
        """
        if name not in Epoch._fields:
            raise ValueError(f"name must be one of {', '.join(Epoch._fields)}; {name!r} came.")
        values = [getattr(epoch, name) for epoch in self.epochs]
        if None in values:
            raise ValueError(f"name: this training did not record {name}; ask fit for it.")
        return np.array(values, dtype=np.float64)

    @property
    def loss(self) -> FloatArray:
        """The training loss of each epoch, shape (num_epochs,)."""
        return self.series("loss")

    @property
    def validation_loss(self) -> FloatArray:
        """The validation loss after each epoch, shape (num_epochs,)."""
        return self.series("validation_loss")
