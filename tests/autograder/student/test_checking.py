import json

import numpy as np
import pytest

from autograder.exercises import load
from autograder.judging import Finding, Question, Verdict, judge
from autograder.student import check, checking
from autograder.student.catalog import catalog
from autograder.student.checking import checked
from autograder.student.rendering import card_text

ID = "neuron.net_input"


def right(x, weights, bias):
    return x @ weights + bias


def without_bias(x, weights, bias):
    return x @ weights


def told(answer):
    card, score = checked(ID, {"net_input": answer})
    return card_text(card), score


def test_a_right_answer_earns_its_points_and_moves_the_bar():
    text, score = told(right)
    assert score == score.of == load()[ID].points
    assert text.startswith("✓ Right: neuron.net_input")
    assert " · 1 of " in text


def test_a_wrong_answer_is_diagnosed():
    text, score = told(without_bias)
    assert score == 0
    assert "What this answer seems to do:" in text


@pytest.mark.parametrize("answer", [right, without_bias, lambda x, w, b: 1, None, 3])
def test_the_check_says_what_the_judge_says(answer):
    verdict = judge(load()[ID], answer, seed=checking.PUBLIC_SEED)
    text, score = told(answer)
    assert score == pytest.approx(verdict.score * load()[ID].points, abs=0.005)
    for line in verdict.message.splitlines():
        assert line in text


def test_outside_of_a_notebook_the_card_is_printed_and_nothing_goes_to_stderr(capfd):
    globals()["net_input"] = without_bias
    score = check(ID)
    del globals()["net_input"]
    out, err = capfd.readouterr()
    assert repr(score) == "0"
    assert out.startswith("✗ Not right yet")
    assert err == ""


def test_the_callers_own_function_is_found():
    space = {"check": check}
    exec("def net_input(x, weights, bias):\n    return x @ weights + bias", space)
    exec(f"score = check({ID!r})", space)
    assert space["score"] == space["score"].of


def test_attempts_scores_and_passes_are_recorded(progress_file):
    told(without_bias)
    told(right)
    told(without_bias)
    record = json.loads(progress_file.read_text())["records"][ID]
    assert record == {"attempts": 3, "best": 1.0, "passed": True, "hints": 0}


@pytest.mark.parametrize("answer", [None, "stub"])
def test_an_exercise_that_was_not_begun_is_no_attempt(progress_file, answer):
    def stub(x, weights, bias):
        raise NotImplementedError

    told(stub if answer else None)
    assert not progress_file.exists()


def test_an_interrupt_is_a_card_and_an_attempt(progress_file):
    def endless(x, weights, bias):
        raise KeyboardInterrupt

    text, score = told(endless)
    assert text.startswith("■ Stopped by you")
    assert "loop without end" in text
    assert score == 0
    assert json.loads(progress_file.read_text())["records"][ID]["attempts"] == 1


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("neuron.netinput", 'Did you mean `"neuron.net_input"`'),
        ("net_input", 'Did you mean `"neuron.net_input"'),
        ("quantum.gravity", "The course has no exercise or question 'quantum.gravity'."),
        (right, "The id is a text in quotation marks, such as"),
        (None, "The id is a text in quotation marks, such as"),
        ([1], "The id is a text in quotation marks, such as"),
    ],
)
def test_an_unknown_id_is_answered_with_a_sentence_and_no_points(wanted, sentence):
    card, score = checked(wanted, {})
    assert sentence in card_text(card)
    assert (float(score), score.of) == (0.0, 0)


def test_the_function_itself_for_its_id_is_answered_with_the_id():
    net_input = load()[ID].reference
    card, _ = checked(net_input, {})
    assert '`"neuron.net_input"`' in card_text(card)


def test_where_we_could_not_judge_a_person_gives_the_points(monkeypatch):
    unjudged = Verdict(None, 0.0, "could_not_judge", finding=Finding("Our fault."))
    monkeypatch.setattr(checking, "judge", lambda *arguments, **options: unjudged)
    text, score = told(right)
    assert (float(score), repr(score)) == (0.0, "0")  # plain nbgrader reads it as the points
    assert score.of == load()[ID].points
    assert text.startswith("? Could not be judged")


def test_a_fault_of_ours_says_who_gives_the_points(monkeypatch):
    monkeypatch.setattr("autograder.judging.exam.decided", lambda *arguments: 1 / 0)
    text, score = told(right)
    assert score == 0
    assert "a person looks at it and gives them" in text


def test_a_fault_of_the_check_itself_is_no_traceback(monkeypatch):
    monkeypatch.setattr(checking, "catalog", lambda: 1 / 0)
    text, score = told(right)
    assert "our fault" in text
    assert score == 0


def test_a_damaged_progress_file_is_mentioned_on_the_card(progress_file):
    progress_file.parent.mkdir()
    progress_file.write_text("{")
    assert "set aside as progress.damaged-1.json" in told(without_bias)[0]


def test_the_argument_of_a_lying_answer_is_not_believed():
    class Yes:
        def __eq__(self, other):
            return True

        __hash__ = None

    assert told(lambda x, weights, bias: Yes())[1] == 0
    assert told(lambda x, weights, bias: np.array([Yes()]))[1] == 0


def question():
    return next(
        one for one in catalog().values() if isinstance(one, Question) and one.kind == "choice"
    )


def test_each_option_of_a_question_is_explained_and_just_one_is_right():
    asked = question()
    letters = "abcdefghij"[: len(asked.options)]
    found = [checked(asked.id, {asked.name: letter}) for letter in letters]
    assert sorted(float(score) for _, score in found)[-2:] == [0.0, asked.points]
    sentences = {card_text(card).splitlines()[1] for card, _ in found}
    assert len(sentences) == len(letters)


def test_a_question_without_an_answer_is_still_to_do(progress_file):
    asked = question()
    card, score = checked(asked.id, {asked.name: ...})
    assert card_text(card).startswith("○ Still to do")
    assert score == 0
    assert not progress_file.exists()
