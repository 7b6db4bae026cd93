from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.plain import Foreign
from autograder.judging.questions import Question, canonical_number, judge_question, load_questions
from autograder.judging.seal import Opened, seal

ANSWERS = {
    "a": Opened(False, "ReLU has no upper end."),
    "b": Opened(True, "Right: they sum to 1."),
    "c": Opened(False, "Nothing changes."),
}
NUMBERS = {
    "0.64": Opened(True, "Right: 0.8 · 0.8."),
    "1.60": Opened(False, "You added where you should multiply."),
    "0.00": Opened(False, "Nothing is left only if a factor is 0."),
}


@pytest.fixture(scope="module")
def choice():
    return Question(
        id="neuron.which",
        name="which",
        lesson="01_neuron",
        points=1,
        covers=("N11",),
        kind="choice",
        options=("ReLU", "softmax", "identity"),
        decimals=0,
        sealed=seal("neuron.which", ANSWERS),
    )


@pytest.fixture(scope="module")
def number(choice):
    sealed = seal("neuron.how_much", NUMBERS)
    name = {"id": "neuron.how_much", "name": "how_much"}
    return replace(choice, **name, kind="number", options=(), decimals=2, sealed=sealed)


@pytest.mark.parametrize("answer", ["b", "B", " b ", np.str_("b"), np.array("b")])
def test_the_right_letter_is_right_however_it_is_typed(choice, answer):
    verdict = judge_question(choice, answer)
    assert (verdict.passed, verdict.score, verdict.kind) == (True, 1.0, "right")
    assert verdict.message == "Right: they sum to 1."


def test_a_wrong_letter_is_a_misconception_with_its_own_sentence(choice):
    verdict = judge_question(choice, "a")
    assert (verdict.passed, verdict.score) == (False, 0.0)
    assert verdict.misconception == "option_a"
    assert verdict.message == verdict.meaning == "ReLU has no upper end."


@pytest.mark.parametrize(
    "answer",
    [0.64, 0.6408, 0.636, np.float64(0.64), np.float32(0.64), np.array(0.64)],
)
def test_the_right_number_is_right_as_any_type_after_rounding(number, answer):
    assert judge_question(number, answer).passed


@pytest.mark.parametrize("answer", [0, 0.0, -0.0, -0.001, np.int64(0)])
def test_zero_is_zero_with_and_without_its_sign(number, answer):
    assert judge_question(number, answer).misconception == "answer_0.00"


def test_a_known_wrong_number_is_a_misconception(number):
    verdict = judge_question(number, 1.6)
    assert verdict.misconception == "answer_1.60"
    assert verdict.message == "You added where you should multiply."


@pytest.mark.parametrize("answer", [0.65, -7, 10**300])
def test_any_other_number_is_wrong_without_a_name(number, answer):
    verdict = judge_question(number, answer)
    assert (verdict.passed, verdict.misconception, verdict.kind) == (False, None, "value")
    assert verdict.message.startswith(f"{canonical_number(answer, 2)} is not the number")


@pytest.mark.parametrize("answer", [..., None, Foreign("ellipsis")])
def test_no_answer_yet_is_not_started(choice, number, answer):
    for question in (choice, number):
        verdict = judge_question(question, answer)
        assert (verdict.passed, verdict.score, verdict.kind) == (False, 0.0, "not_started")
        assert f"`{question.name} = ...`" in verdict.message


@pytest.mark.parametrize(
    "answer", [2, "softmax", "d", "", True, ["b", "c"], np.array(["b"]), object(), b"b", {"b": 1}]
)
def test_an_answer_that_is_no_letter_hears_which_letters_there_are(choice, answer):
    verdict = judge_question(choice, answer)
    assert (verdict.passed, verdict.score, verdict.kind) == (False, 0.0, "type")
    assert "a, b, c" in verdict.message
    assert "option" not in str(verdict.misconception)


@pytest.mark.parametrize(
    "answer", ["about 1", True, [0.64], np.array([0.64]), 1j, (0, 6, 4), (1, 234.5), (1, -2)]
)
def test_an_answer_that_is_no_number_hears_so(number, answer):
    verdict = judge_question(number, answer)
    assert (verdict.passed, verdict.kind) == (False, "type")
    assert "one plain number" in verdict.message


@pytest.mark.parametrize(
    "answer", ["b)", "(b)", "b.", "B)", "'b'", " b ", "b:", "b) softmax", "B: softmax", "ｂ"]
)
def test_a_letter_that_can_only_be_meant_in_one_way_is_taken(choice, answer):
    assert judge_question(choice, answer).passed


@pytest.mark.parametrize("answer", ["с", "С", "с)"])  # Cyrillic
def test_a_letter_that_looks_the_same_is_the_same(choice, answer):
    assert judge_question(choice, answer).misconception == "option_c"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("b) or c)", "Write the letter alone: `which = 'b'`"),
        (["b"], "Write the letter alone: `which = 'b'`"),
        (("b)",), "Write the letter alone: `which = 'b'`"),
        ("a) softmax", "Write the letter alone: `which = 'a'`"),
        ("б", "`б` is a letter of another alphabet"),
        ("в", "switch the keyboard to English"),
        ("softmax", "That is the text of an option"),
        ("e", "The letters of this question are a, b, c"),
        ("b" * 1000, "The letters of this question are a, b, c"),
    ],
)
def test_a_letter_that_is_not_clear_is_asked_for(choice, answer, words):
    verdict = judge_question(choice, answer)
    assert (verdict.passed, verdict.kind) == (False, "type")
    assert words in verdict.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((3, 0), "Write a point, not a comma: `how_much = 3.0`"),
        ((-3, 5), "Write a point, not a comma: `how_much = -3.5`"),
        ("0.64", "not a number: `how_much = 0.64`"),
        ("0,64", "not a number: `how_much = 0.64`"),
        ("−1", "not a number: `how_much = -1`"),
        (Foreign("Fraction"), "of the type Fraction"),
        (10**400, "has 401 digits"),
        (float("inf"), "is inf, no finite number"),
        (float("nan"), "is nan, no finite number"),
    ],
)
def test_a_number_that_is_typed_in_another_way_hears_how_python_writes_it(number, answer, words):
    verdict = judge_question(number, answer)
    assert (verdict.passed, verdict.kind) == (False, "type")
    assert words in verdict.message


def test_a_number_too_long_for_python_to_write_is_told_as_such(number):
    assert "has 5001 digits" in judge_question(number, 10**5000).message
    assert "has 5001 digits" in judge_question(number, -(10**5000)).message
    assert "one plain number" in judge_question(number, (10**5000, 1)).message


def test_an_object_that_claims_to_equal_everything_earns_nothing(choice, number):
    class Liar(str):
        def __eq__(self, other):
            return True

        __hash__ = str.__hash__

    assert not judge_question(choice, Liar("x")).passed
    assert not judge_question(number, Liar("x")).passed


def test_a_seal_that_cannot_be_read_costs_the_student_nothing(choice):
    damaged = replace(choice, sealed=(None,))
    assert judge_question(damaged, "b").passed is None


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_a_canonical_number_is_its_own_canonical_number(value, decimals):
    text = canonical_number(value, decimals)
    assert canonical_number(float(text), decimals) == text


def test_every_question_of_the_course_has_one_right_answer():
    for question in load_questions().values():
        if question.kind == "choice":
            letters = "abcdefghij"[: len(question.options)]
            assert sum(judge_question(question, letter).score for letter in letters) == 1
