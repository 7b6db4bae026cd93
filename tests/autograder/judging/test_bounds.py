"""A function that does not end, and calls that are nested without end, where nobody can stop them.

`sys.monitoring` came with Python 3.12; a web page's Python, for which this is, is newer.
"""

import itertools
import sys

import pytest

from autograder.exercises import load
from autograder.judging import bounds, judge
from autograder.judging.bounds import OutOfTimeError, bounded

watched = pytest.mark.skipif(sys.version_info < (3, 12), reason="sys.monitoring is of Python 3.12")


def loop():
    while True:
        pass


def count():
    return sum(number for number in itertools.count())


def branch(n=100):
    return n if n < 2 else branch(n - 1) + branch(n - 2)


def catch_all():
    while True:
        try:  # noqa: SIM105 - as a student may write it
            loop()
        except:  # noqa: E722 - as a student may write it
            pass


def catch_and_return():
    try:
        loop()
    except BaseException:
        return 1


@watched
@pytest.mark.parametrize("endless", [loop, count, branch, catch_all, catch_and_return])
def test_what_does_not_end_is_ended(endless):
    with pytest.raises(OutOfTimeError, match=r"not finished within 0\.05 s"), bounded(0.05):
        endless()
    assert sys.monitoring.get_tool(bounds.TOOL) is None


@watched
def test_what_ends_in_time_is_left_alone_also_inside_another_bound():
    with bounded(60), bounded(0.001):
        assert sum(range(10)) == 45


def test_calls_nested_without_end_raise_before_a_pages_stack_is_full():
    def nested(depth):
        return sum(map(nested, [depth + 1]))

    before = sys.getrecursionlimit()
    with pytest.raises(RecursionError), bounds.nested(40):
        nested(0)
    assert sys.getrecursionlimit() == before


def test_without_a_bound_nothing_is_watched():
    with bounded(None):
        assert not hasattr(sys, "monitoring") or sys.monitoring.get_tool(bounds.TOOL) is None


@watched
def test_the_verdict_in_a_page_names_the_call_and_earns_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(bounds, "SECONDS", 0.05)

    def relu(z):
        loop()

    verdict = judge(load()["neuron.relu"], relu, seed=1)
    assert (verdict.passed, verdict.score, verdict.kind) == (False, 0.0, "hung")
    assert "did not finish within 0.05 s on this call: relu(z=" in verdict.message
