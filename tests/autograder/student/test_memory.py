import os
import subprocess
import sys
from functools import partial

import pytest

from autograder.student.memory import SESSION, recall, remember
from autograder.student.progress_file import ItemRecord, after_attempt, after_hint

TRY = partial(after_attempt, score=0.5, passed=False)


def test_what_is_remembered_is_recalled_in_another_session(progress_file):
    remember({}, "a.b", TRY)
    assert recall({}).of("a.b") == ItemRecord(1, 0.5)


def test_an_exercise_that_was_never_tried_has_an_empty_record():
    assert recall({}).of("a.b") == ItemRecord()


@pytest.mark.parametrize("variable", ["NEURON_TO_NETWORK_PROGRESS", "NBGRADER_EXECUTION"])
def test_with_no_file_the_session_remembers(progress_file, monkeypatch, variable):
    monkeypatch.setenv(variable, "off")
    namespace = {}
    remember(namespace, "a.b", TRY)
    remember(namespace, "a.b", TRY)
    assert recall(namespace).of("a.b").attempts == 2
    assert recall({}).of("a.b").attempts == 0
    assert not progress_file.exists()


def test_a_browser_says_once_that_it_alone_keeps_the_work(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert "in this browser alone" in remember({}, "a.b", TRY).note
    assert remember({}, "a.b", partial(after_hint, total=3)).note == ""
    assert remember({}, "a.c", TRY).note == ""


def test_elsewhere_nothing_is_said_of_where_it_is_kept():
    assert remember({}, "a.b", TRY).note == ""


def test_a_home_that_cannot_be_written_is_tolerated_in_silence(progress_file, capfd):
    progress_file.parent.write_text("a file where the folder should be")
    namespace = {}
    memory = remember(namespace, "a.b", TRY)
    assert (memory.note, memory.of("a.b").attempts) == ("", 1)
    assert remember(namespace, "a.b", TRY).of("a.b").attempts == 2
    assert recall(namespace).of("a.b").attempts == 2
    assert capfd.readouterr() == ("", "")


def test_what_could_not_be_written_is_written_later(progress_file):
    progress_file.parent.write_text("in the way")
    namespace = {}
    remember(namespace, "a.b", TRY)
    progress_file.parent.unlink()
    remember(namespace, "a.c", TRY)
    assert SESSION not in namespace
    assert recall({}).of("a.b").attempts == 1


def test_what_is_written_later_takes_no_pass_of_another_notebook_away(progress_file):
    progress_file.parent.write_text("in the way")
    namespace = {}
    remember(namespace, "a.b", TRY)
    progress_file.parent.unlink()
    remember({}, "a.b", partial(after_attempt, score=1.0, passed=True))
    remember(namespace, "a.c", TRY)
    assert recall({}).of("a.b") == ItemRecord(1, 1.0, passed=True)


def test_a_damaged_file_costs_one_sentence(progress_file):
    progress_file.parent.mkdir()
    progress_file.write_text("{")
    memory = remember({}, "a.b", TRY)
    assert "set aside as progress.damaged-1.json" in memory.note
    assert remember({}, "a.b", TRY).note == ""
    assert recall({}).of("a.b").attempts == 2


def test_a_newer_file_is_left_and_the_session_remembers(progress_file):
    progress_file.parent.mkdir()
    progress_file.write_text('{"format": 99}')
    namespace = {}
    memory = remember(namespace, "a.b", TRY)
    assert "newer version" in memory.note
    assert recall(namespace).of("a.b").attempts == 1
    assert progress_file.read_text() == '{"format": 99}'


@pytest.mark.parametrize("own", [3, {"a.b": 1}, None])
def test_a_variable_of_the_students_with_the_same_name_does_no_harm(own):
    assert recall({SESSION: own}).records == {}


CHECK = """
from autograder.student import check
def net_input(x, weights, bias):
    return x @ weights + bias
print(check("neuron.net_input"))
"""
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def without_write_access(folder):
    """Return the words before a command that keep it from writing into a folder."""
    if os.geteuid() != 0:  # root writes whatever the mode says
        folder.chmod(0o555)
        return []
    return ["unshare", "--mount", "sh", "-c", READ_ONLY, folder]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps nobody's folder read-only")
@pytest.mark.parametrize("begun", [False, True])
def test_a_read_only_folder_costs_no_check_and_no_word_of_it(progress_file, begun):
    progress_file.parent.mkdir()
    if begun:
        remember({}, "a.b", TRY)
    before = {path.name: path.read_bytes() for path in progress_file.parent.iterdir()}
    command = [*without_write_access(progress_file.parent), sys.executable, "-c", CHECK]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    card, _, rest = done.stdout.partition("\n")
    assert card == "✓ Right: neuron.net_input · 2 of 2 points"
    assert rest.startswith("Well done: `net_input` gives what it should on every case.\n")
    assert rest.endswith("\n2\n")
    assert done.stderr == ""
    assert {path.name: path.read_bytes() for path in progress_file.parent.iterdir()} == before
