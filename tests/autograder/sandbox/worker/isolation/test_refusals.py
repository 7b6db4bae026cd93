"""What a worker is refused that no exercise needs is known outside of its reach."""

import pytest

from autograder.sandbox.fault import ENDED
from autograder.sandbox.levels import LIMITS
from autograder.sandbox.limits import Limits
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmProcess

PATIENT = Limits(cell_seconds=60, exercise_seconds=60)
START = "import ctypes, os\nlibrary = ctypes.CDLL(None, use_errno=True)\n"
FORKED = START + "if os.fork() == 0:\n    library.chroot(b'/')\n    os._exit(0)\nos.wait()"

MADE_BY_CLONE = """import platform
number = {"x86_64": 56, "aarch64": 220}[platform.machine()]
if library.syscall(number, 0x10000011, 0, 0, 0, 0) == 0: os._exit(0)"""


def refused(warm, source):
    """Return what a cell came to, and what it was refused."""
    with Session(warm, PATIENT) as session:
        outcome = session.run(source)
    return outcome, session.refused_calls


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        (START + "answer = library.ptrace(0, 0, 0, 0), ctypes.get_errno()\nanswer", {"ptrace"}),
        (START + "library.unshare(0x10000000)\nlibrary.chroot(b'/')", {"unshare", "chroot"}),
        (START + "for _ in range(5_000):\n    library.unshare(0)", {"unshare"}),
        (FORKED, {"chroot"}),
        (START + MADE_BY_CLONE, {"clone"}),
        (START + "library.name_to_handle_at(-100, b'/', None, None, 0)", {"name_to_handle_at"}),
    ],
)
def test_what_no_exercise_needs_is_refused_and_known(closed, source, calls):
    outcome, seen = refused(closed, source)
    assert outcome.error is None
    assert seen == calls
    assert refused(closed, "1")[1] == set()


def test_the_answer_is_no(closed):
    source = START + "answer = library.ptrace(0, 0, 0, 0), ctypes.get_errno()\nanswer"
    assert refused(closed, source)[0].result == "(-1, 1)"


def test_closing_all_files_hides_nothing(closed):
    outcome, seen = refused(closed, START + "os.closerange(0, 200)\nlibrary.unshare(0)")
    assert outcome.kind == ENDED
    assert seen == {"unshare"}


@pytest.mark.parametrize(
    "source",
    [
        "import urllib.request\nurllib.request.urlopen('http://example.org')",
        "import subprocess\none = subprocess.Popen(['sleep', '60'])\none.kill()\none.wait()",
        "import multiprocessing\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool: pool.map(abs, [1])",
        "import os\nos.nice(1)\nos.sched_setaffinity(0, {0})",
        "import numpy as np\nnp.ones(10**10)",
        "while True: pass",
    ],
)
def test_what_honest_code_tries_is_not_reported(closed, source):
    with Session(closed, Limits(cell_seconds=3, total_seconds=60)) as session:
        session.run(source)
    assert (session.refused_calls, session.garbled) == (set(), "")


def test_at_the_lowest_level_nothing_of_it_is_refused_or_reported():
    with WarmProcess(highest=LIMITS) as warm:
        assert refused(warm, START + "library.unshare(0)")[1] == set()
