"""Folders of students' code are removed with all that is there, also after a killed run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.sandbox.scratch import PREFIX, clear_abandoned, new_folder, remove_folder

HOLD = """
import time
from autograder.sandbox.scratch import new_folder
print(new_folder().path, flush=True)
time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_in_use_is_nobody_elses_to_clear(temporary):
    folder = new_folder()
    clear_abandoned()
    assert folder.path.is_dir()
    folder.remove()
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_killed_process_is_cleared_by_the_next(temporary):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as holder:
        left = Path(holder.stdout.readline().strip())
        clear_abandoned()
        assert left.is_dir()
        holder.kill()
    folder = new_folder()
    assert not left.exists()
    folder.remove()


def test_a_folder_whose_process_died_while_it_made_or_removed_it_is_cleared(temporary):
    (temporary / f"{PREFIX}half").mkdir()
    clear_abandoned()
    assert list(temporary.iterdir()) == []


def test_a_folder_that_was_cleared_before_it_was_locked_is_made_again(temporary, monkeypatch):
    made = []

    def taken_once(descriptor, how):
        made.append(descriptor)
        if len(made) == 1:
            for path in temporary.iterdir():
                path.rmdir()

    monkeypatch.setattr("autograder.sandbox.scratch.fcntl.flock", taken_once)
    folder = new_folder()
    assert len(made) == 2
    assert folder.path.is_dir()
    folder.remove()


def test_a_folder_that_was_cleared_as_soon_as_it_was_made_is_made_again(temporary, monkeypatch):
    made = []
    make = tempfile.mkdtemp

    def taken_once(**options):
        made.append(make(**options))
        if len(made) == 1:
            Path(made[0]).rmdir()
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", taken_once)
    folder = new_folder()
    assert [str(folder.path)] == made[1:]
    folder.remove()


def test_where_folders_cannot_be_locked_one_is_made_and_none_is_cleared(temporary, monkeypatch):
    def refuse(descriptor, how):
        raise OSError("no locks here")

    (temporary / f"{PREFIX}half").mkdir()
    monkeypatch.setattr("autograder.sandbox.scratch.fcntl.flock", refuse)
    new_folder().remove()
    assert [path.name for path in temporary.iterdir()] == [f"{PREFIX}half"]


def test_what_others_keep_there_is_left_alone(temporary):
    (temporary / "autograder-report").mkdir()
    (temporary / f"{PREFIX}link").symlink_to(temporary / "autograder-report")
    (temporary / f"{PREFIX}note").write_text("mine", encoding="utf-8")
    new_folder().remove()
    assert len(list(temporary.iterdir())) == 3


def test_a_folder_that_is_too_deep_or_locked_is_removed_all_the_same(tmp_path):
    place = tmp_path / "scratch"
    place.mkdir()
    here = os.open(place, os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("d", dir_fd=here)
        deeper = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    place.chmod(0)
    remove_folder(place)
    assert not place.exists()
    remove_folder(place)
