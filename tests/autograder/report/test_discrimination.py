"""The point-biserial correlation, worked out by hand and held against Pearson's."""

import numpy as np
import pytest

from autograder.report.discrimination import discrimination


def test_it_is_the_formula_of_its_docstring():
    # rest 1..10, right for 6..10: means 8 and 3, s = sqrt(33 / 4), p = 1/2: 5 / 2.8723 / 2
    rest = [float(points) for points in range(1, 11)]
    assert discrimination([points > 5 for points in rest], rest) == pytest.approx(0.870388)


def test_it_is_pearsons_correlation_with_zeros_and_ones():
    rng = np.random.default_rng(3)
    right, rest = rng.random(40) < 0.6, rng.normal(size=40)
    expected = np.corrcoef(right, rest)[0, 1]
    assert discrimination([bool(one) for one in right], list(rest)) == pytest.approx(expected)


def test_it_is_negative_where_the_strong_fail():
    rest = [float(points) for points in range(12)]
    assert discrimination([points < 4 for points in rest], rest) < 0


@pytest.mark.parametrize(
    ("right", "rest"),
    [
        ([True, False] * 4 + [True], list(range(9))),
        ([True] * 12, list(range(12))),
        ([False] * 12, list(range(12))),
        ([True, False] * 6, [3.0] * 12),
    ],
    ids=["nine students", "all right", "none right", "all the same elsewhere"],
)
def test_it_is_not_given_where_it_would_say_nothing(right, rest):
    assert discrimination(right, rest) is None
