"""What is written down of a call."""

import sys
import warnings

import numpy as np
import pytest

from autograder.exercises import Rng
from autograder.judging.observe import observe, student_error
from nnlib.activations import softmax


def observed(answer, *arguments):
    return observe(answer, [arguments])[0]


def test_the_value_comes_back_as_plain_data():
    assert observed(lambda x: x + 1, 2).value == 3


def test_the_students_own_arguments_stay_as_they_are():
    given = np.array([1.0, 2.0])
    assert observed(lambda x: x.fill(9), given).changed == (0,)
    assert given.tolist() == [1.0, 2.0]


def test_an_argument_inside_a_list_counts_too():
    def answer(x, layers):
        layers[0] += 1
        layers.append(3)

    assert observed(answer, 1.0, [np.zeros(2)]).changed == (1,)


def test_a_changed_argument_is_seen_though_the_call_raises():
    def answer(x):
        x[0] = 9
        raise ValueError("later")

    seen = observed(answer, np.zeros(2))
    assert seen.changed == (0,)
    assert seen.error.text == "later"


def test_each_call_gets_its_random_generator_anew():
    seen = observe(lambda rng: rng.normal(size=3), [(Rng(4),), (Rng(4),)])
    assert seen[0].value.tolist() == seen[1].value.tolist()
    assert all(one.repeats for one in seen)


def test_random_numbers_from_elsewhere_do_not_repeat():
    assert not observed(lambda x: np.random.default_rng().normal(size=3), 1).repeats


def test_the_last_digits_of_a_sum_need_not_repeat():
    order = iter([1, -1])
    numbers = [0.1, 0.2, 0.3, 1e-3]
    assert observed(lambda x: sum(numbers[:: next(order)]), 1).repeats


def test_the_second_round_runs_backwards_so_that_a_memory_shows():
    seen = []
    observe(seen.append, [(1,), (2,), (3,)])
    assert seen == [1, 2, 3, 3, 2, 1]


def test_an_error_is_told_with_the_students_own_line_and_not_the_librarys():
    seen = observed(lambda x: softmax(x), np.array([np.nan]))  # the line that calls the library
    assert seen.error.type_name == "ValueError"
    assert "softmax(x)" in seen.error.line
    assert seen.error.line_number > 0


def test_an_error_of_the_call_itself_has_no_line():
    seen = observed(lambda: 1, 2)
    assert (seen.error.type_name, seen.error.line_number) == ("TypeError", 0)


def test_an_error_that_cannot_say_itself_has_no_words():
    class MuteError(Exception):
        def __str__(self):
            raise RuntimeError

    assert student_error(MuteError()).text == ""


def test_printing_and_warning_leave_no_trace(capfd):
    def answer(x):
        print("loud")  # noqa: T201  # as students do
        print("louder", file=sys.stderr)  # noqa: T201  # as students do
        warnings.warn("careful", stacklevel=1)
        return np.log(x - 1) / 0

    assert observed(answer, np.array([1.0])).error is None
    assert capfd.readouterr() == ("", "")


def test_a_coroutine_that_nobody_awaits_is_silent(capfd):
    async def answer(x):
        return x

    observed(answer, 1)
    assert capfd.readouterr() == ("", "")


def test_the_streams_are_given_back_after_an_interrupt():
    def answer(x):
        raise KeyboardInterrupt

    before = sys.stdout
    with pytest.raises(KeyboardInterrupt):
        observed(answer, 1)
    assert sys.stdout is before
