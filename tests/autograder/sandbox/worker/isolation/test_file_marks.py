"""Modes, times, owners and attributes of files, and news of their use, are no student's affair."""

import os
import subprocess
import sys

import pytest

from autograder.sandbox.limits import Limits
from autograder.sandbox.session import Session

PATIENT = Limits(cell_seconds=60, exercise_seconds=60)
CHANGES = """
import ctypes, fcntl, os
library = ctypes.CDLL(None, use_errno=True)
def flags():
    fcntl.ioctl(os.open(path, os.O_RDONLY), 0x40086602, (0x40).to_bytes(8, "little"))
for act in (lambda: os.chmod(path, 0o4777), lambda: os.chmod(path, 0o4777, follow_symlinks=False),
            lambda: os.fchmod(os.open(path, os.O_PATH), 0o777), lambda: os.utime(path, (1, 1)),
            lambda: os.chown(path, os.getuid(), os.getgid()), flags,
            lambda: os.lchown(path, 1234, 1234), lambda: library.utimes(os.fsencode(path), None),
            lambda: os.setxattr(path, "user.mark", b"left"),
            lambda: os.removexattr(path, "user.theirs")):
    try: act()
    except (OSError, NotImplementedError) as error: print(error)
"""
COPIES = """
import os, shutil, tarfile, tempfile, zipfile
import matplotlib.pyplot as plt
import numpy as np
np.save("one.npy", np.arange(3))
shutil.copy("one.npy", "two.npy")
shutil.copy2("one.npy", "three.npy")
shutil.copymode("one.npy", "three.npy")
os.mkdir("inner")
shutil.copytree("inner", "outer")
with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as file:
    shutil.move("two.npy", folder)
with zipfile.ZipFile("all.zip", "w") as archive: archive.write("one.npy")
with zipfile.ZipFile("all.zip") as archive: archive.extractall("unzipped")
with tarfile.open("all.tar", "w") as archive: archive.add("one.npy")
with tarfile.open("all.tar") as archive: archive.extractall("untarred")
plt.plot([1, 2])
plt.savefig("plot.png")
kept = [int(np.load(name).sum()) for name in
        ("one.npy", "three.npy", "unzipped/one.npy", "untarred/one.npy")]
"""
WATCHES = """
import ctypes, fcntl, os, signal
library = ctypes.CDLL(None, use_errno=True)
signal.signal(signal.SIGIO, signal.SIG_IGN)
def dnotify():
    try: return fcntl.fcntl(os.open(os.curdir, os.O_RDONLY), 1026, 2)
    except OSError as error: return -error.errno
found = [library.inotify_init(), library.inotify_init1(0), library.inotify_add_watch(0, b"/", 2),
         library.fanotify_init(0x200, 0), dnotify()]
"""
AS_THE_SAME_USER = """
import os, sys
from pathlib import Path
from autograder.sandbox.worker.isolation import namespaces
from autograder.sandbox.worker.isolation.layers import find_layers
from autograder.sandbox.worker.isolation.view import DEVICES
namespaces.open_to_all = lambda: False
layers = namespaces.enter_namespaces(find_layers(), Path(sys.argv[1]))
if not layers.view or layers.user is not None: print("no view"); sys.exit()
for path in DEVICES:
    before = path.stat()
    for act in (lambda: path.chmod(before.st_mode),
                lambda: os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns)),
                lambda: os.chown(path, before.st_uid, before.st_gid)):
        try: act(); print("changed", path)
        except OSError: pass
Path("/dev/null").write_text("x")
with open("/dev/null", "ab", 0) as file: file.write(b"x")
print(len(Path("/dev/urandom").open("rb").read(3)))
"""


def run(warm, source, *names):
    with Session(warm, PATIENT) as session:
        report = session.run(source)
        assert report.error is None
        return [session.fetch(name).value for name in names]


def marks_of(path):
    status = path.stat()
    names = os.listxattr(path) if sys.platform == "linux" else []
    return status.st_mode, status.st_mtime_ns, status.st_ctime_ns, status.st_uid, names


def test_a_file_of_the_grader_keeps_its_mode_its_times_its_owner_and_its_attributes(
    closed, tmp_path
):
    file = tmp_path / "secret.txt"
    file.write_text("256 bits", encoding="utf-8")
    file.chmod(0o600)
    for path in (file, tmp_path):
        before = marks_of(path)
        run(closed, f"path = {str(path)!r}\n{CHANGES}")
        assert marks_of(path) == before


def test_honest_copies_and_archives_in_the_own_folder_work(closed):
    assert run(closed, COPIES, "kept") == [[3, 3, 3, 3]]


def test_nobody_is_told_what_others_do_with_their_files(closed):
    (found,) = run(closed, WATCHES, "found")
    assert all(answer < 0 for answer in found)


def test_a_worker_that_is_the_grader_can_not_change_the_machines_devices(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", AS_THE_SAME_USER, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    if done.stdout == "no view\n":
        pytest.skip("no namespaces here")
    assert done.stdout == "3\n"
