"""Graders side by side: one that cannot work says why, one that dies costs one submission."""

import multiprocessing
import os
import signal
import threading

import pytest

from autograder.course.folder import CourseError, new_course
from autograder.course.handed_in.submitted import Submission
from autograder.gradebook.result import UNREADABLE
from autograder.grading.pool import Grader, result_of_lost, run_grader
from autograder.grading.selection import GradingOptions
from autograder.sandbox import launch
from autograder.sandbox.limits import Limits
from autograder.sandbox.warm_process import WarmError, WarmProcess

SUBMISSION = Submission("ann", "01_neuron", None)
OPTIONS = GradingOptions(("01_neuron",), ("ann",), frozenset(), False, 2, Limits())


class NoProcess:
    """Stands where a grader's process would."""


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "course", seed=1)


@pytest.fixture(autouse=True)
def signals():
    """Graders listen to SIGTERM; here they run in the process of the tests."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def channels():
    ours, theirs = multiprocessing.Pipe()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_a_grader_whose_worker_cannot_start_says_why(course, channels, monkeypatch):
    ours, theirs = channels
    monkeypatch.setattr(launch.sys, "executable", "/bin/cat")
    run_grader(course, OPTIONS, theirs)
    with pytest.raises(WarmError, match="could not start"):
        Grader(NoProcess(), ours).receive()


def test_a_release_that_is_no_notebook_is_told_instead_of_graded(course, channels):
    ours, theirs = channels
    course.release("01_neuron").parent.mkdir(parents=True)
    course.release("01_neuron").write_text("{", encoding="utf-8")
    ours.send(SUBMISSION)
    run_grader(course, OPTIONS, theirs)
    with pytest.raises(CourseError, match=r"01_neuron\.ipynb can't be read as a notebook"):
        Grader(NoProcess(), ours).receive()


def test_a_grader_ends_in_silence_when_its_channel_closes(course, channels, capfd):
    ours, theirs = channels
    ours.close()
    run_grader(course, OPTIONS, theirs)
    assert theirs.closed
    assert capfd.readouterr() == ("", "")


def test_a_grader_that_is_asked_to_end_clears_its_worker_away(course, channels, monkeypatch):
    closed = []
    monkeypatch.setattr(WarmProcess, "begin", lambda _: None)
    monkeypatch.setattr(WarmProcess, "close", lambda self: closed.append(self))
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    run_grader(course, OPTIONS, channels[1])  # waits for a submission until the signal comes
    assert len(closed) == 1
    assert channels[1].closed


def test_a_grader_that_died_is_noticed_and_its_submission_waits_for_a_person(channels):
    ours, theirs = channels
    theirs.close()
    grader = Grader(NoProcess(), ours)
    grader.send(SUBMISSION)
    assert grader.receive() is None
    result = result_of_lost(grader).result
    assert (result.student, result.status, result.retry) == ("ann", UNREADABLE, True)
    assert "Run `autograder grade` again" in result.notes[0]
