"""Say what an exception of the student's means, in everyday words."""

from dataclasses import dataclass

from autograder.exercises.model import Exercise
from autograder.judging.observe import StudentError
from autograder.judging.wording.values import parameter_names
from autograder.messages import Sentence, Text, sentence


@dataclass(frozen=True)
class Explanation:
    """What an error of one type, whose text holds `fragment`, most often comes from."""

    type_names: tuple[str, ...]
    sentence: str
    fragment: str = ""


def marked(sentence: str) -> str:
    """Mark a sentence for translation; it is translated when it is said."""
    return sentence


EXPLANATIONS = (
    Explanation(
        ("UnboundLocalError",),
        marked("A variable is read before your function gave it a value: give it one first."),
    ),
    Explanation(
        ("NameError",),
        marked(
            "This name is not known. Is it spelled as in the function's first line, "
            "and was the cell that imports or defines it run?"
        ),
    ),
    Explanation(
        ("ValueError",),
        marked(
            "`if`, `and` and `or` cannot decide for a whole array at once: "
            "use `np.where`, or go through the numbers one by one."
        ),
        "truth value",
    ),
    Explanation(
        ("ValueError",),
        marked(
            "Two arrays do not fit together: write the shapes of this call's arguments side by "
            "side and compare."
        ),
        "shape",
    ),
    Explanation(
        ("ValueError",),
        marked(
            "Two arrays do not fit together: write the shapes of this call's arguments side by "
            "side and compare."
        ),
        "matmul",
    ),
    Explanation(
        ("TypeError",),
        marked(
            "A function for one number (those of `math`, or `float`) was given a whole array: "
            "use NumPy's function of the same name."
        ),
        "can be converted to",
    ),
    Explanation(
        ("TypeError",),
        marked(
            "A `for` or `sum(…)` met a single number where it needs many. Where a number may come "
            "in place of an array, use NumPy's functions: they take both."
        ),
        "not iterable",
    ),
    Explanation(
        ("AxisError",),
        marked(
            "The array of this call has fewer axes than you ask for. `axis=-1` is the last one, "
            "whatever their number."
        ),
    ),
    Explanation(
        ("AttributeError",),
        marked(
            "A variable holds None. Some calls change a list and return nothing: write "
            "`numbers.append(x)` alone, without `numbers = ` in front."
        ),
        "'NoneType'",
    ),
    Explanation(
        ("UFuncTypeError", "_UFuncOutputCastingError"),
        marked(
            "An integer array cannot hold fractions, so `+=` and its like fail on it: "
            "build a new array (`a = a + b`)."
        ),
    ),
    Explanation(
        ("IndexError",),
        marked("A position outside the array was asked for. How long are the arrays of this call?"),
    ),
    Explanation(
        ("OverflowError",),
        marked("A number grew too large. Does the formula have a form with smaller numbers?"),
    ),
    Explanation(
        ("ZeroDivisionError",),
        marked("Something was divided by 0. Which number of this call makes the divisor 0?"),
    ),
    Explanation(
        ("RecursionError",),
        marked("The function calls itself without end: some call has to stop."),
    ),
    Explanation(
        ("NotImplementedError",),
        marked("A part is still to be written: this line is left from the empty exercise."),
    ),
)


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


def error_meaning(exercise: Exercise, error: StudentError) -> Sentence:
    """Say what an exception most often comes from."""
    if error.type_name == "TypeError" and not error.line_number and "argument" in error.text:
        return sentence(
            "The call itself failed. The first line must be `def {name}({parameters}):`.",
            name=exercise.name,
            parameters=", ".join(parameter_names(exercise)),
        )
    for known in EXPLANATIONS:
        if error.type_name in known.type_names and known.fragment in error.text:
            return Sentence(known.sentence)
    return sentence("Your code stopped with this error on the call shown.")
