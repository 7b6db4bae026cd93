from types import SimpleNamespace

import pytest
from IPython.core.formatters import DisplayFormatter
from nbgrader.utils import get_partial_grade

from autograder.student.checking import Score


@pytest.mark.parametrize(("points", "text"), [(2, "2"), (1.5, "1.5"), (0, "0"), (4 / 3, "1.33")])
def test_a_score_reads_as_a_bare_number(points, text):
    assert repr(Score(points, of=2)) == str(Score(points, of=2)) == text


def test_a_score_is_a_number_to_reckon_with():
    assert Score(1.5, of=2) + Score(0.5, of=1) == 2.0


def test_a_notebook_shows_the_number_as_text_and_the_words_as_html():
    data, _ = DisplayFormatter().format(Score(1.5, of=2))
    assert data == {"text/plain": "1.5", "text/html": "1.5 of 2 points"}


@pytest.mark.parametrize("points", [0.0, 0.67, 1.5, 2.0])
def test_nbgrader_takes_the_text_for_the_points(points):
    log = SimpleNamespace()  # nbgrader would warn here about a text that is no number
    output = {"data": {"text/plain": repr(Score(points, of=2))}}
    assert get_partial_grade(output, 2, log) == points
