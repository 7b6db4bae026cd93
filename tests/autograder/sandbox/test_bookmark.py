import os

import pytest

from autograder.sandbox.bookmark import NO_CALL, mark, marked_call, open_bookmark


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
