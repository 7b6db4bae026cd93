import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from autograder.sandbox import launch
from autograder.sandbox.launch import small_environment
from autograder.sandbox.levels import FULL, LIMITS
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.frames import HEAD
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError, WarmProcess
from autograder.sandbox.worker.isolation.confine import dying_with


def test_the_process_that_forks_has_one_thread(warm):
    with Session(warm, Limits()) as session:
        session.run("1")
    assert len(list(Path(f"/proc/{warm.process.pid}/task").iterdir())) == 1


def test_closing_ends_the_process_and_removes_its_folder():
    with WarmProcess() as process:
        folder, pid = process.folder.path, process.process.pid
        session = Session(process, Limits())
        session.run("1")
    assert not folder.exists()
    assert not Path(f"/proc/{pid}").exists()
    session.talk.worker.close()


def test_a_process_that_loads_for_a_dead_judge_ends_at_once():
    ended, loading = os.pipe()
    child = os.fork()
    if child == 0:
        with dying_with(os.getpid()):  # not its parent: that one has died, it seems
            os.write(loading, b"loaded")
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    os.close(loading)
    assert os.read(ended, 6) == b""
    os.close(ended)


LOADING = """
import os, sys, time
from autograder.sandbox.worker.isolation.confine import dying_with

judge = os.getpid()
if os.fork():
    time.sleep(60)
with dying_with(judge):
    if sys.argv[1] == "inside":
        print(os.getpid(), flush=True)
        time.sleep(60)
print(os.getpid(), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
@pytest.mark.parametrize(("moment", "lives"), [("inside", False), ("after", True)])
def test_a_process_dies_with_its_judge_until_it_serves(moment, lives):
    with subprocess.Popen(
        [sys.executable, "-c", LOADING, moment], stdout=subprocess.PIPE, text=True
    ) as judge:
        child = int(judge.stdout.readline())
        judge.kill()
        judge.wait()
        time.sleep(0.2)
        assert is_alive(child) == lives
        if lives:
            os.kill(child, signal.SIGKILL)


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def test_a_system_that_cannot_fork_is_told_in_one_sentence(monkeypatch):
    monkeypatch.delattr(os, "fork")
    with pytest.raises(WarmError, match="can't be graded on Windows"):
        WarmProcess().start()


def test_a_worker_that_cannot_start_says_why(monkeypatch):
    monkeypatch.setattr(launch.sys, "executable", "/bin/cat")
    with pytest.raises(WarmError, match=r"could not start\. It said: .*cat"):
        WarmProcess().start()


def test_a_process_that_cannot_go_on_says_why():
    with WarmProcess() as warm:
        warm.control.sendall(HEAD.pack(1) + b"?")
        with pytest.raises(WarmError, match=r"does not answer: .* It said: ProtocolError: "):
            warm.ask(["end", False], [])


def test_what_the_system_refuses_to_a_fork_is_said():
    try:
        warm = WarmProcess(wanted=FULL)
        warm.start()
    except WarmError as error:
        pytest.skip(str(error))
    with closing(warm), pytest.raises(WarmError, match=r"It said: OSError: .*Invalid argument"):
        warm.fork(Limits(disk_bytes=-1))


def test_a_process_that_was_killed_has_no_last_words():
    with WarmProcess(highest=LIMITS) as warm:
        warm.process.kill()
        warm.process.wait()
        with pytest.raises(WarmError, match=r"does not answer: ChannelClosed$|has gone: [^.]*$"):
            warm.ask(["end", False], [])


def test_before_it_is_started_it_forks_nothing():
    with pytest.raises(WarmError, match="not been started"):
        WarmProcess().fork_once(Limits(), (), ())


def test_little_of_the_environment_is_passed_on():
    passed = small_environment({"PATH": "/bin", "SECRET_SEED": "7", "PYTHONSTARTUP": "x.py"})
    assert passed["PATH"] == "/bin"
    assert passed["OPENBLAS_NUM_THREADS"] == "1"
    assert not {"SECRET_SEED", "PYTHONSTARTUP"} & passed.keys()
