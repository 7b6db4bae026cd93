"""The first steps with arrays: known numbers, shapes, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnlib.by_hand.arrays import centre_columns, column_means, fahrenheit, totals

tables = arrays(float, array_shapes(min_dims=2, max_dims=2), elements=st.floats(-1e3, 1e3))


def test_water_freezes_at_32_and_boils_at_212():
    # 1.8·0 + 32 = 32; 1.8·100 + 32 = 212; 1.8·(-40) + 32 = -40
    assert fahrenheit([0, 100, -40]).tolist() == [32, 212, -40]
    assert fahrenheit([[0.0], [100.0]]).shape == (2, 1)


def test_three_baskets():
    # 1·5 + 2·10 = 25; 0·5 + 3·10 = 30; 4·5 + 0·10 = 20
    assert totals([[1, 2], [0, 3], [4, 0]], [5, 10]).tolist() == [25, 30, 20]


def test_baskets_and_prices_must_fit():
    with pytest.raises(ValueError, match="amounts must have the shape"):
        totals([[1, 2, 3]], [5, 10])


def test_the_means_of_columns():
    # (1 + 3 + 5) / 3 = 3; (10 + 30 + 20) / 3 = 20
    assert column_means([[1, 10], [3, 30], [5, 20]]).tolist() == [3, 20]


@given(tables)
def test_centred_columns_have_the_mean_0(X):
    assert column_means(centre_columns(X)) == pytest.approx(np.zeros(X.shape[1]), abs=1e-9)


@given(tables)
def test_centring_keeps_the_distances_between_rows(X):
    centred = centre_columns(X)
    np.testing.assert_allclose(centred - centred[0], X - X[0], atol=1e-9)
