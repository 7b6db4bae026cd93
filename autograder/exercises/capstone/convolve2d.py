"""One filter that slides over an image."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercises.capstone.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.architectures import convolution

Shape = tuple[int, int]


def convolve_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make images and kernels of many shapes; no kernel is its own mirror image."""

    def case(
        image: Shape, kernel: Shape, part: str, make: Callable[..., Array] = mixed, scale: int = 1
    ) -> Case:
        return Case((scale * make(rng, *image), make(rng, *kernel)), part)

    edge = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0]])
    return [
        Case(
            (edge, np.array([[-1.0, 1.0]])),
            working="right neighbour minus pixel, in each row: 0 − 0, 1 − 0, 1 − 1 = 0, 1, 0",
        ),
        Case(
            (np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]]), np.array([[1.0, 0.0], [2.0, -1.0]])),
            working="1·1 + 0·2 + 2·0 − 1·1 = 0, then 1·2 + 0·0 + 2·1 − 1·3 = 1",
        ),
        case((5, 5), (3, 3), "square"),
        case((4, 4), (2, 2), "square"),
        case((4, 6), (3, 2), "not square"),
        case((6, 4), (2, 3), "not square"),
        case((1, 6), (1, 3), "one row or one column"),
        case((5, 1), (2, 1), "one row or one column"),
        case((3, 3), (3, 3), "a kernel as large as the image"),
        case((2, 4), (2, 4), "a kernel as large as the image"),
        case((4, 5), (2, 2), "large values", scale=1000),
        case((3, 4), (2, 3), "large values", scale=-1000),
        case((4, 5), (2, 3), "integers", whole),
        case((5, 5), (2, 2), "integers", whole),
        case((5, 4), (3, 2), "float32", eighths),
        case((3, 3), (2, 2), "float32", eighths),
    ]


CONVOLVE2D = Exercise(
    id="capstone.convolve2d",
    points=2,
    covers=("C2",),
    reference=convolution.convolve2d,
    cases=convolve_cases,
    hints=(
        "A kernel of height p fits into an image of height h at h − p + 1 places; the width goes "
        "the same way. Begin with zeros of that shape.",
        "For each row i and column j take the window `image[i : i + p, j : j + q]`.",
        "The number at (i, j) is the sum of window times kernel, number by number: "
        "`np.sum(window * kernel)`.",
    ),
)


@CONVOLVE2D.misconception
def flipped(image, kernel):
    """You turned the kernel by 180° first. That is the mathematician's convolution; in deep
    learning, and here, it is laid on as it is.
    """
    return convolution.convolve2d(image, kernel[::-1, ::-1])


@CONVOLVE2D.misconception
def same_size(image, kernel):
    """Your result is as large as the image: you put zeros around it. Here only the places count
    where the kernel lies wholly inside.
    """
    p, q = kernel.shape
    edges = [((p - 1) // 2, p // 2), ((q - 1) // 2, q // 2)]
    return convolution.convolve2d(np.pad(image, edges), kernel)


@CONVOLVE2D.misconception
def jumps(image, kernel):
    """You moved the kernel by its own size. It moves by one pixel at a time, and its places
    overlap.
    """
    p, q = kernel.shape
    return convolution.convolve2d(image, kernel)[::p, ::q]


@CONVOLVE2D.misconception
def mean(image, kernel):
    """You divided by the number of kernel values. The products are added up, that is all."""
    return convolution.convolve2d(image, kernel) / kernel.size


@CONVOLVE2D.misconception
def last_place_left_out(image, kernel):
    """The last row and the last column of places are missing. A kernel of height p fits at h − p +
    1 places.
    """
    return convolution.convolve2d(image, kernel)[:-1, :-1]


@CONVOLVE2D.misconception
def largest_product(image, kernel):
    """You took the largest product of each window. The products are added up; taking the largest is
    pooling.
    """
    p, q = kernel.shape
    rows, columns = image.shape[0] - p + 1, image.shape[1] - q + 1
    return np.array(
        [
            [(image[i : i + p, j : j + q] * kernel).max() for j in range(columns)]
            for i in range(rows)
        ]
    )


@CONVOLVE2D.misconception("result_transposed")
def transposed(image, kernel):
    """Rows and columns of your result have changed places."""
    return convolution.convolve2d(image, kernel).T


@CONVOLVE2D.misconception
def kernel_transposed(image, kernel):
    """You laid the kernel on with its rows and columns swapped."""
    return convolution.convolve2d(image, kernel.T)


@CONVOLVE2D.misconception("kernel_ignored")
def plain_sum(image, kernel):
    """You added up the pixels of each window. Multiply each with its kernel value first."""
    return convolution.convolve2d(image, np.ones_like(kernel))
