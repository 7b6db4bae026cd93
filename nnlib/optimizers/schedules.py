"""Learning-rate schedules: functions from the epoch, counted from 1, to the learning rate."""

from collections.abc import Callable
from math import cos, pi

from nnlib.validate import count, positive

__all__ = ["Schedule", "cosine_decay", "decayed_rate", "step_decay"]

Schedule = Callable[[int], float]


def decayed_rate(learning_rate: float, epoch: int, factor: float, every: int) -> float:
    """Return the rate in an epoch, when it is multiplied by a factor after every so many.

    Parameters
    ----------
    learning_rate : float
        The rate of the first epochs, above 0.
    epoch : int
        Counted from 1.
    factor : float
        Above 0; below 1 the rate falls.
    every : int
        Epochs from one change to the next, at least 1.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a number is out of its range.

    Examples
    --------
    >>> decayed_rate(0.8, 10, 0.5, 10), decayed_rate(0.8, 11, 0.5, 10)
    (0.8, 0.4)
    """
    learning_rate, factor = positive(learning_rate, "learning_rate"), positive(factor, "factor")
    changes = (count(epoch, "epoch") - 1) // count(every, "every")
    rate: float = learning_rate * factor**changes
    return rate


def step_decay(learning_rate: float, *, factor: float = 0.5, every: int = 10) -> Schedule:
    """Return a schedule that multiplies the rate by a factor after every so many epochs.

    Examples
    --------
    >>> rate = step_decay(0.8, factor=0.5, every=10)
    >>> rate(1), rate(10), rate(11), rate(21)
    (0.8, 0.8, 0.4, 0.2)
    """
    decayed_rate(learning_rate, 1, factor, every)  # a wrong number is named here, not in epoch 1
    return lambda epoch: decayed_rate(learning_rate, epoch, factor, every)


def cosine_decay(learning_rate: float, num_epochs: int) -> Schedule:
    """Return a schedule that falls from the rate almost to 0 along half a wave.

    η_e = ½ η (1 + cos(π (e - 1) / num_epochs)). Loshchilov and Hutter, SGDR, 2017.

    Examples
    --------
    >>> rate = cosine_decay(0.8, num_epochs=4)
    >>> rate(1), round(rate(3), 4)
    (0.8, 0.4)
    """
    learning_rate = positive(learning_rate, "learning_rate")
    num_epochs = count(num_epochs, "num_epochs")
    return lambda epoch: learning_rate / 2 * (1 + cos(pi * min(epoch - 1, num_epochs) / num_epochs))
