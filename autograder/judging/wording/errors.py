"""Say what an exception of the student's means, in everyday words."""

import re

from autograder.exercises.model import Exercise
from autograder.judging.observe import StudentError
from autograder.judging.wording.explanations import EXPLANATIONS
from autograder.judging.wording.values import parameter_names
from autograder.messages import Sentence, Text, sentence

DECIMAL_COMMA = re.compile(r"\b(\d+),(0\d+)\b")
LEADING_ZEROS = "leading zeros"


def error_text(error: StudentError) -> Text:
    """Return an exception of the student's with their own line."""
    head = f"{error.type_name}: {error.text}" if error.text else error.type_name
    if not error.line_number:
        return head
    if not error.line:
        return sentence("{head}\nin your line {number}", head=head, number=error.line_number)
    return sentence(
        "{head}\nin your line {number}: {line}",
        head=head,
        number=error.line_number,
        line=error.line,
    )


def stop_meaning(error: StudentError) -> Text:
    """Say what the error that stopped a cell means, where more is known of it than its text."""
    comma = DECIMAL_COMMA.search(error.line)
    if error.type_name == "SyntaxError" and LEADING_ZEROS in error.text and comma:
        return point_wanted(f"{comma[1]}.{comma[2]}")
    known = (known.meaning for known in EXPLANATIONS if known.everywhere and known.fits(error))
    return next(known, "")


def point_wanted(example: str) -> Sentence:
    """Say how a number with a fraction is written in Python."""
    return sentence("Write a point, not a comma: `{example}`.", example=example)


def explain_error(exercise: Exercise, error: StudentError) -> Sentence:
    """Say what an exception most often comes from."""
    if error.type_name == "TypeError" and not error.line_number and "argument" in error.text:
        return sentence(
            "The call itself failed. The first line must be `def {name}({parameters}):`.",
            name=exercise.name,
            parameters=", ".join(parameter_names(exercise)),
        )
    for known in EXPLANATIONS:
        if known.fits(error):
            return known.meaning
    return sentence("Your code stopped with this error on the call shown.")
