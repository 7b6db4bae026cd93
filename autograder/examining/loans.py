"""Judge answers that need nnlib's own answers to other exercises, as soon as these are judged.

An answer may call nnlib's answer to another exercise, and may be given it as an argument. Once
that exercise is judged, its code is lent to the worker and the answer is tried. What was lent stays
in reach of the student's code; so nothing is lent that answers an exercise which still waits.
"""

from collections.abc import Mapping

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import InPublic, examine_function, with_calls
from autograder.examining.execution import Execution
from autograder.sandbox.session import Session


def judge_with_loans(
    session: Session, execution: Execution, waiting: Mapping[str, frozenset[str]], key: AnswerKey
) -> None:
    """Judge functions by their ids; `waiting` says which withheld functions each one lacks.

    What they do on public cases is not asked for: having seen hidden ones, they could show them
    there. So one that is wrong lacks its words, and gets them in a second look.
    """
    lacking, lent = dict(waiting), frozenset[str]()
    while needed(lacking) - lent - own_answers(key, lacking):
        # all that may be lent, because an answer says one by one what it calls
        new = frozenset(session.withheld) - lent - own_answers(key, lacking)
        session.lend(new)
        lent |= new
        for item in [item for item, names in lacking.items() if names <= lent]:
            lacking[item] = try_again(session, execution, item, key)
        lacking = {item: names for item, names in lacking.items() if names}


def needed(lacking: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return what at least one answer lacks."""
    return frozenset[str]().union(*lacking.values())


def own_answers(key: AnswerKey, lacking: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the names of the functions that answer one of the exercises."""
    return frozenset[str]().union(*map(key.own_answers, lacking))


def try_again(session: Session, execution: Execution, item: str, key: AnswerKey) -> frozenset[str]:
    """Judge one function with what it was lent; return what it lacks still."""
    found = with_calls(session, examine_function(session, key, item, InPublic(())))
    if found is None:
        return frozenset()
    execution.record(item, found)
    if found.called:
        return frozenset() if found.called & key.own_answers(item) else found.called
    if item in key.hidden:
        execution.wordless.add(item)
    else:
        del execution.called_by[item]  # all may be shown of it: it needs no second look
    return frozenset()
