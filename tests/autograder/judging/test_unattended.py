"""Nobody is asked for anything while an answer is tried, in the notebook as in grading."""

import bdb
import builtins
import pdb
import sys

import pytest

from autograder.exercises import load
from autograder.judging.exam import judge
from autograder.judging.unattended import NobodyThereError, unattended

RELU = load()["neuron.relu"]


def types_a_number(z):
    return float(input("z? ")) + z


def has_a_breakpoint(z):
    breakpoint()
    return z


def starts_a_debugger(z):
    pdb.Pdb().set_trace()
    return z


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (types_a_number, "take `input()` out"),
        (has_a_breakpoint, "take `breakpoint()`"),
        (starts_a_debugger, "take `breakpoint()`"),
    ],
)
def test_an_answer_that_asks_a_person_is_stopped_with_the_reason(answer, words, monkeypatch):
    monkeypatch.setattr(builtins, "input", lambda *prompt: pytest.fail("somebody was asked"))
    verdict = judge(RELU, answer, seed=1)
    assert verdict.kind == "raised"
    assert words in verdict.meaning
    assert "in your line" in verdict.returned


def test_afterwards_everything_asks_as_before():
    before = builtins.input, sys.breakpointhook, bdb.Bdb.set_trace
    with unattended(), pytest.raises(EOFError):
        input()
    with pytest.raises(NobodyThereError), unattended():
        breakpoint()
    assert (builtins.input, sys.breakpointhook, bdb.Bdb.set_trace) == before
