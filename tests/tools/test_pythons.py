"""`make test-pythons`: which Pythons it takes, and what it says of them."""

import sys
from pathlib import Path

import pytest

from tools import pythons


def test_the_lowest_patch_release_of_each_version_is_taken():
    offered = [((3, 12, 1), Path("b")), ((3, 11, 7), Path("a")), ((3, 11, 2), Path("c"))]
    assert pythons.lowest_of_each(offered) == {
        (3, 11): ((3, 11, 2), Path("c")),
        (3, 12): ((3, 12, 1), Path("b")),
    }


def test_patch_releases_are_ordered_as_numbers():
    lowest = pythons.lowest_of_each([((3, 11, 10), Path("a")), ((3, 11, 9), Path("b"))])
    assert lowest[3, 11] == ((3, 11, 9), Path("b"))


def test_an_environments_python_and_what_is_none_are_left_out(tmp_path):
    program = tmp_path / "python3"
    program.write_text("#!/bin/sh\necho Hello.\n", encoding="utf-8")
    program.chmod(0o755)
    assert pythons.version_of(program) == ()
    assert pythons.version_of(tmp_path / "gone") == ()
    if sys.prefix != sys.base_prefix:
        assert pythons.version_of(Path(sys.executable)) == ()


def test_a_python_too_old_is_left_out(monkeypatch):
    versions = {"old": (3, 10, 13), "new": (3, 11, 0), "none": ()}
    monkeypatch.setattr(pythons, "version_of", lambda program: versions[program.name])
    assert list(pythons.found(map(Path, versions))) == [((3, 11, 0), Path("new"))]


@pytest.fixture
def two_pythons(monkeypatch):
    """Offer 3.11.2 and 3.13.0; the demo fails with the second."""
    offered = [((3, 11, 2), Path("a")), ((3, 13, 0), Path("b"))]
    monkeypatch.setattr(pythons, "candidates", tuple)
    monkeypatch.setattr(pythons, "found", lambda _: offered)
    monkeypatch.setattr(pythons, "make", all_but_one_demo)


def all_but_one_demo(target, version, _):
    return (target, version) != ("demo", (3, 13, 0))


@pytest.mark.usefixtures("two_pythons")
def test_a_failure_ends_that_pythons_targets_and_the_whole_with_1(capsys):
    assert pythons.main() == 1
    told = capsys.readouterr().out
    assert "3.11: 3.11.2, set-up passed in 0 s, demo passed in 0 s, fast-tests passed in" in told
    assert told.count("fast-tests") == 1
    assert "demo FAILED" in told


@pytest.mark.usefixtures("two_pythons")
def test_targets_may_be_named(capsys):
    assert pythons.main(["students-path"]) == 0
    told = capsys.readouterr().out
    assert "3.13: 3.13.0, students-path passed in 0 s\n" in told


@pytest.mark.usefixtures("two_pythons")
def test_absent_pythons_are_named(capsys):
    pythons.main()
    told = capsys.readouterr().out
    assert "3.12: not found through pyenv or PATH" in told
    assert "3.14: not found through pyenv or PATH" in told
