"""What `check` returns: the points, in the form that nbgrader reads partial credit from."""

from autograder.messages import notebook


class Score(float):
    """The points that an answer earned, out of those that it could.

    As text it is the bare number, because nbgrader takes the text of a cell's result as its
    points; in a notebook it reads "1.5 of 2 points".

    >>> Score(1.5, of=2)
    1.5
    """

    of: float

    def __new__(cls, points: float, *, of: float) -> "Score":
        """Make a float that also knows how many points there were to earn."""
        score = super().__new__(cls, points)
        score.of = of
        return score

    def __repr__(self) -> str:
        """Return the bare number."""
        return notebook.number(self)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return the points in words."""
        return notebook.points(self, self.of)
