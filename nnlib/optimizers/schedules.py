"""Learning-rate schedules: functions from the epoch, counted from 1, to the learning rate."""

from collections.abc import Callable
from math import cos, pi

from nnlib.validate import count, positive

__all__ = ["Schedule", "cosine_decay", "step_decay"]

Schedule = Callable[[int], float]


def step_decay(learning_rate: float, *, factor: float = 0.5, every: int = 10) -> Schedule:
    """Return a schedule that multiplies the rate by a factor after every so many epochs.

    Examples
    --------
    >>> rate = step_decay(0.8, factor=0.5, every=10)
    >>> rate(1), rate(10), rate(11), rate(21)
    (0.8, 0.8, 0.4, 0.2)
    """
    learning_rate, factor = positive(learning_rate, "learning_rate"), positive(factor, "factor")
    every = count(every, "every")
    return lambda epoch: learning_rate * factor ** ((epoch - 1) // every)


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
