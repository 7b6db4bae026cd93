"""Digits as they might have been written too: moved a little, fainter or darker, with dust."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.validate import matrix, not_negative

Images = NDArray[np.float64]


def vary(
    X: ArrayLike,
    *,
    rng: np.random.Generator,
    shift: float = 0.4,
    contrast: float = 0.2,
    noise: float = 0.05,
) -> NDArray[np.float32]:
    """Return a changed copy of each image that still shows the same digit.

    Each is moved by a part of a pixel (blended with a copy of itself moved by a whole one), made
    fainter or darker, and gets a little noise. Simard, Steinkraus and Platt, Best practices for
    convolutional neural networks applied to visual document analysis, 2003.

    Parameters
    ----------
    X : array_like, shape (m, 64)
        Images of 8 × 8 pixels, 0 for paper and 1 for ink.
    rng : numpy.random.Generator
    shift : float
        The farthest way of a move, in pixels, up, down and to the sides; at most 1 makes sense.
    contrast : float
        The ink is multiplied by a number between 1 - contrast and 1 + contrast.
    noise : float
        The standard deviation of the noise.

    Returns
    -------
    ndarray of float32, shape (m, 64), from 0 to 1

    Raises
    ------
    ValueError
        If X has another shape, or a strength is below 0.

    Examples
    --------
    >>> vary(np.ones((3, 64)), rng=np.random.default_rng(0)).shape
    (3, 64)
    """
    images = matrix(X, "X", columns=64).reshape(-1, 8, 8).astype(np.float64)
    size = (len(images), 1, 1)
    for axis in (1, 2):
        images = _moved(images, rng.uniform(-1, 1, size) * not_negative(shift, "shift"), axis)
    images = images * (1 + rng.uniform(-1, 1, size) * not_negative(contrast, "contrast"))
    images = images + rng.normal(0, 1, images.shape) * not_negative(noise, "noise")
    return np.clip(images, 0, 1).reshape(-1, 64).astype(np.float32)


def _moved(images: Images, by: Images, axis: int) -> Images:
    """Blend each image with a copy moved by one pixel; paper comes in at the edge."""
    edges = [(0, 0)] * 3
    edges[axis] = (1, 1)
    padded = np.pad(images, edges)
    before, after = padded.take(range(8), axis), padded.take(range(2, 10), axis)
    kept: Images = (1 - np.abs(by)) * images
    return kept + np.maximum(by, 0) * before + np.maximum(-by, 0) * after
