"""What errors of one type most often come from, in everyday words."""

from dataclasses import dataclass

from autograder.judging.observe import StudentError
from autograder.messages import Sentence, sentence


@dataclass(frozen=True)
class Explanation:
    """What an error of one type, whose text holds `fragment`, most often comes from.

    `everywhere` says that it means the same in a cell as in a call.
    """

    type_names: tuple[str, ...]
    meaning: Sentence
    fragment: str = ""
    everywhere: bool = False

    def fits(self, error: StudentError) -> bool:
        """Return True if an error is one of these."""
        return error.type_name in self.type_names and self.fragment in error.text


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
        ("NobodyThereError",),
        sentence(
            "While an answer is tried nobody sits at the keyboard: take `input()` out, and let the "
            "arguments tell what it asks for."
        ),
        "input()",
        everywhere=True,
    ),
    Explanation(
        ("NobodyThereError",),
        sentence(
            "While an answer is tried nobody sits at the keyboard: take `breakpoint()` or "
            "`set_trace()` out when the fault is found."
        ),
        everywhere=True,
    ),
    Explanation(
        ("ModuleNotFoundError",),
        sentence(
            "`google.colab` is in Google Colab alone: no answer may need it. Take it out, or put "
            "it into a cell of its own."
        ),
        "'google",
        everywhere=True,
    ),
    Explanation(
        ("ModuleNotFoundError",),
        sentence(
            "It is not there where the answer is tried. If it is a library, do without it or ask "
            "your teacher to install it; if it is a file of yours, write its functions into the "
            "notebook."
        ),
        everywhere=True,
    ),
    Explanation(
        ("ValueError",),
        sentence(
            "A whole number grew longer than Python turns into text. Is there a `**` where `*` was "
            "meant? With floats (`10.0`) it would be short."
        ),
        "integer string conversion",
        everywhere=True,
    ),
    Explanation(
        ("NotImplementedError",),
        sentence("A part is still to be written: this line is left from the empty exercise."),
    ),
)
