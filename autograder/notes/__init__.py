"""What is said of submissions to a teacher: each note with its cause, many gathered by it."""

from autograder.notes.cause import Cause
from autograder.notes.note import NO_NOTE, Note

__all__ = ["NO_NOTE", "Cause", "Note"]
