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
    meaning: Sentence
    fragment: str = ""


EXPLANATIONS = (
    Explanation(
        ("UnboundLocalError",),
        sentence("A variable is read before your function gave it a value: give it one first."),
    ),
    Explanation(
        ("NameError",),
        sentence(
            "This name is not known. Is it spelled as in the function's first line, "
            "and was the cell that imports or defines it run?"
        ),
    ),
    Explanation(
        ("ValueError",),
        sentence(
            "`if`, `and` and `or` cannot decide for a whole array at once: "
            "use `np.where`, or go through the numbers one by one."
        ),
        "truth value",
    ),
    Explanation(
        ("ValueError",),
        sentence(
            "Two arrays do not fit together: write the shapes of this call's arguments side by "
            "side and compare."
        ),
        "shape",
    ),
    Explanation(
        ("ValueError",),
        sentence(
            "Two arrays do not fit together: write the shapes of this call's arguments side by "
            "side and compare."
        ),
        "matmul",
    ),
    Explanation(
        ("TypeError",),
        sentence(
            "A function for one number (those of `math`, or `float`) was given a whole array: "
            "use NumPy's function of the same name."
        ),
        "can be converted to",
    ),
    Explanation(
        ("TypeError",),
        sentence(
            "A `for` or `sum(…)` met a single number where it needs many. Where a number may come "
            "in place of an array, use NumPy's functions: they take both."
        ),
        "not iterable",
    ),
    Explanation(
        ("AxisError",),
        sentence(
            "The array of this call has fewer axes than you ask for. `axis=-1` is the last one, "
            "whatever their number."
        ),
    ),
    Explanation(
        ("AttributeError",),
        sentence(
            "A variable holds None. Some calls change a list and return nothing: write "
            "`numbers.append(x)` alone, without `numbers = ` in front."
        ),
        "'NoneType'",
    ),
    Explanation(
        ("UFuncTypeError", "_UFuncOutputCastingError"),
        sentence(
            "An integer array cannot hold fractions, so `+=` and its like fail on it: "
            "build a new array (`a = a + b`)."
        ),
    ),
    Explanation(
        ("IndexError",),
        sentence(
            "A position outside the array was asked for. How long are the arrays of this call?"
        ),
    ),
    Explanation(
        ("OverflowError",),
        sentence("A number grew too large. Does the formula have a form with smaller numbers?"),
    ),
    Explanation(
        ("ZeroDivisionError",),
        sentence("Something was divided by 0. Which number of this call makes the divisor 0?"),
    ),
    Explanation(
        ("RecursionError",),
        sentence("The function calls itself without end: some call has to stop."),
    ),
    Explanation(
        ("NotImplementedError",),
        sentence("A part is still to be written: this line is left from the empty exercise."),
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


def explain_error(exercise: Exercise, error: StudentError) -> Sentence:
    """Say what an exception most often comes from."""
    if error.type_name == "TypeError" and not error.line_number and "argument" in error.text:
        return sentence(
            "The call itself failed. The first line must be `def {name}({parameters}):`.",
            name=exercise.name,
            parameters=", ".join(parameter_names(exercise)),
        )
    for known in EXPLANATIONS:
        if error.type_name in known.type_names and known.fragment in error.text:
            return known.meaning
    return sentence("Your code stopped with this error on the call shown.")
