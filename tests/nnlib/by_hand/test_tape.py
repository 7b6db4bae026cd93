"""Orders and tapes: by hand, and against what tensors find."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.autograd import Tensor
from nnlib.by_hand.autograd import order_of_values, run_tape, tape_backward


def test_the_smallest_number_that_is_ready_comes_next():
    # 1 alone has no parents; then 2 (made of 1), 3 (of 2), and 0 (of 1 and 3) at last
    assert order_of_values([[1, 3], [], [1], [2]]) == [1, 2, 3, 0]


def test_inputs_alone_come_in_their_own_order():
    assert order_of_values([[], [], []]) == [0, 1, 2]


def test_values_made_of_one_another_have_no_order():
    with pytest.raises(ValueError, match=r"\[0, 1\] were made of one another in a circle"):
        order_of_values([[1], [0], []])


def test_a_value_used_twice_adds_up_both_shares():
    # r = x y + x at x = 2, y = 3: x gets 3 + 1 = 4, y gets 2
    tape = [("*", 0, 1), ("+", 2, 0)]
    assert run_tape([2, 3], tape) == [2, 3, 6, 8]
    assert tape_backward([2, 3, 6, 8], tape) == [4, 2, 1, 1]


def test_a_square_counts_both_sides_and_an_unused_input_gets_nothing():
    # p = x · x at x = 5: 5 + 5
    assert tape_backward([5, 7, 25], [("*", 0, 0)]) == [10, 0, 1]


@pytest.mark.parametrize("tape", [[("-", 0, 1)], [("+", 0, 2)], [("*", -1, 0)]])
def test_a_line_of_another_sign_or_of_values_to_come_is_refused(tape):
    with pytest.raises(ValueError, match=r"sign|only 0 to 1 are there"):
        run_tape([1, 2], tape)
    with pytest.raises(ValueError, match=r"sign|only 0 to 1 are there"):
        tape_backward([1, 2, 3], tape)


@st.composite
def tapes(draw):
    """Draw inputs and a tape of up to eight lines."""
    inputs = draw(st.lists(st.floats(-2, 2), min_size=1, max_size=3))
    tape = []
    for line in range(draw(st.integers(1, 8))):
        value = st.integers(0, len(inputs) + line - 1)
        tape.append((draw(st.sampled_from("+*")), draw(value), draw(value)))
    return inputs, tape


@given(tapes())
def test_a_tape_finds_the_gradients_that_tensors_find(drawn):
    inputs, tape = drawn
    tensors = [Tensor(value, requires_grad=True) for value in inputs]
    for sign, i, j in tape:
        tensors.append(tensors[i] + tensors[j] if sign == "+" else tensors[i] * tensors[j])
    tensors[-1].backward()
    wanted = [0.0 if one.grad is None else one.grad.item() for one in tensors]
    np.testing.assert_allclose(tape_backward(run_tape(inputs, tape), tape), wanted)
