from functools import partial

import pytest

from autograder.student.memory import SESSION, recall, remember
from autograder.student.records import Record, after_attempt

TRY = partial(after_attempt, score=0.5, passed=False)


def test_what_is_remembered_is_recalled_in_another_session(progress_file):
    remember({}, "a.b", TRY)
    assert recall({}).of("a.b") == Record(1, 0.5)


def test_an_exercise_that_was_never_tried_has_an_empty_record():
    assert recall({}).of("a.b") == Record()


@pytest.mark.parametrize("variable", ["NEURON_TO_NETWORK_PROGRESS", "NBGRADER_EXECUTION"])
def test_with_no_file_the_session_remembers(progress_file, monkeypatch, variable):
    monkeypatch.setenv(variable, "off")
    namespace = {}
    remember(namespace, "a.b", TRY)
    remember(namespace, "a.b", TRY)
    assert recall(namespace).of("a.b").attempts == 2
    assert recall({}).of("a.b").attempts == 0
    assert not progress_file.exists()


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
