"""Wrong answers and, word for word, what is said of them."""

import gettext
from dataclasses import replace

import numpy as np
import pytest

from autograder.exercises import Case, Exercise, Misconception
from autograder.judging import judge
from autograder.messages import language


def weighted_sum(x, weights):
    """The reference: w·x."""
    return np.dot(x, weights)


def weighted_sum_cases(rng):
    return [
        Case((np.array([1.0, 2.0]), np.array([0.5, -1.0])), working="0.5·1 + (-1)·2 = -1.5"),
        Case((np.array([3, 4, 5]), np.array([2, 0, 1])), "integers"),
        Case((np.array([0.1], dtype="float32"), np.array([2.0], dtype="float32")), "one input"),
        Case((np.array([0.25, 0.75, 1.0, -2.0]), np.array([1.0, 2.0, 0.0, 0.3])), "four inputs"),
    ]


EXERCISE = Exercise(
    id="made_up.weighted_sum",
    lesson="00_made_up",
    points=1,
    covers=("Z1",),
    reference=weighted_sum,
    cases=weighted_sum_cases,
    misconceptions=(
        Misconception(
            "plain_sum",
            "You add the inputs up as they are. Each counts as much as its weight says.",
            lambda x, weights: np.sum(x),
        ),
    ),
    hints=("Multiply first, then add.",),
)

EXAMPLE_CALL = (
    "Called    weighted_sum(x=np.array([1.0, 2.0]), weights=np.array([0.5, -1.0]))\n"
    "It gave   {gave}\n"
    "Expected  -1.5\n"
    "Because   0.5·1 + (-1)·2 = -1.5\n"
)


def message(answer):
    return judge(EXERCISE, answer, seed=1).message


def example(gave, meaning):
    return EXAMPLE_CALL.format(gave=gave) + meaning


def fixed_length(x, weights):
    return sum(x[i] * weights[i] for i in range(3))


def in_place(x, weights):
    x[:] = x * weights
    return x.sum()


def writes_into_integers(x, weights):
    x *= weights / 1
    return x.sum()


def decides_on_the_whole_array(x, weights):
    return 1.0 if x > 0 else 0.0


def misspelt(x, weights):
    return x @ wieghts  # noqa: F821


def half_written(x, weights):
    if len(x) > 2:
        raise NotImplementedError
    return float(x @ weights)


NEVER_RIGHT = {
    "a belief comes first": (
        lambda x, weights: sum(x),
        "What this answer seems to do:\n"
        "You add the inputs up as they are. Each counts as much as its weight says.\n"
        + EXAMPLE_CALL.format(gave="3.0").rstrip("\n"),
    ),
    "nothing returned": (
        lambda x, weights: print(x @ weights),  # noqa: T201  # as students do
        example(
            "None",
            "Your function returned nothing (None). Printing a result is not returning it: end "
            "the function with `return …`.",
        ),
    ),
    "not summed": (
        lambda x, weights: x * weights,
        example(
            "[0.5, -2.0]",
            "One number is expected, but an array of shape (2,) came back. Is there a sum over "
            "its entries that is missing?",
        ),
    ),
    "one entry": (
        lambda x, weights: [x @ weights],
        example(
            "[-1.5]",
            "An array with one entry came back, shape (1,), where the number itself is expected: "
            "return the entry.",
        ),
    ),
    "a text": (
        lambda x, weights: str(x @ weights),
        example("'-1.5'", "What came back is a text, but one number was expected."),
    ),
    "the function itself": (
        lambda x, weights: weighted_sum,
        example(
            "an object of the type function",
            "What came back is an object of the type function, but one number was expected. "
            "A function was returned: call it, with its arguments in parentheses.",
        ),
    ),
    "infinite": (
        lambda x, weights: x @ weights * np.inf,
        example(
            "-inf",
            "The answer holds nan or inf: on the way a number grew too large (an exponential?) "
            "or 0 was divided by 0. Look for a form of the formula that avoids it.",
        ),
    ),
    "a little off": (
        lambda x, weights: x @ weights + 0.000_03,
        example(
            "-1.49997",
            "The kind and shape are right, the values are not. "
            "Work this call out by hand and compare step by step.",
        ),
    ),
    "cut to an integer": (
        lambda x, weights: int(x @ weights),
        example("-1", "The number was cut to a whole one: leave out `int(…)`, `//` or rounding."),
    ),
    "too few parameters": (
        lambda x: x,
        example(
            "TypeError: <lambda>() takes 1 positional argument but 2 were given",
            "The call itself failed. The first line must be `def weighted_sum(x, weights):`.",
        ),
    ),
    "not a function": (
        3.5,
        "`weighted_sum` is not a function here but of the type float: some line sets "
        "`weighted_sum = …`. Give that variable another name and run the cell with "
        "`def weighted_sum` again.",
    ),
    "not there": (
        None,
        "There is no function called `weighted_sum` yet. Run the cell that defines it (its first "
        "line is `def weighted_sum(…):`), then check again.",
    ),
    "changed in place": (
        in_place,
        "Called  weighted_sum(x=np.array([1.0, 2.0]), weights=np.array([0.5, -1.0]))\n"
        "The returned numbers are right, but the call changed `x` in place: whoever made it now "
        "holds other numbers than before. Build a new array (`a = a + b`, not `a += b`). Until "
        "then it earns half of the points.",
    ),
}


@pytest.mark.parametrize("name", NEVER_RIGHT)
def test_what_is_said_of_a_wrong_answer_word_for_word(name):
    answer, expected = NEVER_RIGHT[name]
    assert message(answer) == expected


def walks_along_a_number(x, weights):
    return sum(part for part in float(x[0]))


def has_no_such_axis(x, weights):
    return np.sum(x * weights, axis=1)


def keeps_what_append_returns(x, weights):
    return [].append(x[0]).append(weights[0])


OWN_ERRORS = {
    "loop along one number": (
        walks_along_a_number,
        "TypeError: 'float' object is not iterable",
        "return sum(part for part in float(x[0]))",
        "A `for` or `sum(…)` met a single number where it needs many. Where a number may come in "
        "place of an array, use NumPy's functions: they take both.",
    ),
    "axis that is not there": (
        has_no_such_axis,
        "AxisError: axis 1 is out of bounds for array of dimension 1",
        "return np.sum(x * weights, axis=1)",
        "The array of this call has fewer axes than you ask for. `axis=-1` is the last one, "
        "whatever their number.",
    ),
    "result of append": (
        keeps_what_append_returns,
        "AttributeError: 'NoneType' object has no attribute 'append'",
        "return [].append(x[0]).append(weights[0])",
        "A variable holds None. Some calls change a list and return nothing: write "
        "`numbers.append(x)` alone, without `numbers = ` in front.",
    ),
    "position": (
        fixed_length,
        "IndexError: index 2 is out of bounds for axis 0 with size 2",
        "return sum(x[i] * weights[i] for i in range(3))",
        "A position outside the array was asked for. How long are the arrays of this call?",
    ),
    "truth of an array": (
        decides_on_the_whole_array,
        "ValueError: The truth value of an array with more than one element is ambiguous. "
        "Use a.any() or a.all()",
        "return 1.0 if x > 0 else 0.0",
        "`if`, `and` and `or` cannot decide for a whole array at once: use `np.where`, or go "
        "through the numbers one by one.",
    ),
    "unknown name": (
        misspelt,
        "NameError: name 'wieghts' is not defined",
        "return x @ wieghts  # noqa: F821",
        "This name is not known. Is it spelled as in the function's first line, and was the cell "
        "that imports or defines it run?",
    ),
}


@pytest.mark.parametrize("name", OWN_ERRORS)
def test_an_error_of_the_students_is_explained_with_their_own_line(name):
    answer, error, line, meaning = OWN_ERRORS[name]
    source_line = answer.__code__.co_firstlineno + 1
    gave = f"{error}\n          in your line {source_line}: {line}"
    assert message(answer) == example(gave, meaning)


def test_a_later_case_is_shown_where_the_first_ones_are_right():
    said = message(half_written)
    assert said.startswith("Called    weighted_sum(x=np.array([3, 4, 5])")
    assert said.endswith(
        "A part is still to be written: this line is left from the empty exercise."
    )


def test_an_integer_array_that_cannot_take_fractions_is_explained():
    integers_only = replace(EXERCISE, cases=lambda rng: weighted_sum_cases(rng)[1:2])
    said = judge(integers_only, writes_into_integers, seed=1)
    assert said.meaning.startswith("An integer array cannot hold fractions")


def test_of_a_borrowed_answer_it_is_said_whose_work_it_is_and_where():
    def borrows(x, weights):
        return weighted_sum(x, weights)

    said = message(borrows)
    assert said.startswith("`weighted_sum` leaves the work to `")
    assert said.endswith(": return weighted_sum(x, weights)")


def test_the_right_answer_is_praised():
    assert message(lambda x, weights: x @ weights) == (
        "Well done: `weighted_sum` gives what it should on every case."
    )


def test_no_message_shows_a_traceback_or_a_path_of_ours():
    for answer, *_ in [*NEVER_RIGHT.values(), *OWN_ERRORS.values()]:
        said = message(answer)
        assert "Traceback" not in said
        assert "autograder" not in said


def test_a_verdict_is_worded_in_the_language_of_who_reads_it(monkeypatch):
    verdict = judge(EXERCISE, None, seed=1)

    class Marked(gettext.NullTranslations):
        def gettext(self, message):
            return f"[other words] {message}"

    monkeypatch.setattr(language, "catalogue", lambda chosen: Marked())
    assert verdict.message.startswith("[other words] There is no function")
