"""A training that got out of hand: the loss is no longer a number."""

from collections.abc import Sequence
from math import isfinite

from nnlib.history import Epoch, History

__all__ = ["DivergenceError", "refuse_divergence"]


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


def refuse_divergence(epoch: Epoch, done: Sequence[Epoch]) -> None:
    """Raise an error if the loss of an epoch is not finite.

    Parameters
    ----------
    epoch : Epoch
    done : sequence of Epoch
        Those before it.

    Raises
    ------
    DivergenceError
    """
    if not isfinite(epoch.loss):
        raise DivergenceError(
            f"The loss became {epoch.loss} in epoch {epoch.number}, so the weights are of no use. "
            f"Make a new network and try a smaller learning_rate (it was {epoch.learning_rate:g}), "
            "data scaled to about -1 to 1, or a loss from logits instead of probabilities.",
            History(tuple(done), "diverged"),
        )
