"""Look again at answers that may be wrong for what they had to do without.

A submission is run once, without the course's own answers to any exercise of its lesson. An answer
that is right there is right. One that is wrong may have been so because it, or a cell before it,
called nnlib's answer to another exercise, which is fair. So it is looked at again where that is
there: first with all others in like case, then alone, without the own answers to its exercise.
The own answers to an exercise are out of reach of the student's code whenever it is judged.
Where nothing but the words for the student is missing, the look is at the public cases alone, which
earn nothing: all such answers are looked at together.
"""

import time
from collections.abc import Callable, Collection, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import Examined
from autograder.examining.execution import Execution
from autograder.judging.hidden import with_shown
from autograder.sandbox.session import Session

Run = Callable[[Session, Collection[str], AnswerKey], Execution]
Choose = Callable[[Examined, Examined], Examined]
Found = TypeVar("Found")


def look_again(session: Session, key: AnswerKey, execution: Execution, run: Run) -> None:
    """Replace the verdicts of doubtful answers by those of a second look, or of a third.

    `run` runs the notebook in a session and judges some items by a key. All looks together may take
    as long as one notebook.
    """
    deadline = time.monotonic() + session.limits.total_seconds
    doubtful, called = execution.doubtful(key), execution.called
    wordless = frozenset() if execution.called_by_cells else doubtful & execution.wordless
    again = SecondLook(session, key, execution, run, called, deadline)
    again.give_words(wordless)
    again.judge(doubtful - wordless)


@dataclass(frozen=True)
class SecondLook:
    """Looks at answers in workers that lack less; `called` is what they were refused before."""

    session: Session
    key: AnswerKey
    execution: Execution
    run: Run
    called: Set[str]
    deadline: float

    def give_words(self, items: Set[str]) -> None:
        """Find out for answers that are wrong what their students may read, all of them together.

        That earns nothing, so the own answers to their exercises may be there as well.
        """
        public = self.key.in_public
        if items:
            self.look(items, self.key.withheld - self.called, public, add_words)

    def judge(self, items: Set[str]) -> None:
        """Judge answers again: together, but alone where their own answers are among the called."""
        alone = {item for item in items if self.called & self.key.own_answers(item)}
        if together := items - alone:
            alone |= self.look(together, self.key.withheld - self.called, self.key, better)
        for item in sorted(alone):
            self.look({item}, self.key.own_answers(item), self.key, better)

    def look(self, items: Set[str], withheld: Set[str], key: AnswerKey, choose: Choose) -> Set[str]:
        """Look at some items by a key; return those that are doubtful as before."""
        again = run_again(
            self.session, withheld, self.deadline, lambda softer: self.run(softer, items, key)
        )
        if again is None:
            return frozenset()
        take_over(self.execution, again, items, choose)
        return items & again.doubtful(key)


def run_again(
    session: Session, withheld: Set[str], deadline: float, run: Callable[[Session], Found]
) -> Found | None:
    """Return what `run` finds in a worker that lacks less; None where the time is used up."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None
    session.end_worker()  # the warm process serves one at a time
    limits = replace(session.limits, total_seconds=left)
    with Session(session.warm, limits, session.files, withheld) as softer:
        found = run(softer)
    session.add_suspicions_of(softer)
    return found


def take_over(execution: Execution, again: Execution, items: Set[str], choose: Choose) -> None:
    """Let what is known of some items be what `choose` makes of both looks."""
    for item in items & again.examined.keys():
        before = execution.examined.get(item)
        found = again.examined[item]
        execution.examined[item] = found if before is None else choose(before, found)
    execution.absent = [one for one in execution.absent if one.item not in execution.examined]
    execution.answer_notes += [n for n in again.answer_notes if n not in execution.answer_notes]


def better(before: Examined, again: Examined) -> Examined:
    """Return the later of two findings, unless it is worse."""
    return again if again.verdict.score >= before.verdict.score else before


def add_words(before: Examined, public: Examined) -> Examined:
    """Return what was found on hidden cases, with what its student may read: of the public ones."""
    return replace(before, verdict=with_shown(before.verdict, public.verdict), error=public.error)
