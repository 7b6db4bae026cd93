"""What crosses from a student's code to the judge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as hnp

from autograder.exercises import load
from autograder.judging import plain
from autograder.judging.exam import judge
from autograder.judging.plain import Foreign, same_plain, to_plain


class LyingFloat(float):
    """A float that equals everything."""

    def __eq__(self, other):
        return True

    __hash__ = None


class LyingScalar(np.float64):
    """A NumPy scalar that converts to what it likes."""

    def __array__(self, *args, **kwargs):
        return np.array(7.0)


class LyingArray(np.ndarray):
    """An array that hides its size, its kind and its content."""

    nbytes = 0
    dtype = np.dtype("O")

    def __array__(self, *args, **kwargs):
        return np.array(7.0)


class Masquerade:
    """Says that its class is an array."""

    __class__ = np.ndarray

    def __array__(self, *args, **kwargs):
        return np.array(7.0)


@pytest.mark.parametrize("value", [None, True, 3, 2.5, "text"])
def test_python_values_stay_what_they_are(value):
    assert to_plain(value) is value


def test_numpy_scalars_become_arrays_without_axes():
    assert same_plain(to_plain(np.float32(0.5)), np.array(0.5, dtype="float32"))


def test_an_array_is_copied_and_shares_nothing():
    own = np.zeros(2)
    crossed = to_plain(own)
    own[0] = 9
    assert crossed.tolist() == [0.0, 0.0]


def test_a_subclass_of_array_is_read_by_its_bytes():
    crossed = to_plain(np.array([1.0, 2.0]).view(LyingArray))
    assert type(crossed) is np.ndarray
    assert crossed.tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "value", [LyingFloat(1), LyingScalar(1), Masquerade(), {1}, b"1", 1j, range(3), len, ...]
)
def test_what_is_not_plain_keeps_only_the_name_of_its_type(value):
    assert to_plain(value) == Foreign(type(value).__name__)


def test_collections_are_crossed_item_by_item():
    assert to_plain({1: [LyingFloat(1), (2,)]}) == {"1": [Foreign("LyingFloat"), (2,)]}


def test_an_array_of_objects_is_foreign():
    assert to_plain(np.array([object()])) == Foreign("array of object")


def test_an_array_that_is_large_by_a_trick_is_never_written_out():
    # 10^6 x 10^6 doubles would be 8 TB; the array itself holds a single one.
    assert to_plain(np.broadcast_to(0.0, (10**6, 10**6))) == Foreign("array of 8000000 MB")


def test_a_list_inside_itself_ends():
    endless = []
    endless.append(endless)
    crossed = to_plain(endless)
    for _ in range(plain.MAX_DEPTH - 1):
        crossed = crossed[0]
    assert crossed == [Foreign("list")]


@pytest.mark.parametrize(
    "large",
    [
        list(range(plain.MAX_ITEMS + 1)),
        [[0] * 10] * (plain.MAX_ITEMS // 10),
        [{"a": 1}] * (plain.MAX_ITEMS // 2 + 1),
    ],
    ids=["flat", "lists in a list", "dicts in a list"],
)
def test_more_items_than_can_be_looked_at_in_a_moment_are_foreign_wherever_they_stand(large):
    assert to_plain(large) == Foreign("list of more than 100000 items")
    assert to_plain({"a": large}) == Foreign("dict of more than 100000 items")


def test_as_many_items_as_may_be_cross():
    assert len(to_plain(list(range(plain.MAX_ITEMS)))) == plain.MAX_ITEMS


@given(hnp.arrays("float64", hnp.array_shapes(max_side=3)))
def test_an_array_is_the_same_as_its_copy_even_with_nan(array):
    assert same_plain(array, to_plain(array))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (True, 1),
        ([1], (1,)),
        ([1], [1, 2]),
        ({"a": 1}, {"b": 1}),
        (np.zeros(2), np.zeros(2, dtype="float32")),
        (np.zeros(2), np.zeros((2, 1))),
        (np.array(["a"]), np.array(["b"])),
        (0.5, 0.5000001),
    ],
)
def test_values_that_differ_in_anything_are_not_the_same(one, other):
    assert not same_plain(one, other)


def test_slack_lets_fractions_differ_a_little_but_not_integers():
    assert same_plain([0.5], [0.5000001], slack=1e-6)
    assert not same_plain([0.5], [0.501], slack=1e-6)
    assert not same_plain(10**9, 10**9 + 1, slack=1e-6)


@pytest.mark.parametrize("answer", [lambda z: 10**5000, lambda z: [10**5000]])
def test_a_number_too_long_to_be_written_is_wrong_and_no_fault_of_ours(answer):
    verdict = judge(load()["neuron.net_input"], lambda x, weights, bias: answer(x), seed=1)
    assert verdict.passed is False
    assert "an integer of 5001 digits" in verdict.returned


def test_a_number_too_long_to_be_turned_into_text_is_explained():
    verdict = judge(load()["neuron.relu"], lambda z: str(10**5000), seed=1)
    assert "longer than Python turns into text" in verdict.meaning
