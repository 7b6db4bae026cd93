"""A warm process at one level of isolation, for tests; skipped where the system has not got it."""

from contextlib import closing, contextmanager

import pytest

from autograder.sandbox.warm_process import WarmError, WarmProcess


@contextmanager
def started(level, **settings):
    """Start a warm process that reaches this very level, and end it after the block."""
    warm = WarmProcess(wanted=level, highest=level, **settings)
    try:
        warm.start()
    except WarmError as error:
        pytest.skip(str(error))
    with closing(warm):
        yield warm
