"""What the judge says of one answer."""

from dataclasses import dataclass

from autograder.judging.finding import NO_FINDING, Finding

NOT_DEFINED = "not_defined"
NOT_CALLABLE = "not_callable"
NOT_STARTED = "not_started"
RAISED = "raised"
CHANGED = "changed_argument"
UNSTEADY = "not_repeatable"
BORROWED = "borrowed"
HUNG = "hung"
RIGHT = "right"
UNJUDGED = "could_not_judge"
HIDDEN = "hidden"  # wrong on hidden cases alone, and how is not said


@dataclass(frozen=True)
class Verdict:
    """The judge's verdict on one answer.

    Its words are said when they are read, in the language of whoever reads them.

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
    finding
        What was found, as data.
    parts
        The parts of the exercise, each with whether the values of all its cases were right.
    shown
        What the student may read instead, where the case that shows it is a hidden one.

    """

    passed: bool | None
    score: float
    kind: str
    misconception: str | None = None
    finding: Finding = NO_FINDING
    parts: tuple[tuple[str, bool], ...] = ()
    shown: "Verdict | None" = None

    @property
    def for_student(self) -> "Verdict":
        """What the student may read."""
        return self.shown or self

    @property
    def message(self) -> str:
        """The whole finding as text."""
        return self.finding.as_text(named=self.misconception is not None)

    @property
    def meaning(self) -> str:
        """What was found and what to try."""
        return str(self.finding.meaning)

    @property
    def called(self) -> str:
        """The call that shows it, as the student would type it; empty where none does."""
        return str(self.finding.called)

    @property
    def returned(self) -> str:
        """What that call gave: a value or an error."""
        return str(self.finding.returned)

    @property
    def expected(self) -> str:
        """What was expected of that call."""
        return str(self.finding.expected)

    @property
    def working(self) -> str:
        """The arithmetic behind what was expected."""
        return str(self.finding.working)


def earned(verdict: Verdict, points: float) -> float:
    """Return what a verdict earns of an exercise's points, to two decimals.

    >>> earned(Verdict(False, 2 / 3, "value"), 2)
    1.33
    """
    return round(verdict.score * points, 2)
