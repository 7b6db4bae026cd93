"""How well an exercise tells students who can from students who cannot yet."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, pstdev

FEWEST = 10  # students: with fewer the number is mostly chance
NO_SPREAD = 1e-9  # points


def discrimination(right: Sequence[bool], rest: Sequence[float]) -> float | None:
    r"""Return the point-biserial correlation of an exercise with the rest of the submission.

    .. math:: r = \frac{M_1 - M_0}{s} \sqrt{p (1 - p)}

    with M_1 the mean of `rest` among the students whose answer is right, M_0 among the others,
    s the standard deviation of `rest` over all of them (divided by n), and p the share of right
    answers. `rest` has each student's points without those of the exercise itself, for an
    exercise always goes along with its own points. It is Pearson's correlation where one of the
    two is 0 or 1. None where fewer than 10 students answered, or where either does not vary.

    Source: F. M. Lord and M. R. Novick, Statistical Theories of Mental Test Scores (1968).
    """
    with_it = [points for points, is_right in zip(rest, right, strict=True) if is_right]
    without = [points for points, is_right in zip(rest, right, strict=True) if not is_right]
    if len(rest) < FEWEST or not with_it or not without:
        return None
    spread = pstdev(rest)
    if spread < NO_SPREAD:
        return None
    share = len(with_it) / len(rest)
    return (fmean(with_it) - fmean(without)) / spread * sqrt(share * (1 - share))
