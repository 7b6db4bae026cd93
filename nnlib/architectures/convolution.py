"""Convolution and pooling: one small window that slides over an image.

LeCun et al., Backpropagation applied to handwritten zip code recognition, 1989.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, count, matrix

__all__ = ["convolve2d", "max_pool"]


def convolve2d(image: ArrayLike, kernel: ArrayLike) -> FloatArray:
    """Slide a kernel over an image and return, for each place, the sum of the products.

    Y_ij = Σ_a Σ_b K_ab X_(i+a)(j+b)

    This is what deep learning calls convolution. The mathematician's turns the kernel by 180°
    first, and calls this one cross-correlation. Only places where the kernel lies wholly inside
    the image count ("valid").

    Parameters
    ----------
    image : array_like, shape (h, w)
    kernel : array_like, shape (p, q), at most as high and as wide

    Returns
    -------
    ndarray, shape (h - p + 1, w - q + 1)

    Raises
    ------
    ValueError
        If the kernel is larger than the image.

    Examples
    --------
    >>> convolve2d([[0, 0, 1, 1], [0, 0, 1, 1]], [[-1, 1]])
    array([[0., 1., 0.],
           [0., 1., 0.]])
    """
    image, kernel = matrix(image, "image"), matrix(kernel, "kernel")
    if np.greater(kernel.shape, image.shape).any():
        raise ValueError(f"kernel {kernel.shape} is larger than the image {image.shape}.")
    windows = sliding_window_view(image, kernel.shape)
    slid: FloatArray = np.einsum("ijab,ab->ij", windows, kernel)
    return slid


def max_pool(image: ArrayLike, size: int) -> FloatArray:
    """Cut an image into squares of size × size and return the largest number of each.

    Parameters
    ----------
    image : array_like, shape (h, w)
        Rows and columns that fill no whole square are left out.
    size : int

    Returns
    -------
    ndarray, shape (h // size, w // size)

    Raises
    ------
    ValueError
        If not one square fits into the image.

    Examples
    --------
    >>> max_pool([[1, 2, 0, 5], [3, 4, 6, 0]], 2)
    array([[4., 6.]])
    """
    image, size = matrix(image, "image"), count(size, "size")
    rows, columns = image.shape[0] // size, image.shape[1] // size
    if rows == 0 or columns == 0:
        raise ValueError(f"No square of {size} × {size} fits into the image {image.shape}.")
    squares = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
    largest: FloatArray = squares.max(axis=(1, 3))
    return largest
