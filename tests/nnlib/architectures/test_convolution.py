import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.architectures.convolution import convolve2d, max_pool


def test_an_edge_is_found_where_paper_turns_to_ink():
    # right neighbour minus pixel: 0 - 0, 1 - 0, 1 - 1
    assert convolve2d([[0, 0, 1, 1]], [[-1, 1]]).tolist() == [[0, 1, 0]]


def test_the_products_under_the_kernel_are_added_up():
    # 1·1 + 0·2 + 2·0 - 1·1 = 0 and 1·2 + 0·0 + 2·1 - 1·3 = 1
    assert convolve2d([[1, 2, 0], [0, 1, 3]], [[1, 0], [2, -1]]).tolist() == [[0, 1]]


def test_the_kernel_is_laid_on_as_it_is_and_not_turned():
    kernel = np.array([[1, 2], [3, 4]])
    one_pixel = np.zeros((3, 3))
    one_pixel[1, 1] = 1
    assert convolve2d(one_pixel, kernel).tolist() == kernel[::-1, ::-1].tolist()


@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.integers(1, 5))
def test_a_kernel_fits_at_as_many_places_as_it_leaves_rows_and_columns(h, w, p, q):
    image, kernel = np.ones((h, w)), np.ones((p, q))
    if p > h or q > w:
        with pytest.raises(ValueError, match="larger than the image"):
            convolve2d(image, kernel)
    else:
        assert convolve2d(image, kernel).tolist() == np.full((h - p + 1, w - q + 1), p * q).tolist()


def test_pooling_keeps_the_largest_of_each_square_and_drops_what_is_left():
    image = [[1, 2, 0, 5, 9], [3, 4, 6, 0, 9], [9, 9, 9, 9, 9]]
    assert max_pool(image, 2).tolist() == [[4, 6]]
    assert max_pool([[-3, -1], [-2, -4]], 2).tolist() == [[-1]]


def test_a_square_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="No square of 3 × 3 fits"):
        max_pool([[1, 2], [3, 4]], 3)
