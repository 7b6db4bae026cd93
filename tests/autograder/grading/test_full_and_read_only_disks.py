"""Disks that are full or read-only, for real: a clear sentence, and what was graded is kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.folder import open_course
from autograder.gradebook.result_files import read_results

AUTOGRADER = Path(sys.executable).with_name("autograder")
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
ROOM = 250_000  # bytes beside a backup: for some results of thirty

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or os.geteuid() != 0, reason="mounting takes root on Linux"
    ),
]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def grade_while_read_only(course, path):
    """Grade where one path is mounted read-only, which nobody else sees."""
    command = [AUTOGRADER, "grade", course.folder]
    return run("unshare", "--mount", "sh", "-c", READ_ONLY, path, *command)


@pytest.fixture
def disk(tmp_path):
    """A disk of its own, and a way to give it just so much more room than is used."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", folder], check=True)

    def leave_room(size):
        used = shutil.disk_usage(folder).used
        subprocess.run(["mount", "-o", f"remount,size={used + size}", folder], check=True)

    yield folder, leave_room
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_course_on_a_read_only_disk_is_told_in_a_sentence(short_course, hand_in):
    hand_in("ann")
    code, words = grade_while_read_only(short_course, short_course.folder)
    assert code == 1
    assert "can't be written (Read-only file system), and grading keeps its results there" in words


def test_a_read_only_gradebook_is_told_before_anything_is_graded(short_course, hand_in):
    hand_in("ann")
    code, words = grade_while_read_only(short_course, short_course.folder / "gradebook.db")
    assert code == 1
    assert "write-protected: make both writable, then run the same command again." in words
    assert list(read_results(short_course)) == []


def test_a_read_only_folder_of_results_is_told_in_a_sentence(short_course, hand_in):
    hand_in("ann")
    code, words = grade_while_read_only(short_course, short_course.folder / "results")
    assert code == 1
    assert "Read-only file system. 0 of 1 submissions were graded" in words


@pytest.mark.parametrize("workers", ["1", "2"])
def test_on_a_full_disk_what_was_graded_is_kept_and_the_next_run_goes_on(
    short_course, hand_in, disk, workers
):
    for number in range(30):
        hand_in(f"s{number:02d}")
    small, leave_room = disk
    folder = Path(shutil.copytree(short_course.folder, small / "course"))
    leave_room((folder / "gradebook.db").stat().st_size + ROOM)
    command = [AUTOGRADER, "grade", folder, "--workers", workers]
    code, words = run(*command)
    assert code == 1
    assert "No space left on device" in words or "disk is full" in words
    before = len(list(read_results(open_course(folder))))
    assert 0 < before < 30
    leave_room(32_000_000)
    code, words = run(*command)
    assert (code, f"{before} of 30 submissions have not changed" in words) == (0, True)
    assert len(list(read_results(open_course(folder)))) == 30
