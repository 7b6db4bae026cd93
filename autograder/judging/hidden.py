"""What a student may read of a verdict on hidden cases: nothing that the answer could make of them.

An answer chooses what it returns and raises, where it stops and how it ends, and it may choose by
the hidden arguments. So its student reads what the public cases showed, those of the notebook's own
check, on which every answer was tried before it saw a hidden one. Of the hidden cases come the
points alone and, where the answer was right in public, one of three sentences. The instructor's
results keep the whole finding.
"""

from dataclasses import dataclass, replace

from autograder.judging.cases import SIDE_EFFECT_SHARE
from autograder.judging.exam import Exam
from autograder.judging.finding import Finding
from autograder.judging.verdict import (
    CHANGED,
    HIDDEN,
    NOT_STARTED,
    RAISED,
    UNJUDGED,
    UNSTEADY,
    Verdict,
)
from autograder.judging.wording.hidden import our_fault, side_effect, wrong_on_others


@dataclass(frozen=True)
class HiddenCases:
    """An exam whose cases are hidden, and the notebook's own, whose cases are public."""

    secret: Exam
    public: Exam


def with_shown(verdict: Verdict, public: Verdict) -> Verdict:
    """Return the verdict on the hidden cases with what its student may read of it.

    `public` is the verdict on the public cases, made before the answer saw a hidden one.
    """
    if verdict.passed:
        return verdict  # its words are the same for everybody
    if verdict.kind == NOT_STARTED != public.kind:  # written, and stops on hidden cases alone
        verdict = replace(verdict, kind=RAISED)
    return replace(verdict, shown=shown(verdict, public))


def shown(verdict: Verdict, public: Verdict) -> Verdict:
    """Return what the student reads of a verdict that is not right."""
    if verdict.passed is None:
        return Verdict(None, verdict.score, UNJUDGED, finding=Finding(our_fault()))
    if public.passed is False:
        return replace(public, score=verdict.score)
    values_right = verdict.score == SIDE_EFFECT_SHARE and verdict.kind in (CHANGED, UNSTEADY)
    said = side_effect() if values_right else wrong_on_others()
    return Verdict(False, verdict.score, HIDDEN, finding=Finding(said))
