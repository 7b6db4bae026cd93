"""Every sentence that the code says to a student, in one place and through gettext."""

from autograder.messages.findings import (
    borrowed,
    could_not_judge,
    explain,
    not_callable,
    not_defined,
    not_started,
    right,
)
from autograder.messages.language import say, translated
from autograder.messages.questions import (
    letter_wanted,
    number_wanted,
    question_not_started,
    unknown_number,
)

__all__ = [
    "borrowed",
    "could_not_judge",
    "explain",
    "letter_wanted",
    "not_callable",
    "not_defined",
    "not_started",
    "number_wanted",
    "question_not_started",
    "right",
    "say",
    "translated",
    "unknown_number",
]
