"""Docstrings are plain text: bars and stars in them are no marks, and examples stay."""

import pytest

pytest.importorskip("sphinx", reason="Sphinx is not installed: `make pages` brings it")

from tools.site.docstrings import attributes_apart, escaped

pytestmark = pytest.mark.slow  # the fast tests run without Sphinx


def test_bars_and_stars_of_prose_are_escaped_and_those_of_code_stay():
    assert escaped(["|w| * 2 is `a|b`"]) == [r"\|w\| \* 2 is `a|b`"]


def test_an_example_goes_to_the_next_empty_line():
    lines = [">>> print(2 * 3)", "2 * 3", "", "2 * 3"]
    assert escaped(lines) == [*lines[:3], r"2 \* 3"]


def test_attributes_that_are_told_together_are_an_entry_each():
    told = [
        "Attributes",
        "----------",
        "weight, bias : ndarray",
        "    What is learnt.",
        "rate : float",
    ]
    assert list(attributes_apart(told)) == [
        *told[:2],
        "weight : ndarray",
        "    What is learnt.",
        "bias : ndarray",
        "    What is learnt.",
        "rate : float",
    ]


def test_parameters_that_are_told_together_stay_so():
    told = ["Parameters", "----------", "a, b : float", "    The ends."]
    assert list(attributes_apart(told)) == told
