"""Docstrings are plain text: bars and stars in them are no marks, and examples stay."""

from tools.site.docstrings import escaped


def test_bars_and_stars_of_prose_are_escaped_and_those_of_code_stay():
    assert escaped(["|w| * 2 is `a|b`"]) == [r"\|w\| \* 2 is `a|b`"]


def test_an_example_goes_to_the_next_empty_line():
    lines = [">>> print(2 * 3)", "2 * 3", "", "2 * 3"]
    assert escaped(lines) == [*lines[:3], r"2 \* 3"]
