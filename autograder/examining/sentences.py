"""What a student and a teacher read where a cell or a function gave no answer at all.

First come faults, which end the process or its time, then cells that stopped with an error and took
answers along.
"""

from collections.abc import Sequence
from typing import Any

from autograder.examining.newer_python import HERE, NewerPython
from autograder.examining.stopped_cells import StoppedCell
from autograder.judging.exam import Exam
from autograder.judging.observe import StudentError
from autograder.judging.wording.errors import error_text, stop_meaning
from autograder.judging.wording.outcomes import called, unfinished
from autograder.messages import Text, joined, say, sentence
from autograder.notes import Cause, Note
from autograder.sandbox.fault import (
    ENDED,
    GARBLED,
    HUNG,
    MEMORY,
    NO_RESTARTS,
    NO_TIME,
    PROCESSES,
    TOO_LARGE,
    Fault,
)
from autograder.sandbox.protocol.frames import MAX_FRAME, MAX_NODES
from autograder.submissions.repair_notes import listing

MOST_NUMBERS = MAX_FRAME * 3 // 4 // 8  # of 8 bytes, in base64

CAUSES = {
    HUNG: Cause.TIME,
    NO_TIME: Cause.TIME,
    ENDED: Cause.ENDED,
    NO_RESTARTS: Cause.ENDED,
    MEMORY: Cause.MEMORY,
    PROCESSES: Cause.PROCESSES,
}


def function_fault(exam: Exam, fault: Fault) -> Text:
    """Say what became of a function that was called and gave no answer, and in which call."""
    if fault.kind == HUNG:
        return unfinished(exam.exercise, fault.seconds, arguments(exam, fault))
    if fault.kind == ENDED:
        return sentence(
            "Your function ended the Python process ({how}) on this call: {call}. "
            "Leave out exit, quit and os._exit; a recursion that never stops can do it too.",
            how=fault.detail,
            call=called(exam.exercise, arguments(exam, fault)),
        )
    return other_fault(fault)


def arguments(exam: Exam, fault: Fault) -> tuple[Any, ...] | None:
    """Return the arguments of the call that was being made, None where it is unknown."""
    if fault.call is None or not 0 <= fault.call < len(exam.cases):
        return None
    return exam.cases[fault.call].arguments


def gone() -> str:
    """Say what became of a function that is no longer there."""
    return say("the function was there for the notebook's own cases and gone for the others")


def cell_fault(name: str, fault: Fault) -> Text:
    """Say why a cell that should define a name was left out."""
    if fault.kind == HUNG:
        return sentence(
            "The cell that should define {name} did not finish within {seconds:g} s, so it was "
            "left out. Look for a loop that never ends.",
            name=name,
            seconds=fault.seconds,
        )
    if fault.kind == ENDED:
        return sentence(
            "The cell that should define {name} ended the Python process ({how}), so it was "
            "left out.",
            name=name,
            how=fault.detail,
        )
    return other_fault(fault)


def other_fault(fault: Fault) -> Text:
    """Say what happened where it does not matter whether it was in a cell or in a function."""
    if fault.kind == MEMORY:
        return sentence("Your code asked for more memory than there is, so it was left out.")
    if fault.kind == PROCESSES:
        return sentence("Your code started more processes than it may, so it was left out.")
    if fault.kind == TOO_LARGE:
        return sentence(
            "What your code gives is too large to be looked at: all its answers here together may "
            "hold about {numbers:,} numbers in arrays, or {items:,} in lists. Look at the shape of "
            "what it gives.",
            numbers=MOST_NUMBERS,
            items=MAX_NODES,
        )
    if fault.kind == NO_TIME:
        return sentence(
            "The time for the whole notebook ({seconds:g} s) was used up before this was tried.",
            seconds=fault.seconds,
        )
    if fault.kind == NO_RESTARTS:
        return sentence("The notebook ended its process too often, so this was not tried.")
    return sentence(
        "Your code disturbed the grading of this exercise ({detail}); it could not be looked at.",
        detail=fault.detail or GARBLED,
    )


def cell_note(cell: str, fault: Fault) -> Note:
    """Tell the teacher about a cell that was left out."""
    reasons = {
        HUNG: say("did not finish within {seconds:g} s", seconds=fault.seconds),
        ENDED: say("ended the Python process ({how})", how=fault.detail),
        MEMORY: say("asked for more memory than there is"),
        PROCESSES: say("started more processes than it may"),
        NO_TIME: say("was not run: the time for the whole notebook was used up"),
        NO_RESTARTS: say("was not run: the notebook had ended its process too often"),
    }
    reason = reasons.get(fault.kind, say("disturbed the grading ({detail})", detail=fault.detail))
    text = say("The cell {cell} {reason}; it was left out.", cell=cell, reason=reason)
    return Note(CAUSES.get(fault.kind, Cause.CELL_STOPPED), text, cell)


def provided_note(cell: str, error: StudentError) -> Note:
    """Tell the teacher that a cell of the course failed, which may cost a student points."""
    text = say(
        "The provided cell {cell} stopped with an error, so look at this notebook: {error}",
        cell=cell,
        error=error_text(error),
    )
    return Note(Cause.PROVIDED_FAILED, text, cell)


def exercise_note(item: str, fault: Fault) -> Note:
    """Tell the teacher about an exercise whose function gave no answer."""
    text = say(
        "{id} gave no answer: {reason}",
        id=item,
        reason=other_fault(fault)
        if fault.kind not in (HUNG, ENDED)
        else say("it did not finish within {seconds:g} s.", seconds=fault.seconds)
        if fault.kind == HUNG
        else say("it ended the Python process ({how}).", how=fault.detail),
    )
    return Note(CAUSES.get(fault.kind, Cause.NO_ANSWER), text, item)


def cell_error(name: str, error: StudentError, newer: NewerPython | None = None) -> Text:
    """Say which error kept a cell from defining a name, and what it means; `newer` is its cause."""
    stopped = sentence(
        "There is no {name}, because its cell stopped with an error: {error}",
        name=name,
        error=error_text(error),
    )
    return joined(stopped, newer_wanted(newer) if newer else stop_meaning(error), by="\n")


def newer_wanted(newer: NewerPython) -> Text:
    """Say that a cell is right for another Python."""
    return sentence(
        "Python {version} and newer understand it, but notebooks are graded with Python {here} "
        "({what}). Write it so that both do.",
        version=newer.version,
        here=HERE,
        what=newer.what,
    )


def stopped_cell(name: str, cell: StoppedCell) -> Text:
    """Say which stopped cell an unknown name comes from."""
    if isinstance(cell.outcome, Fault):
        return cell_fault(name, cell.outcome)
    return cell_error(name, cell.outcome.error, cell.newer_python) if cell.outcome.error else ""


def own_cell_note(cell: StoppedCell, error: StudentError, items: Sequence[str]) -> Note:
    """Tell the teacher about a cell of a student's own that took answers along."""
    text = say(
        "The cell {cell} stopped with an error, and {items} needed what it should define: {error}",
        cell=cell.label,
        items=listing(items),
        error=error_text(error),
    )
    return Note(Cause.OWN_CELL_STOPPED, text, cell.label)


def library_note(library: str, items: Sequence[str]) -> Note:
    """Tell the teacher about a library that answers needed."""
    text = say(
        "{items} needed {library}, which is not there where notebooks are graded. If students may "
        "use it, name it in `libraries` of course.toml.",
        items=listing(items),
        library=library,
    )
    return Note(Cause.MISSING_LIBRARY, text, library)


def newer_python_note(newer: NewerPython, items: Sequence[str]) -> Note:
    """Tell the teacher about answers that another Python understands."""
    text = say(
        "{items} needed Python {version}; notebooks are graded with {here}: {what}.",
        items=listing(items),
        version=newer.version,
        here=HERE,
        what=newer.what,
    )
    return Note(Cause.NEWER_PYTHON, text, newer.version)
