"""What the judge says."""

from dataclasses import dataclass

NOT_DEFINED = "not_defined"
NOT_CALLABLE = "not_callable"
NOT_STARTED = "not_started"
RAISED = "raised"
CHANGED = "changed_argument"
UNSTEADY = "not_repeatable"
BORROWED = "borrowed"
RIGHT = "right"
UNJUDGED = "could_not_judge"


@dataclass(frozen=True)
class Verdict:
    """The judge's finding on one answer, with the words for the student.

    Parameters
    ----------
    passed
        True, False, or None where the judge itself failed, which is never the student's fault.
    score
        The share of the points that the answer earns, from 0 to 1.
    kind
        The stage that decided: "right", "raised", "shape", "value", "could_not_judge", …
    misconception
        The id of the belief whose answers equal the student's, if one does.
    message
        The whole finding as text.
    called, returned, expected, working
        The case that shows it.
    meaning
        What the finding means and what to try.
    parts
        The parts of the exercise, each with whether the values of all its cases were right.
    shown
        What the student may read instead, where the case that shows it is a hidden one.

    """

    passed: bool | None
    score: float
    kind: str
    misconception: str | None = None
    message: str = ""
    called: str = ""
    returned: str = ""
    expected: str = ""
    working: str = ""
    meaning: str = ""
    parts: tuple[tuple[str, bool], ...] = ()
    shown: "Verdict | None" = None

    @property
    def told(self) -> "Verdict":
        """What the student may read."""
        return self.shown or self


def earned(verdict: Verdict, points: float) -> float:
    """Return what a verdict earns of an exercise's points, to two decimals.

    >>> earned(Verdict(False, 2 / 3, "value"), 2)
    1.33
    """
    return round(verdict.score * points, 2)
