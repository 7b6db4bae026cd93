"""What a student may read of a verdict: no case made from the secret seed, nor its right answer.

The instructor's results keep the whole finding. The student's page shows the case that tells most
among those that the notebook's own check has too. Where none of them is wrong, the answer is tried
on the rest of that check's cases, which are no secret. Where it is right on all of these, words
say what kind of arguments it fails on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from autograder.grading.wire import encode, pack
from autograder.judge import Exam, decide, findings_of, telling_case, worded
from autograder.messages import say
from autograder.messages.hidden import describe
from autograder.observe import Observation, StudentError
from autograder.verdict import Verdict

LookAgain = Callable[[Exam], Sequence[Observation] | None]


@dataclass(frozen=True)
class HiddenCases:
    """An exam whose cases are hidden, but for those that the public one has, too."""

    secret: Exam
    public: Exam

    @cached_property
    def shared(self) -> tuple[int, ...]:
        """The places of the first cases, which are no secret: worked examples and their like.

        What comes after a hidden case is not among them: an answer could have kept that case's
        arguments and return them.
        """
        known, calls = set(signatures(self.public)), signatures(self.secret)
        return tuple(i for i, _ in takewhile(lambda pair: pair[1] in known, enumerate(calls)))


def signatures(exam: Exam) -> list[bytes]:
    """Return what tells each case from others: its arguments and the right answer."""
    return [
        pack([encode(case.arguments), encode(expected.value)])
        for case, expected in zip(exam.cases, exam.expected, strict=True)
    ]


def with_shown(
    verdict: Verdict, cases: HiddenCases, seen: Sequence[Observation], look_again: LookAgain
) -> Verdict:
    """Return the verdict with what its student may read of it; `look_again` tries a public exam."""
    if verdict.passed is not False or not verdict.called:
        return verdict  # its words are of no case
    try:
        shown = by_shared_case(verdict, cases, seen) or by_public_case(verdict, cases, look_again)
        shown = shown or by_words(verdict, cases, seen)
    except Exception:  # a fault of ours costs words, no points
        shown = without_words(verdict)
    return verdict if shown == verdict else replace(verdict, shown=shown)


def by_shared_case(
    verdict: Verdict, cases: HiddenCases, seen: Sequence[Observation]
) -> Verdict | None:
    """Show the case that tells most among those that are no secret, if one of them is wrong."""
    exam, findings = cases.secret, findings_of(cases.secret, seen)
    failing = [i for i in cases.shared if findings[i] is not None]
    if not failing:
        return None
    chosen = telling_case(exam, seen, findings, verdict.misconception, failing)
    return worded(exam, seen, findings, verdict.misconception, chosen)


def by_public_case(verdict: Verdict, cases: HiddenCases, look_again: LookAgain) -> Verdict | None:
    """Show a case of the notebook's own check, if the answer is wrong there."""
    seen = look_again(cases.public)
    found = None if seen is None else decide(cases.public, seen)
    if found is None or found.passed is not False:
        return None
    return replace(found, score=verdict.score, parts=verdict.parts)


def by_words(verdict: Verdict, cases: HiddenCases, seen: Sequence[Observation]) -> Verdict:
    """Say what kind of case is wrong, and how, without a value of it."""
    exam, findings = cases.secret, findings_of(cases.secret, seen)
    failing = [i for i, found in enumerate(findings) if found is not None]
    chosen = telling_case(exam, seen, findings, verdict.misconception, failing)
    found = findings[chosen]
    if found is None:
        raise ValueError("a case that is right cannot show what is wrong")
    return describe(verdict, exam.exercise, exam.cases[chosen], seen[chosen], found)


def without_words(verdict: Verdict) -> Verdict:
    """Return a verdict that says no more than that the answer is not right."""
    said = say("This answer is not right on cases that are not shown.")
    return Verdict(False, verdict.score, verdict.kind, message=said, meaning=said)


def in_own_lines(seen: Observation, sources: Sequence[str]) -> Observation:
    """Return an observation whose error names a line only if that line was handed in.

    A line that code made up while it ran could carry anything.
    """
    error = seen.error
    if error is None or not error.line or any(stands_in(error, source) for source in sources):
        return seen
    return replace(seen, error=replace(error, line_number=0, line=""))


def stands_in(error: StudentError, source: str) -> bool:
    """Tell whether an error's line stands in a cell, at that number."""
    lines = source.splitlines()
    number = error.line_number
    return 0 < number <= len(lines) and lines[number - 1].strip() == error.line
