"""The limits of a submission agree with each other."""

from autograder.sandbox.limits import Limits, limits_for


def test_without_a_wish_the_limits_are_the_usual_ones():
    assert limits_for(None) == Limits()


def test_a_cell_that_may_take_long_finds_the_time_of_the_notebook_long_enough():
    limits = limits_for(100)
    assert (limits.cell_seconds, limits.exercise_seconds, limits.total_seconds) == (100, 100, 600)


def test_short_cells_leave_the_notebook_its_time():
    assert limits_for(0.5).total_seconds == Limits().total_seconds
