"""What students' code can't do at each level of isolation, tried by code that does it."""

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import autograder
from autograder.sandbox import fault as faults
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.replies import CellReport, Fetched
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError, WarmProcess
from tests.autograder.sandbox.starting import started

PATIENT = Limits(cell_seconds=60, exercise_seconds=60)  # nothing here may end by the clock


@pytest.fixture(scope="module")
def bare():
    with started(LIMITS) as process:
        yield process


@pytest.fixture(scope="module", params=[RESTRICTED, FULL])
def closed(request):
    with started(request.param) as process:
        yield process


@pytest.fixture(scope="module")
def full():
    with started(FULL) as process:
        yield process


def run(warm, source, *names, limits=PATIENT):
    """Run one cell; return what became of it and the values that it left under the names."""
    with Session(warm, limits) as session:
        report = session.run(source)
        return report, *(session.fetch(name).value for name in names)


def error_of(warm, source):
    return run(warm, source)[0].error.type_name


@pytest.fixture
def secret(tmp_path):
    tmp_path.chmod(0o755)
    file = tmp_path / "gradebook.txt"
    file.write_text("ann 7", encoding="utf-8")
    file.chmod(0o666)
    return file


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET"])
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW"])
def test_there_is_no_network_not_even_on_this_machine(closed, family, kind):
    source = f"import socket\nsocket.socket(socket.{family}, socket.{kind})"
    assert error_of(closed, source) == "PermissionError"


def test_a_program_that_is_started_has_no_network_either(closed):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        run(closed, f"!bash -c 'echo secret > /dev/tcp/127.0.0.1/{port}'")
        with pytest.raises(TimeoutError):
            server.accept()


def test_no_file_of_the_machine_is_read_or_written(closed, secret):
    assert error_of(closed, f"open({str(secret)!r})") in {"PermissionError", "FileNotFoundError"}
    assert error_of(closed, f"open({str(secret)!r}, 'w')") in {
        "PermissionError",
        "FileNotFoundError",
    }
    run(closed, f"!echo changed > {secret}")
    assert secret.read_text(encoding="utf-8") == "ann 7"


def test_neither_home_nor_the_processes_of_the_machine_can_be_listed(closed):
    for place in (Path.home(), Path.cwd(), "/proc", "/proc/self/fd"):
        source = f"import os\nfound = os.listdir({str(place)!r})"
        with Session(closed, PATIENT) as session:
            report = session.run(source)
            seen = [] if report.error else session.fetch("found").value
        assert not {"course.toml", "solutions", "tests", ".bashrc", "1"} & set(seen)


def test_what_is_installed_can_be_read_and_not_be_changed(closed):
    source = "import numpy, pathlib\nplace = pathlib.Path(numpy.__file__)\nplace.read_text()"
    assert run(closed, source)[0].error is None
    assert error_of(closed, f"{source}\nplace.write_text('')") in {"OSError", "PermissionError"}


def test_no_signal_reaches_the_grader_or_another_process(closed):
    with subprocess.Popen(["sleep", "60"]) as bystander:
        source = (
            "import os\nrefused = 0\n"
            f"for pid in (os.getppid() or {os.getpid()}, {bystander.pid}, {os.getpid()}):\n"
            "    for number in (0, 15, 19, 9):\n"
            "        try:\n            os.kill(pid, number)\n"
            "        except OSError:\n            refused += 1"
        )
        assert run(closed, source, "refused")[1] == 12
        assert bystander.poll() is None
        bystander.kill()


def test_no_signal_comes_by_way_of_a_file(closed):
    source = "import fcntl, os\nends = os.pipe()\nfcntl.fcntl(ends[0], fcntl.F_SETOWN, 1)"
    assert error_of(closed, source) == "PermissionError"


def test_signals_to_everybody_reach_nobody_else(full):
    with subprocess.Popen(["sleep", "60"]) as bystander:
        run(full, "import os\nfor number in (15, 9):\n    os.kill(-1, number)")
        assert bystander.poll() is None
        bystander.kill()


def test_no_power_is_left_even_to_root(closed):
    _, powers = run(
        closed,
        "import ctypes\nheader = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
        "found = (ctypes.c_uint32 * 6)()\n"
        "ctypes.CDLL(None).capget(header, found)\npowers = list(found)",
        "powers",
    )
    assert powers == [0] * 6


@pytest.mark.parametrize(
    "call",
    [
        "unshare(0x10000000)",
        "mount(b'none', b'/student', b'tmpfs', 0, None)",
        "chroot(b'/')",
        "ptrace(0, 0, None, None)",
        "setns(0, 0)",
        "syscall(425, 1, None)",
        "syscall(321, 0, None, 0)",
        "shmget(7, 4096, 0o1777)",
    ],
)
def test_the_kernels_more_dangerous_calls_are_refused(closed, call):
    source = (
        "import ctypes\nlibrary = ctypes.CDLL(None, use_errno=True)\n"
        f"answer = library.{call}\nnumber = ctypes.get_errno()"
    )
    assert run(closed, source, "answer", "number")[1:] == (-1, 1)


def test_what_a_submission_leaves_is_gone_for_the_next(closed):
    source = "import os, tempfile\nopen('left', 'w').write('answers')\nfiles = os.listdir('.')"
    for _ in range(2):
        assert run(closed, source, "files")[1] == ["left"]


@pytest.mark.parametrize("place", ["/tmp", "/var/tmp", "/dev/shm"])
def test_places_where_anybody_may_write_are_its_own(full, place):
    if any(Path(lies).is_relative_to(place) for lies in (sys.prefix, autograder.__file__)):
        pytest.skip("the project itself lies there, so a worker must see it")
    source = f"import os\nopen('{place}/left', 'w').write('x')\nfiles = os.listdir('{place}')"
    for _ in range(2):
        assert run(full, source, "files")[1] == ["left"]
    assert not Path(place, "left").exists()


def test_the_disk_can_not_be_filled(full):
    source = "part = 'x' * 10**6\nfor n in range(500):\n    open(f'file{n}', 'w').write(part)"
    assert error_of(full, source) == "OSError"
    many = "for n in range(100_000):\n    open(f'file{n}', 'w').close()"
    assert error_of(full, many) == "OSError"


def test_nobody_starts_more_processes_than_allowed(full):
    source = (
        "import os, time\nchildren = 0\n"
        "while children < 400:\n"
        "    try:\n        pid = os.fork()\n"
        "    except BlockingIOError:\n        break\n"
        "    if pid == 0:\n        time.sleep(60)\n        os._exit(0)\n"
        "    children += 1"
    )
    children = run(full, source, "children")[1]
    assert 8 <= children <= Limits().processes + 4


def test_the_memory_of_all_its_processes_together_is_bounded(closed):
    source = (
        "import os, time\n"
        "for _ in range(4):\n"
        "    if os.fork() == 0:\n"
        "        kept = bytearray(b'x') * 400_000_000\n"
        "        time.sleep(60)\n        os._exit(0)\n"
        "time.sleep(50)"
    )
    fault = run(closed, source)[0]
    assert (fault.kind, fault.detail) == (faults.MEMORY, "")


def test_what_is_left_running_ends_with_the_submission(closed):
    name = f"leftover-{os.getpid()}-{threading.get_ident()}"
    source = (
        "import os, subprocess, threading, time\n"
        "threading.Thread(target=time.sleep, args=(600,)).start()\n"
        f"for start in (['setsid'], ['setsid', 'nohup'], []):\n"
        f"    subprocess.Popen([*start, 'bash', '-c', 'exec -a {name} sleep 600'])\n"
        "time.sleep(0.3)"
    )
    with Session(closed, PATIENT) as session:
        session.run(source)
        assert running(name) == 3
    assert running(name) == 0


def running(name):
    found = 0
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += file.read_bytes().startswith(name.encode() + b"\0")
        except OSError:
            continue
    return found


def test_at_the_lowest_level_what_is_left_running_ends_too(bare):
    with Session(bare, PATIENT) as session:
        session.run("import subprocess\npid = subprocess.Popen(['setsid', 'sleep', '600']).pid")
        pid = session.fetch("pid").value
        assert Path(f"/proc/{pid}").exists()
    assert not Path(f"/proc/{pid}").exists()


def test_at_the_lowest_level_a_killed_grader_is_started_again(bare):
    with Session(bare, PATIENT) as session:
        session.run("x = 1")
        fault = session.run("import os\nos.kill(os.getppid(), 9)\nwhile True: pass")
        assert fault.kind == faults.ENDED
        assert session.fetch("x") == Fetched(1)


def test_data_files_of_the_assignment_are_in_the_folder(closed):
    files = (("points.csv", "MSwyCg=="), ("more/names.txt", "YW5uCg=="))
    with Session(closed, PATIENT, files) as session:
        report = session.run("print(open('points.csv').read() + open('more/names.txt').read())")
        assert report == CellReport()
        assert session.printed.stdout == "1,2\nann\n\n"


@pytest.mark.parametrize("level", [LIMITS, RESTRICTED, FULL])
def test_the_level_that_is_claimed_is_the_one_that_was_tried(level):
    with started(level) as process:
        assert process.level == level


def test_a_system_that_reaches_less_than_is_wanted_does_not_grade():
    with pytest.raises(WarmError, match='wants the isolation "full", and this system') as refused:
        WarmProcess(wanted=FULL, highest=LIMITS).start()
    assert '`--isolation limits`, or isolation = "limits"' in str(refused.value)


def test_a_refusal_names_what_is_missing():
    with pytest.raises(WarmError) as refused:
        WarmProcess(wanted=FULL, highest=LIMITS).start()
    assert "the network could be reached" in str(refused.value)


def test_everything_ends_when_the_judge_is_killed(tmp_path):
    script = tmp_path / "judge.py"
    script.write_text(
        "import sys, time\n"
        "from autograder.sandbox.limits import Limits\n"
        "from autograder.sandbox.session import Session\n"
        "from autograder.sandbox.warm_process import WarmProcess\n"
        "with WarmProcess() as warm:\n"
        "    session = Session(warm, Limits())\n"
        "    session.run('import subprocess')\n"
        "    print(warm.process.pid, flush=True)\n"
        "    session.run(\"subprocess.run(['bash', '-c', 'exec -a orphan-of-judge sleep 60'])\")\n",
        encoding="utf-8",
    )

    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as judge:
        warm = judge.stdout.readline().strip()
        assert_soon(lambda: running("orphan-of-judge") == 1)
        judge.kill()
    assert_soon(lambda: not Path(f"/proc/{warm}").exists() and running("orphan-of-judge") == 0)


def assert_soon(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
