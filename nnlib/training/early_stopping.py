"""Early stopping: end the training when the validation loss no longer falls.

Prechelt, Early stopping - but when?, 1998.
"""

from math import inf

from numpy.typing import ArrayLike

from nnlib.network import Network, load_state, state_of
from nnlib.validate import FloatArray, count, not_negative, vector

__all__ = ["EarlyStopping", "stopping_epoch"]


def stopping_epoch(
    losses: ArrayLike, patience: int, min_improvement: float = 0.0
) -> tuple[int, int]:
    """Return the epoch in which a training stops, and the best epoch until then.

    It stops when `patience` epochs in a row have not been better than the best before them.

    Parameters
    ----------
    losses : array_like, shape (n,)
        The validation loss of each epoch.
    patience : int
        At least 1.
    min_improvement : float
        Only a loss lower by more than this is better.

    Returns
    -------
    last, best : int
        Counted from 1; `last` is n if the patience lasts.

    Raises
    ------
    ValueError
        If `patience` is not at least 1.

    Examples
    --------
    >>> stopping_epoch([0.9, 0.5, 0.6, 0.4, 0.4, 0.7, 0.1], patience=2)
    (6, 4)
    """
    watch = EarlyStopping(patience, min_improvement)
    for loss in vector(losses, "losses"):
        if watch.is_over(float(loss)):
            break
    return watch.epoch, watch.best_epoch


class EarlyStopping:
    """Watch the validation loss, and keep the weights of the best epoch.

    Parameters
    ----------
    patience : int
        So many epochs in a row without a better loss end the training.
    min_improvement : float
        Only a loss lower by more than this is better.
    """

    def __init__(self, patience: int = 10, min_improvement: float = 0.0) -> None:
        self.patience = count(patience, "patience")
        self.min_improvement = not_negative(min_improvement, "min_improvement")
        self.reset()

    def reset(self) -> None:
        """Forget what was seen, for a new training."""
        self.best_loss, self.best_epoch, self.epoch = inf, 0, 0
        self.best_state: dict[str, FloatArray] | None = None

    def is_over(self, loss: float, network: Network | None = None) -> bool:
        """Note an epoch's validation loss, and say whether the patience is at its end."""
        self.epoch += 1
        if loss < self.best_loss - self.min_improvement:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best_state = None if network is None else state_of(network)
        return self.epoch - self.best_epoch >= self.patience

    def restore(self, network: Network) -> None:
        """Give the network the weights of the best epoch."""
        if self.best_state is not None:
            load_state(network, self.best_state)
