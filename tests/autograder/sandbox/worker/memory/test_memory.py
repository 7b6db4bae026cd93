"""All memory of a submission is bounded, by a memory cgroup and by counting, whatever holds it."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from autograder.sandbox import fault as faults
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED
from autograder.sandbox.limits import COUNTING, GROUPS, Limits
from autograder.sandbox.protocol.replies import Fetched
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError, WarmProcess
from autograder.sandbox.worker.memory.abandoned import PREFIX
from autograder.sandbox.worker.memory.cgroups import VERSION_2, places
from autograder.sandbox.worker.memory.group import MemoryGroup, open_memory_group
from autograder.sandbox.worker.memory.usage import listing

FEW = Limits(
    cell_seconds=60, exercise_seconds=60, total_seconds=120, memory_bytes=200_000_000
)  # with what every worker may have on top, 456 MB

FILES = """
import os
kept = []
for _ in range(40):
    kept.append(os.memfd_create("x"))
    os.write(kept[-1], b"x" * 25_000_000)
"""
MAPPED_AND_LET_GO = """
import mmap
kept = []
for _ in range(8):
    kept.append(mmap.mmap(-1, 150_000_000))
    for _ in range(6):
        kept[-1].write(b"x" * 25_000_000)
    kept[-1].resize(4096)
"""
CHILDREN = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        kept = bytearray(b"x") * 120_000_000
        time.sleep(60)
        os._exit(0)
time.sleep(50)
"""
DAEMONS = CHILDREN.replace(
    "        kept =",
    "        if os.fork():\n            os._exit(0)\n        os.setsid()\n        kept =",
)
SOCKETS = """
import os, socket, time
for _ in range(40):
    if os.fork() == 0:
        kept = []
        for _ in range(100):
            pair = socket.socketpair()
            kept += pair
            for end in pair:
                end.setblocking(False)
                try:
                    while True: end.send(b"x" * 60_000)
                except BlockingIOError: pass
        time.sleep(60)
        os._exit(0)
time.sleep(50)
"""
HIDDEN = """
import ctypes, os, time
for _ in range(8):
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
        kept = bytearray(b"x") * 120_000_000
        time.sleep(60)
        os._exit(0)
time.sleep(50)
"""


def started(level, memory):
    warm = WarmProcess(wanted=level, highest=level, memory=memory)
    try:
        warm.start()
    except WarmError as error:
        pytest.skip(str(error))
    return closing(warm)


@pytest.fixture(scope="module", params=[FULL, RESTRICTED, LIMITS])
def grouped(request):
    group = open_memory_group()
    if group is None:
        pytest.skip("this system gives no memory cgroup")
    group.remove()
    with started(request.param, GROUPS) as warm:
        yield warm


@pytest.fixture(scope="module", params=[FULL, RESTRICTED, LIMITS])
def counted(request):
    with started(request.param, COUNTING) as warm:
        yield warm


def outcome(warm, source):
    """Run a cell, then another one; return both, for the second must find memory again."""
    with Session(warm, FEW) as session:
        first = session.run(source)
        return first, session.run("bytearray(50_000_000)[0]")


@pytest.mark.parametrize("source", [FILES, MAPPED_AND_LET_GO, CHILDREN, DAEMONS, SOCKETS, HIDDEN])
def test_a_group_bounds_whatever_holds_memory(grouped, source):
    first, second = outcome(grouped, source)
    assert first == faults.Fault(faults.MEMORY)
    assert second.result == "0"


@pytest.mark.parametrize("source", [CHILDREN, DAEMONS, SOCKETS, HIDDEN])
def test_without_a_group_all_that_a_family_holds_is_counted(counted, source):
    first, second = outcome(counted, source)
    assert first == faults.Fault(faults.MEMORY)
    assert second.result == "0"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (FILES, "OSError"),
        (MAPPED_AND_LET_GO, "PermissionError"),
        ("import fcntl, os\nfcntl.fcntl(os.pipe()[0], 1031, 1 << 20)", "PermissionError"),
    ],
)
def test_without_a_group_what_could_not_be_counted_is_refused(counted, source, error):
    assert outcome(counted, source)[0].error.type_name == error


@pytest.mark.parametrize("memory", [GROUPS, COUNTING])
def test_honest_work_with_memory_and_processes_goes_on(memory):
    source = (
        "import multiprocessing, tempfile\nimport numpy as np\nimport matplotlib.pyplot as plt\n"
        "with tempfile.TemporaryFile() as file:\n"
        "    table = np.memmap(file, dtype=float, shape=100_000, mode='w+')\n"
        "    table[:] = 2.0\n"
        "    total = float(table.sum())\n"
        "plt.imshow(np.ones((200, 200)))\nplt.show()\n"
        "large = np.ones(20_000_000)\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool:\n"
        "    roots = pool.map(abs, range(-3, 0))\n"
    )
    with started(LIMITS, memory) as warm, Session(warm, FEW) as session:
        assert session.run(source).error is None
        assert [session.fetch(name) for name in ("total", "roots")] == [
            Fetched(200_000.0),
            Fetched([3, 2, 1]),
        ]


def group_names(group):
    return {name for name in listing(group.base, ".") if name.startswith(PREFIX)}


@pytest.fixture
def group():
    made = open_memory_group()
    if made is None:
        pytest.skip("this system gives no memory cgroup")
    yield made
    made.remove()


def test_a_group_that_is_in_use_is_left_alone_and_one_of_the_dead_is_removed(group):
    script = (
        "import os, subprocess\n"
        "from autograder.sandbox.worker.memory.group import open_memory_group\n"
        "group = open_memory_group()\ngroup.join()\n"
        "left = subprocess.Popen(['sleep', '600'], stdout=subprocess.DEVNULL)\n"
        "print(group.name, left.pid, flush=True)\nos.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=False
    )
    name, left = done.stdout.split()
    other = open_memory_group()
    found = group_names(group)
    other.remove()
    assert name not in found
    assert group.name in found
    assert not Path(f"/proc/{left}").exists() or "Z" in Path(f"/proc/{left}/stat").read_text()


def test_a_group_is_gone_with_its_warm_process(group):
    with started(LIMITS, GROUPS) as warm, Session(warm, FEW) as session:
        session.run("import os\nprocess = os.getpid()")
        process = session.fetch("process").value
        membership = Path(f"/proc/{process}/cgroup").read_text(encoding="ascii")
        (name,) = {one for one in group_names(group) if one in membership}
    assert name not in group_names(group)


def test_a_group_in_which_something_is_left_is_changed_for_a_new_one(group):
    first = group.name
    group.bound(500_000_000)
    assert group.name == first
    group.left = lambda: 100_000_000
    group.bound(500_000_000)
    assert group.name != first
    assert first not in group_names(group)


def process_folder(path, membership, mountinfo):
    path.mkdir()
    (path / "cgroup").write_text(membership, encoding="utf-8")
    (path / "mountinfo").write_text(mountinfo, encoding="utf-8")
    return path


def test_under_systemd_the_nearest_folder_that_hands_memory_on_is_taken(tmp_path):
    top = tmp_path / "cgroup"
    scope = top / "user.slice" / "user@1000.service" / "app.slice" / "shell.scope"
    scope.mkdir(parents=True)
    for folder, controllers in ((scope, ""), (scope.parent, "memory pids"), (top, "cpu memory")):
        (folder / "cgroup.subtree_control").write_text(controllers, encoding="utf-8")
    proc = process_folder(
        tmp_path / "self",
        "0::/user.slice/user@1000.service/app.slice/shell.scope\n",
        f"29 23 0:26 / {top} rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n",
    )
    assert list(places(proc)) == [(scope.parent, VERSION_2), (top, VERSION_2)]


def test_in_a_container_only_what_is_mounted_of_a_tree_is_looked_at(tmp_path):
    proc = process_folder(
        tmp_path / "self",
        "5:memory:/docker/abc/own\n0::/\n",
        "40 23 0:30 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"
        "41 23 0:31 / /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu\n",
    )
    assert [str(place) for place, _ in places(proc)] == ["/sys/fs/cgroup/memory/own"]


@pytest.mark.parametrize("membership", ["", "5:memory:/elsewhere\n", "nonsense"])
def test_what_is_not_understood_gives_no_place(tmp_path, membership):
    mountinfo = "40 23 0:30 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"
    assert list(places(process_folder(tmp_path / "self", membership, mountinfo))) == []


def test_the_second_version_is_bounded_without_swap_and_killed_as_one(tmp_path):
    made = MemoryGroup(os.open(tmp_path, os.O_RDONLY), VERSION_2)
    made.make()
    folder = tmp_path / made.name
    (folder / "memory.current").write_text("1000\n", encoding="utf-8")
    (folder / "memory.events").write_text("oom 3\noom_kill 2\noom_group_kill 1\n", encoding="utf-8")
    for name in ("memory.max", "memory.swap.max", "memory.oom.group"):
        (folder / name).write_text("", encoding="utf-8")
    made.bound(5000)
    assert [(folder / name).read_text() for name in ("memory.max", "memory.swap.max")] == [
        "5000",
        "0",
    ]
    assert (folder / "memory.oom.group").read_text() == "1"
    assert not made.overstepped()
    (folder / "memory.events").write_text("oom_kill 3\n", encoding="utf-8")
    assert made.overstepped()
