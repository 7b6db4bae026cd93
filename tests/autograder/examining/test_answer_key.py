"""What the key of a lesson keeps of answers that came before."""

import numpy as np

from autograder.examining import answer_key
from autograder.examining.answer_key import AnswerKey
from autograder.exercises import load
from autograder.judging.exam import decide, prepare
from autograder.judging.observe import Observation, observe

EXAM = prepare(load()["neuron.step"], 1)


def wrong():
    return observe(lambda z, threshold=0.0: np.ones_like(z), EXAM.calls)


def test_the_very_same_observations_are_judged_once():
    key, seen = AnswerKey({"neuron.step": EXAM}, {}), wrong()
    verdict = key.decide(EXAM, seen)
    assert verdict == decide(EXAM, seen)
    assert key.decide(EXAM, seen) is verdict


def test_observations_of_another_exam_are_judged_by_that_one():
    other = prepare(load()["neuron.step"], 1)
    key, seen = AnswerKey({}, {}), wrong()
    assert key.decide(EXAM, seen) is not key.decide(other, seen)


def test_no_later_observations_are_taken_for_those_that_are_kept():
    key = AnswerKey({}, {})
    for number in range(100):  # each is freed at once, but for what the key keeps
        seen = tuple(Observation(float(number)) for _ in EXAM.calls)
        assert key.decide(EXAM, seen) == decide(EXAM, seen)


def test_a_key_that_is_full_judges_on(monkeypatch):
    monkeypatch.setattr(answer_key, "MOST_DECIDED", 1)
    key, first, second = AnswerKey({}, {}), wrong(), EXAM.expected
    assert not key.decide(EXAM, first).passed
    assert key.decide(EXAM, second).passed
    assert [kept for kept, _ in key.decided.values()] == [first]
