"""What was found of an answer, as data and as text."""

import json

import pytest

from autograder.exercises import load
from autograder.judging import Finding, decide, prepare
from autograder.messages import Sentence

EXERCISES = load()
CASE = {"called": "f(1)", "returned": "'a\nb'", "expected": "2", "working": Sentence("1 + 1 = 2")}


def test_a_text_of_several_lines_stays_in_its_column():
    text = Finding(meaning="Try again.", **CASE).as_text(named=False)
    assert text == (
        "Called    f(1)\nIt gave   'a\n          b'\nExpected  2\nBecause   1 + 1 = 2\nTry again."
    )


def test_a_named_belief_comes_first_under_its_heading():
    text = Finding(meaning="You add.", called="f(1)").as_text(named=True)
    assert text == "What this answer seems to do:\nYou add.\nCalled  f(1)"


def test_an_answer_to_a_question_is_explained_in_one_sentence():
    assert Finding("This is NAND.").as_text(named=True) == "This is NAND."


def test_a_working_is_shown_only_beside_what_was_expected():
    labels = [label for label, _ in Finding(called="f(1)", working="1 + 1 = 2").rows()]
    assert labels == ["Called"]


@pytest.mark.parametrize("id", EXERCISES)
def test_what_is_found_of_a_belief_survives_being_kept(id):
    exam = prepare(EXERCISES[id], 2026)
    for belief, seen in exam.beliefs:
        finding = decide(exam, seen).finding
        kept = Finding.from_plain(json.loads(json.dumps(finding.to_plain())))
        assert kept == finding, belief
        assert kept.rows()
