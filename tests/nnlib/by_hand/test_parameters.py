import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.forward import count_parameters
from nnlib.network import multilayer_perceptron


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([2, 4, 1], 17),  # 8 + 4 + 4 + 1
        ((3, 5, 1), 26),  # 15 + 5 + 5 + 1
        (np.array([64, 32, 10]), 2410),  # 2048 + 32 + 320 + 10
        ([7, 1], 8),
    ],
)
def test_the_networks_of_the_lectures_have_their_parameters(sizes, expected):
    assert count_parameters(sizes) == expected


@given(st.lists(st.integers(1, 6), min_size=2, max_size=5))
def test_the_count_is_that_of_a_network_which_was_built(sizes):
    network = multilayer_perceptron(sizes, rng=np.random.default_rng(0))
    assert count_parameters(sizes) == network.num_parameters


@pytest.mark.parametrize("sizes", [[3], [3, 0, 1], [2, 2.5]])
def test_sizes_that_make_no_network_are_refused(sizes):
    with pytest.raises(ValueError, match="came"):
        count_parameters(sizes)
