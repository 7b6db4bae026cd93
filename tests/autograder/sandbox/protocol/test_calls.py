import os

import numpy as np
import pytest

from autograder.sandbox.protocol.calls import NO_CALL, PackedCalls, mark, marked_call, open_bookmark
from autograder.sandbox.protocol.frames import unpack
from autograder.sandbox.protocol.wire import ProtocolError, decode


@pytest.fixture
def bookmark(tmp_path):
    descriptor = open_bookmark(tmp_path)
    yield descriptor
    os.close(descriptor)


def test_the_call_that_was_marked_is_read_back(bookmark):
    mark(bookmark, 7)
    assert marked_call(bookmark) == 7


def test_no_call_is_known_before_the_first_and_after_the_mark_for_none(bookmark):
    assert marked_call(bookmark) is None
    mark(bookmark, NO_CALL)
    assert marked_call(bookmark) is None


@pytest.mark.parametrize("size", [0, 1, 3])
def test_no_call_is_known_of_a_file_that_was_cut(bookmark, size):
    mark(bookmark, 7)
    os.ftruncate(bookmark, size)
    assert marked_call(bookmark) is None


def test_a_file_made_longer_changes_nothing(bookmark):
    mark(bookmark, 7)
    os.ftruncate(bookmark, 10**6)
    assert marked_call(bookmark) == 7


def test_a_mark_that_cannot_be_written_stops_nobody(bookmark):
    full = os.open("/dev/full", os.O_WRONLY)
    mark(full, 7)
    os.close(full)
    assert marked_call(bookmark) is None


def test_calls_are_packed_once_and_read_back_as_they_were():
    calls = PackedCalls(((np.array([1.5, 2.0]), 3), ("a",)))
    assert calls.text is calls.text
    first, second = map(decode, unpack(calls.text))
    assert (list(first[0]), first[1], second) == ([1.5, 2.0], 3, ("a",))


def test_an_argument_that_cannot_be_sent_is_named():
    with pytest.raises(ProtocolError, match="a set cannot cross"):
        assert PackedCalls((({1},),)).text
