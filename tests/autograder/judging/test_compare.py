"""The first difference between an answer and what was expected."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercises import Tolerance
from autograder.judging.compare import difference
from autograder.judging.plain import Foreign

VECTOR = np.array([1.0, 2.0])


def kind(expected, got):
    found = difference(expected, got, Tolerance())
    return found and found.kind


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (VECTOR, [1, 2]),
        (VECTOR, (1.0, 2.0)),
        (VECTOR, [np.array(1.0), np.array(2.0)]),
        (VECTOR, np.array([1, 2], dtype="uint8")),
        (np.array([1.0, 0.0]), np.array([True, False])),
        (np.array(1.5), 1.5),
        (3, np.array(3)),
        (3, 3.0),
        (True, np.array(True)),
        (True, 1),
        ("yes", np.array("yes")),
        (None, None),
        ((VECTOR, 0.5), [VECTOR, 0.5]),
        ([(VECTOR, 1.0), (VECTOR, 2.0)], [(VECTOR, 1.0), [VECTOR, 2.0]]),
        ({"weights": VECTOR}, {"weights": [1.0, 2.0]}),
        (np.array([np.inf, np.nan]), np.array([np.inf, np.nan])),
    ],
)
def test_other_forms_of_the_same_answer_do_not_differ(expected, got):
    assert kind(expected, got) is None


@pytest.mark.parametrize(
    ("expected", "got", "stage"),
    [
        (VECTOR, None, "returned_nothing"),
        (VECTOR, Foreign("set"), "type"),
        (VECTOR, "12", "type"),
        (VECTOR, [1.0, [2.0]], "type"),
        (VECTOR, [1.0, Foreign("X")], "type"),
        (VECTOR, {"a": 1.0}, "type"),
        (VECTOR, [1.0, None], "type"),
        (1.0, 10**40, "type"),
        (None, 0, "type"),
        ("1", 1, "type"),
        ((1.0, 2.0, 3.0), np.array([1.0, 2.0]), "type"),
        ((1.0, 2.0), (1.0,), "type"),
        ({"a": 1.0}, {"b": 1.0}, "type"),
        (VECTOR, np.array([[1.0], [2.0]]), "shape"),
        (VECTOR, 1.0, "shape"),
        (1.0, [1.0], "shape"),
        (VECTOR, np.array(["1", "2"]), "dtype"),
        (VECTOR, np.array([1.0 + 0j, 2.0]), "dtype"),
        (VECTOR, np.array([1.0, np.nan]), "not_finite"),
        (VECTOR, np.array([1.0, 2.1]), "value"),
        (np.array([np.inf]), np.array([3.0]), "value"),
        ("yes", "no", "value"),
        (True, 0, "value"),
        ((VECTOR, 0.5), (VECTOR, 0.6), "value"),
    ],
)
def test_the_coarsest_difference_is_named(expected, got, stage):
    assert kind(expected, got) == stage


def test_an_array_of_as_many_numbers_will_do_for_a_tuple_and_one_of_others_will_not():
    assert kind((1.0, 2.0), np.array([1.0, 2.0])) is None
    assert kind((1.0, 2.0), np.array([1.0, 2.0, 3.0])) == "type"
    assert kind((1.0, 2.0), np.array([2.0, 1.0])) == "value"


def test_the_position_leads_into_the_returned_tuple():
    found = difference((1.0, (2.0, 3.0)), (1.0, (2.0, 4.0)), Tolerance())
    assert (found.position, found.expected, found.got) == ((1, 1), 3.0, 4.0)


def test_float32_may_be_off_by_its_own_precision_and_float64_may_not():
    # 5e-5 relative: within 1e-4 for float32, outside 1e-5 for float64.
    off = VECTOR * (1 + 5e-5)
    assert kind(VECTOR, off.astype("float32")) is None
    assert kind(VECTOR, off) == "value"


@given(st.floats(-1e6, 1e6), st.floats(1, 10))
def test_an_error_of_a_thousandth_is_never_accepted_and_one_of_a_millionth_is(value, share):
    assert kind(value, value + share * (1 + abs(value)) * 1e-3) == "value"
    assert kind(value, value * (1 + share * 1e-7)) is None


def test_a_small_sum_of_large_numbers_in_single_precision_is_as_inexact_as_they_are():
    exact = np.array([200_000.0, 24.9451])  # 24.9451 is left of numbers like the first
    single = np.array([200_000.0, 24.96], dtype="float32")
    assert kind(exact, single) is None
    assert kind(exact, single.astype("float64")) == "value"
    assert kind(exact[1:], single[1:]) == "value"
