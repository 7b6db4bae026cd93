"""Workers where nothing can be forked: the same answers, from a process of its own for each."""

import socket
from contextlib import contextmanager

import numpy as np
import pytest

from autograder.sandbox import fresh_process
from autograder.sandbox.fault import ENDED, HUNG
from autograder.sandbox.fresh_process import PREFIX, FreshProcesses, has_key
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.frames import send_frame
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError

WITHHELD = "nnlib.activations:relu"


@contextmanager
def session(**limits):
    with FreshProcesses() as workers, Session(workers, Limits(**limits)) as session:
        yield session


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """Let the folders of workers lie where nothing else does; return what is there."""
    monkeypatch.setattr(fresh_process.tempfile, "tempdir", str(tmp_path))
    return lambda: [path.name for path in tmp_path.glob(f"{PREFIX}*")]


@pytest.mark.slow
def test_a_notebook_runs_and_its_functions_are_observed(folders):
    with session(cell_seconds=5, output_bytes=100) as asked:
        asked.run("import sys\nprint('é', 1)\nprint('no', file=sys.stderr)")
        assert (asked.printed.stdout, asked.printed.stderr) == ("é 1\n", "no\n")
        asked.run("print('x' * 1000)")
        assert 100 < len(asked.printed.stdout) < 200
        asked.run("def double(x):\n    return 2 * x")
        assert asked.printed.stdout == ""
        calls = PackedCalls([(np.array([1.0, 2.0]),)])
        (seen,) = asked.observe("double", calls)
        assert seen.value.tolist() == [2.0, 4.0]
        assert len(folders()) == 1
    assert folders() == []


@pytest.mark.slow
def test_what_hangs_and_what_ends_its_process_cost_themselves_alone(folders):
    with session(cell_seconds=2) as asked:
        asked.run("kept = 7")
        assert asked.run("while True:\n    pass").kind == HUNG
        assert asked.fetch("kept").value == 7
        fault = asked.run("import os\nos._exit(3)")
        assert (fault.kind, fault.detail) == (ENDED, "exit code 3")
        assert asked.fetch("kept").value == 7
    assert folders() == []


@pytest.mark.slow
def test_the_courses_own_answer_is_not_there():
    with FreshProcesses() as workers, Session(workers, Limits(), (), [WITHHELD]) as asked:
        report = asked.run("from nnlib.activations import relu\nrelu(1)")
        assert report.error.type_name == "BorrowedAnswerError"
        assert asked.refused() == {WITHHELD}


def test_a_process_that_cannot_start_is_told_with_its_last_words(folders, monkeypatch):
    broken = {**fresh_process.SETTINGS, "PYTHONHOME": "nowhere"}
    monkeypatch.setattr(fresh_process, "SETTINGS", broken)
    with pytest.raises(WarmError, match=r"(?s)could not start\. It said: .*Python"):
        FreshProcesses().fork(Limits())
    assert folders() == []


@pytest.mark.parametrize(("shown", "let_in"), [(b"right", True), (b"wrong", False)])
def test_only_who_has_the_key_is_let_in(shown, let_in):
    mine, its = socket.socketpair()
    with mine, its:
        send_frame(its, shown)
        assert has_key(mine, "right") == let_in


def test_who_says_nothing_is_sent_away(monkeypatch):
    monkeypatch.setattr(fresh_process, "KEY_SECONDS", 0.05)
    mine, its = socket.socketpair()
    with mine, its:
        assert not has_key(mine, "right")
