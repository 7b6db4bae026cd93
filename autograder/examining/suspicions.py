"""What a submission tried that looks like an attack, told to the teacher in careful words."""

from collections.abc import Iterator

from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.sandbox.session import Session


def suspicions(session: Session) -> Iterator[Note]:
    """Yield what was seen of a submission that no honest one needs."""
    if session.refused_calls:
        yield suspicion(
            say(
                "The code made system calls that no exercise needs; they were refused: {calls}.",
                calls=", ".join(sorted(session.refused_calls)),
            )
        )
    if session.garbled:
        yield suspicion(
            say(
                "The code's process answered in a form that it does not have by itself ({detail}).",
                detail=session.garbled,
            )
        )


def suspicion(seen: str) -> Note:
    """Return a note that says what was seen, and that it proves nothing."""
    careful = say(
        "{seen} It may be an attack on the grading, or a library's doing: a suspicion, not a "
        "verdict. Read the notebook's code before you speak with anybody.",
        seen=seen,
    )
    return Note(Cause.SUSPICIOUS, careful)
