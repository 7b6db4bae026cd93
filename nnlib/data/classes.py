"""Which class each sample of a random data set belongs to."""

import numpy as np

from nnlib.validate import FloatArray, count


def turns(num_samples: int, num_classes: int = 2) -> FloatArray:
    """Return the classes 0, 1, …, num_classes - 1 in turn, again and again, shape (num_samples,).

    Examples
    --------
    >>> turns(5, num_classes=3)
    array([0., 1., 2., 0., 1.])
    """
    return np.arange(count(num_samples, "num_samples")) % float(count(num_classes, "num_classes"))
