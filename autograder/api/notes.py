"""What is noted of submissions, gathered by cause."""

from autograder.course.looks_file import LOOKS, person, who
from autograder.course.roster import names_of
from autograder.notes.cause import Cause
from autograder.notes.groups import Group, count_of, for_the_record, gather, in_few, need_a_look
from autograder.notes.note import Note

__all__ = [
    "LOOKS",
    "Cause",
    "Group",
    "Note",
    "count_of",
    "for_the_record",
    "gather",
    "in_few",
    "names_of",
    "need_a_look",
    "person",
    "who",
]
