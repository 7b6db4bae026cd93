"""Look again at answers that may be wrong for what they had to do without.

A submission is run once, without the course's own answers to any exercise of its lesson. An answer
that is right there is right. One that is wrong may have been so because it, or a cell before it,
called nnlib's answer to another exercise, which is fair. So it is looked at again where that is
there: first with all others in like case, then alone, without the own answers to its exercise.
The own answers to an exercise are out of reach of the student's code whenever it is judged.
"""

import time
from collections.abc import Callable, Collection, Set
from dataclasses import replace

from autograder.examining.answer_key import AnswerKey
from autograder.examining.execution import Execution
from autograder.sandbox.session import Session

Run = Callable[[Session, Collection[str]], Execution]


def look_again(session: Session, key: AnswerKey, execution: Execution, run: Run) -> None:
    """Replace the verdicts of doubtful answers by those of a second look, or of a third.

    `run` runs the notebook in a session and judges some items. All looks together may take as long
    as one notebook.
    """
    deadline = time.monotonic() + session.limits.total_seconds
    doubtful, called = execution.doubtful(key), execution.called
    together = {item for item in doubtful if not called.intersection(key.own_answers(item))}
    if together:
        again = look(session, key.withheld - called, together, run, deadline)
        take_over(execution, again, together)
        doubtful = (doubtful - together) | (again.doubtful(key) if again else set())
    for item in sorted(doubtful):
        again = look(session, key.own_answers(item), {item}, run, deadline)
        take_over(execution, again, {item})


def look(
    session: Session, withheld: Set[str], items: Collection[str], run: Run, deadline: float
) -> Execution | None:
    """Run the notebook in a worker that lacks less; None where the time is used up."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None
    session.end_worker()  # the warm process serves one at a time
    limits = replace(session.limits, total_seconds=left)
    with Session(session.warm, limits, session.files, withheld) as softer:
        again = run(softer, items)
    session.add_suspicions_of(softer)
    return again


def take_over(execution: Execution, again: Execution | None, items: Set[str]) -> None:
    """Let the verdicts on some items be those of a later look, unless it found them worse."""
    if again is None:
        return
    for item in items & again.examined.keys():
        before = execution.examined.get(item)
        if before is None or again.examined[item].verdict.score >= before.verdict.score:
            execution.examined[item] = again.examined[item]
    execution.absent = [one for one in execution.absent if one.item not in execution.examined]
    execution.answer_notes += [n for n in again.answer_notes if n not in execution.answer_notes]
