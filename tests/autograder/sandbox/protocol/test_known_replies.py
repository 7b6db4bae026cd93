"""Replies to the same calls that came before are read once."""

import pytest

from autograder.judging.observe import Observation
from autograder.sandbox.protocol import calls as protocol_calls
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.replies import TooLarge, observations_to_wire
from autograder.sandbox.protocol.wire import ProtocolError

CALLS = ((1.0,), (2.0,))


def reply(*values):
    return observations_to_wire(tuple(Observation(value) for value in values))


def test_the_same_reply_gives_the_very_same_observations():
    calls = PackedCalls(CALLS)
    seen = calls.read(reply(1.5, 2.5))
    assert seen == (Observation(1.5), Observation(2.5))
    assert calls.read(reply(1.5, 2.5)) is seen


@pytest.mark.parametrize("other", [(1, 2.5), (1.0, 2.5000000000000004), (True, 2.5), ("1.0", 2.5)])
def test_replies_that_only_look_alike_are_read_apart(other):
    calls = PackedCalls(CALLS)
    calls.read(reply(1.0, 2.5))
    seen = [(type(one.value), one.value) for one in calls.read(reply(*other))]
    assert seen == [(type(value), value) for value in other]


def test_a_reply_to_other_calls_is_read_anew():
    with pytest.raises(ProtocolError):
        PackedCalls(((1.0,),)).read(reply(1.5, 2.5))


def test_only_the_first_replies_are_kept_and_no_long_ones(monkeypatch):
    monkeypatch.setattr(protocol_calls, "MOST_KNOWN", 2)
    calls = PackedCalls(CALLS)
    for value in ("a" * protocol_calls.LONGEST_KNOWN, 1.0, 2.0, 3.0):
        calls.read(reply(value, value))
    assert [seen[0].value for seen in calls.known.values()] == [1.0, 2.0]


def test_a_reply_that_was_too_large_is_not_kept():
    calls = PackedCalls(CALLS)
    assert isinstance(calls.read(["too_large", None]), TooLarge)
    assert calls.known == {}


def test_a_reply_that_is_nested_too_deeply_is_refused():
    deep = []
    for _ in range(200_000):
        deep = [deep]
    with pytest.raises(ProtocolError):
        PackedCalls(CALLS).read(["values", deep])
