"""A file is put into its place, patiently where Windows holds it, and a failure says what helps."""

import sys

import pytest

from autograder import replacing
from autograder.replacing import put_in_place, what_is_wrong


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")


@pytest.fixture
def held(monkeypatch):
    """Let a number of tries fail as they do while another program has the file open."""

    def hold(tries):
        left = iter(range(tries))
        replace = replacing.Path.replace

        def refuse(path, target):
            if next(left, None) is not None:
                raise PermissionError(13, "Access is denied", str(path), None, str(target))
            return replace(path, target)

        monkeypatch.setattr(replacing.Path, "replace", refuse)

    return hold


@pytest.fixture
def files(tmp_path):
    finished, target = tmp_path / "finished", tmp_path / "target"
    finished.write_text("new", encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    return finished, target


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_held_for_a_moment_is_waited_for(files, held):
    held(3)
    put_in_place(*files)
    assert files[1].read_text(encoding="utf-8") == "new"
    assert not files[0].exists()


@pytest.mark.usefixtures("windows")
def test_one_that_stays_open_leaves_both_files_and_says_what_helps(files, held, monkeypatch):
    monkeypatch.setattr(replacing, "PATIENCE", 0.1)
    held(1000)
    with pytest.raises(PermissionError) as caught:
        put_in_place(*files)
    assert [file.read_text(encoding="utf-8") for file in files] == ["new", "old"]
    assert what_is_wrong(caught.value) == (
        f"{files[0]}: Access is denied. "
        "Another program may have it open: close it there, and try again."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there it waits")
def test_other_systems_wait_for_nobody(files, held, monkeypatch):
    monkeypatch.setattr(replacing.time, "sleep", lambda _: pytest.fail("it waited"))
    held(1)
    with pytest.raises(PermissionError):
        put_in_place(*files)


@pytest.mark.usefixtures("windows")
def test_a_path_that_is_too_long_for_windows_is_told():
    error = FileNotFoundError(2, "No such file or directory", "C:\\course\\" + "a" * 260)
    assert what_is_wrong(error).endswith("use a folder nearer to the disk's root.")


@pytest.mark.skipif(sys.platform == "win32", reason="there it says more")
def test_elsewhere_an_error_is_told_as_it_is():
    assert what_is_wrong(PermissionError(13, "Permission denied", "a")) == "a: Permission denied."
