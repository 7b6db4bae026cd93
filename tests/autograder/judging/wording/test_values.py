"""Values and calls as a student reads them."""

import numpy as np
import pytest

from autograder.exercises import Exercise, Rng
from autograder.judging.plain import Foreign, to_plain
from autograder.judging.wording.values import call_text, distinct_texts, show
from autograder.messages import Sentence


def weighted_sum(x, weights):
    return np.dot(x, weights)


def exercise(reference):
    """Return an exercise of which only the name and the parameters count."""
    return Exercise(f"a.{reference.__name__}", 1, (), reference, lambda rng: [], ())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-1.0, "-1.0"),
        (0.1 + 0.2, "0.3"),
        (1e-12, "1e-12"),
        (3, "3"),
        (np.array(2.0), "2.0"),
        (np.array([1.0, -0.5]), "[1.0, -0.5]"),
        (np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]"),
        ((np.array([1.0]), 2.0), "([1.0], 2.0)"),
        ((1.0,), "(1.0,)"),
        ([True, None, "a"], "[True, None, 'a']"),
        (np.sin, "sin"),
    ],
)
def test_values_are_shown_short_and_exact(value, text):
    assert show(value) == text


def test_a_long_value_is_cut():
    assert len(show(np.arange(10_000.0))) < 60
    assert len(show(list(range(10_000)))) == 300


def test_a_call_can_be_typed_in_again():
    arguments = (np.array([0.5], dtype="float32"), Rng(7))
    called = call_text(exercise(weighted_sum), arguments)
    assert (
        called
        == "weighted_sum(x=np.array([0.5], dtype='float32'), weights=np.random.default_rng(7))"
    )
    again = eval(called.replace("weighted_sum", "dict"), {"np": np, "dict": dict})
    assert again["x"].dtype == "float32"


def test_arrays_inside_a_list_can_be_typed_in_again():
    def add(layers):
        return layers[0][0].sum()

    called = call_text(exercise(add), ([(np.array([[1.0]]), np.array([2.0]))],))
    assert called == "add(layers=[(np.array([[1.0]]), np.array([2.0]))])"


def test_two_values_are_shown_with_the_digits_in_which_they_differ():
    assert distinct_texts(0.1234567, 0.1234568) == ("0.1234567", "0.1234568")


def test_a_list_that_is_too_long_to_be_looked_at_is_said_to_be_so():
    got, _ = distinct_texts(to_plain([0] * 150_000), 1.0)
    assert str(got) == "a list of more than 100000 items"


def test_an_object_that_is_not_plain_data_is_named_in_the_language_of_the_reader():
    got, expected = distinct_texts(Foreign("set"), 1.0)
    assert got == Sentence("an object of the type {type}", {"type": "set"})
    assert expected == "1.0"
