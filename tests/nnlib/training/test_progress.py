"""The progress bar: silent on short trainings, one line on long ones."""

import io
from itertools import pairwise

import pytest

from nnlib.training import Epoch, ProgressBar


def run(seconds_an_epoch, num_epochs=10, until=10):
    """Return what a bar writes while a clock of our own goes on."""
    now, stream = [0.0], io.StringIO()
    with ProgressBar(num_epochs, stream=stream, clock=lambda: now[0]) as bar:
        for number in range(1, until + 1):
            now[0] += seconds_an_epoch
            bar.show(Epoch(number, 1 / number, 0.1))
    return stream.getvalue()


def test_a_short_training_needs_no_bar():
    assert run(0.15) == ""


def test_a_long_training_says_where_it_is_and_how_long_it_takes():
    lines = run(1).split("\r")
    assert lines[1] == "[####....................] epoch 2/10, loss 0.5, 8 s left"
    assert lines[-1].rstrip() == "[########################] epoch 10/10, loss 0.1, 0 s left"


def test_a_line_covers_a_longer_one_before_it():
    lines = run(1).strip("\r\n").split("\r")
    assert all(len(b) >= len(a.rstrip()) for a, b in pairwise(lines))


def test_it_writes_a_few_times_a_second_at_most():
    assert run(0.01, num_epochs=1000, until=999).count("\r") <= 1 + (10 - 2) / 0.2


def test_the_last_epoch_is_always_shown_and_the_line_ended():
    assert "epoch 500/500" in run(0.0101, num_epochs=500, until=500)
    assert run(1).endswith("\n")
    assert run(1, until=4).endswith("\n")


def test_without_a_stream_it_is_silent():
    now = iter(range(100))
    with ProgressBar(3, stream=None, clock=lambda: next(now)) as bar:
        for number in (1, 2, 3):
            bar.show(Epoch(number, 0.5, 0.1))
    assert bar.line == ""


def raise_after(bar):
    """Show an epoch, then fail."""
    bar.show(Epoch(1, 0.5, 0.1))
    raise ZeroDivisionError


def test_an_error_ends_the_line_too():
    stream, now = io.StringIO(), iter([0, 5])
    bar = ProgressBar(3, stream=stream, clock=lambda: next(now))
    with pytest.raises(ZeroDivisionError), bar:
        raise_after(bar)
    assert stream.getvalue().endswith("left\n")
