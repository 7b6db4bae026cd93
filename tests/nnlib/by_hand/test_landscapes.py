import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand import landscapes
from nnlib.by_hand.landscapes import bowl, bowl_gradient, gradient_descent, saddle_gradient
from nnlib.gradient_check import check_gradient

points = st.lists(st.floats(0.5, 3) | st.floats(-3, -0.5), min_size=1, max_size=4)


@pytest.mark.parametrize("name", ["bowl", "trough", "saddle"])
@given(points)
def test_a_gradient_is_the_one_that_is_measured(name, point):
    gradient = getattr(landscapes, f"{name}_gradient")(point)
    assert check_gradient(getattr(landscapes, name), gradient, point) < 1e-4


def test_the_heights_by_hand():
    # 3² + 2 · 1² = 11;   ¼ (2⁴ + 1) = 4.25;   (3 + 2)² + 3 · 2 = 31
    assert bowl([3, 1]) == 11
    assert landscapes.trough([2, 1]) == 4.25
    assert landscapes.saddle([3, 2]) == 31


def test_one_number_has_a_slope_on_the_saddle_too():
    # f = p² + p, f′ = 2p + 1
    assert saddle_gradient([3]).tolist() == [7]


def test_a_walk_by_hand():
    # (4, 1): gradient (8, 4), so (4 - 2, 1 - 1); (2, 0): gradient (4, 0), so (2 - 1, 0)
    assert gradient_descent(bowl_gradient, [4, 1], 0.25, 2).tolist() == [[4, 1], [2, 0], [1, 0]]


@given(points, st.integers(1, 10))
def test_short_steps_lead_downhill(start, num_steps):
    path = gradient_descent(bowl_gradient, start, 0.05, num_steps)
    heights = [bowl(place) for place in path]
    assert path.shape == (num_steps + 1, len(start))
    assert all(np.diff(heights) < 0)


def test_the_start_stays_as_it_was():
    start = np.array([4.0, 1.0])
    gradient_descent(bowl_gradient, start, 0.25, 3)
    assert start.tolist() == [4, 1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (([[1, 2]], 0.1, 1), r"start must have the shape \(n,\)"),
        (([1, 2], 0, 1), "learning_rate must be above 0"),
        (([1, 2], 0.1, 0), "num_steps must be a whole number of at least 1"),
    ],
)
def test_a_mistake_in_the_call_is_explained(arguments, complaint):
    with pytest.raises(ValueError, match=complaint):
        gradient_descent(bowl_gradient, *arguments)
