"""What a student may read of a verdict: no case made from the secret seed, nor its right answer.

The instructor's results keep the whole finding. The student's page shows the case that tells most
among those of the notebook's own check, on which every answer was tried before it saw a hidden one.
Where it is right on all of these, words say what kind of arguments it fails on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.judging.exam import Exam, telling_case
from autograder.judging.finding import Finding
from autograder.judging.observe import Observation, StudentError
from autograder.judging.verdict import Verdict
from autograder.judging.wording.explain import explain
from autograder.judging.wording.hidden import describe
from autograder.messages import sentence


@dataclass(frozen=True)
class HiddenCases:
    """An exam whose cases are hidden, and the notebook's own, whose cases are public."""

    secret: Exam
    public: Exam


def with_shown(
    verdict: Verdict,
    cases: HiddenCases,
    seen: Sequence[Observation],
    in_public: Sequence[Observation],
) -> Verdict:
    """Return the verdict on the hidden cases with what its student may read of it.

    `seen` is what the answer did on the hidden cases, `in_public` on the others, before.
    """
    if verdict.passed is not False or not verdict.finding.called:
        return verdict  # its words are of no case
    try:
        shown = by_public_case(verdict, cases.public, in_public) or by_words(verdict, cases, seen)
    except Exception:  # a fault of ours costs words, no points
        shown = without_words(verdict)
    return verdict if shown == verdict else replace(verdict, shown=shown)


def by_public_case(verdict: Verdict, exam: Exam, seen: Sequence[Observation]) -> Verdict | None:
    """Show the public case that tells most, if the answer is wrong on one."""
    results = exam.results(seen)
    if all(result.flaw is None for result in results):
        return None
    chosen = telling_case(exam, results, verdict.misconception)
    finding = explain(exam.exercise, verdict.misconception, chosen)
    return replace(verdict, kind=chosen.kind, finding=finding)


def by_words(verdict: Verdict, cases: HiddenCases, seen: Sequence[Observation]) -> Verdict:
    """Say what kind of case is wrong, and how, without a value of it."""
    exam = cases.secret
    chosen = telling_case(exam, exam.results(seen), verdict.misconception)
    finding = describe(exam.exercise, verdict.misconception, chosen)
    return replace(verdict, finding=finding)


def without_words(verdict: Verdict) -> Verdict:
    """Return a verdict that says no more than that the answer is not right."""
    finding = Finding(sentence("This answer is not right on cases that are not shown."))
    return Verdict(False, verdict.score, verdict.kind, finding=finding)


def in_own_lines(seen: Observation, sources: Sequence[str]) -> Observation:
    """Return an observation whose error names a line only if that line was handed in.

    A line that code made up while it ran could carry anything.
    """
    error = seen.error
    if error is None or not error.line or any(stands_in(error, source) for source in sources):
        return seen
    return replace(seen, error=replace(error, line_number=0, line=""))


def stands_in(error: StudentError, source: str) -> bool:
    """Return True if an error's line stands in a cell, at that number."""
    lines = source.splitlines()
    number = error.line_number
    return 0 < number <= len(lines) and lines[number - 1].strip() == error.line
