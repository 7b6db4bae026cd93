"""The benchmark of shares times functions by name: they are there, and the sums are right."""

import pytest

from benchmarks.clock import Clock
from benchmarks.processors import Processors
from benchmarks.shares import PARTS, PLACES, START


@pytest.mark.parametrize(("owner", "name", "part"), PLACES)
def test_what_is_timed_is_there_and_counts_for_a_part_that_is_shown(owner, name, part):
    assert callable(getattr(owner, name))
    assert part in (*PARTS, START)


class Work:
    """Two functions of which one calls the other, and the seconds that have gone by."""

    def __init__(self):
        self.seconds = 0.0

    def outer(self):
        self.seconds += 1
        self.inner()
        self.seconds += 2

    def inner(self):
        self.seconds += 10


def test_a_moment_counts_for_the_innermost_part_alone():
    work = Work()
    clock = Clock(lambda: work.seconds)
    clock.time(work, "outer", "around")
    clock.time(work, "inner", "within")
    work.outer()
    assert (clock.spent["around"], clock.spent["within"]) == (3, 10)


def test_a_function_that_raises_is_timed_too():
    work = Work()
    clock = Clock(lambda: work.seconds)
    work.inner = None
    clock.time(work, "outer", "around")
    with pytest.raises(TypeError):
        work.outer()
    assert (clock.spent["around"], clock.parts[-1]) == (1, "outside")


def test_who_follows_nobody_counts_this_process_alone():
    processors = Processors()
    before = processors.seconds()
    sum(range(200_000))
    assert processors.seconds() > before
