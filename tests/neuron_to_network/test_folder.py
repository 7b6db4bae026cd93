"""A student's own folder: nothing in it is ever overwritten."""

import json

import pytest

from autograder.student.progress_file import progress_path
from neuron_to_network.folder import FolderError, StudentFolder
from neuron_to_network.merge import Changes


def lesson(*sources):
    cells = [
        {"id": f"cell-{place}", "cell_type": "code", "source": source, "metadata": {}}
        for place, source in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


LESSONS = {"00_start": lesson("1"), "01_neuron": lesson("1", "2")}
NEWER = {**LESSONS, "01_neuron": lesson("1", "3"), "02_perceptron": lesson("4")}


@pytest.fixture
def folder(tmp_path):
    folder = StudentFolder(tmp_path / "mine")
    folder.start(LESSONS)
    return folder


def sources(folder, name):
    return [one["source"] for one in json.loads(folder.notebook(name).read_text())["cells"]]


def work(folder, name, *texts):
    folder.notebook(name).write_text(lesson(*texts))


def test_a_folder_starts_with_every_lesson(folder):
    assert sorted(path.name for path in folder.path.glob("*.ipynb")) == [
        "00_start.ipynb",
        "01_neuron.ipynb",
    ]


def test_to_start_again_gives_only_what_is_missing_and_leaves_work_alone(folder):
    work(folder, "01_neuron", "my answer")
    folder.notebook("00_start").unlink()
    assert folder.start(LESSONS) == ["00_start"]
    assert sources(folder, "01_neuron") == ["my answer"]


def test_a_notebook_that_was_there_before_is_nobodys_to_touch(tmp_path):
    (tmp_path / "01_neuron.ipynb").write_text("mine")
    with pytest.raises(FolderError, match=r"01_neuron\.ipynb already.*another folder"):
        StudentFolder(tmp_path).start(LESSONS)
    assert [path.name for path in tmp_path.iterdir()] == ["01_neuron.ipynb"]


def test_an_update_keeps_work_brings_what_is_new_and_keeps_the_notebook_as_it_was(folder):
    work(folder, "01_neuron", "my answer", "2")
    start, neuron, perceptron = folder.update(NEWER)
    assert not start.changes
    assert start.old is None
    assert neuron.changes == Changes(newer=1)
    assert sources(folder, "01_neuron") == ["my answer", "3"]
    assert neuron.old.read_text() == lesson("my answer", "2")
    assert (perceptron.lesson, perceptron.changes) == ("02_perceptron", Changes(new=1))


def test_a_second_update_knows_the_lesson_of_the_first(folder):
    list(folder.update(NEWER))
    assert not any(result.changes for result in folder.update(NEWER))
    newest = {**NEWER, "01_neuron": lesson("1", "5")}
    assert [result.changes for result in folder.update(newest)][1] == Changes(newer=1)
    assert sources(folder, "01_neuron") == ["1", "5"]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"cells": 1}', '{"cells": [1]}'])
def test_a_notebook_that_cannot_be_read_is_left_as_it_is(folder, broken):
    folder.notebook("01_neuron").write_text(broken)
    results = {result.lesson: result.changes for result in folder.update(NEWER)}
    assert results["01_neuron"] is None
    assert folder.notebook("01_neuron").read_text() == broken


@pytest.mark.parametrize("lost", [None, "{", '{"cells": 1}'])
def test_without_a_record_of_what_was_given_out_work_is_kept_all_the_same(folder, lost):
    work(folder, "01_neuron", "my answer", "2")
    folder.record("01_neuron").unlink()
    if lost is not None:
        folder.record("01_neuron").write_text(lost)
    list(folder.update(NEWER))
    shown = "\n".join(sources(folder, "01_neuron"))
    assert "my answer" in shown
    assert "3" in shown


def test_a_lesson_that_is_reset_is_fresh_and_the_old_one_is_kept_each_time(folder):
    olds = []
    for text in ("first try", "second try"):
        work(folder, "01_neuron", text)
        olds.append(folder.reset("01_neuron", LESSONS))
        assert sources(folder, "01_neuron") == ["1", "2"]
    assert [old.read_text() for old in olds] == [lesson("first try"), lesson("second try")]


def test_a_lesson_that_there_is_not_cannot_be_reset(folder):
    with pytest.raises(FolderError, match="There are: 00_start, 01_neuron"):
        folder.reset("09_more", LESSONS)


def test_only_a_folder_that_was_started_can_be_updated_or_reset(tmp_path):
    folder = StudentFolder(tmp_path)
    with pytest.raises(FolderError, match="Begin with: neuron-to-network start"):
        list(folder.update(LESSONS))
    with pytest.raises(FolderError, match="Begin with: neuron-to-network start"):
        folder.reset("01_neuron", LESSONS)
    assert list(tmp_path.iterdir()) == []


def test_progress_belongs_to_the_folder(folder, monkeypatch):
    monkeypatch.delenv("NEURON_TO_NETWORK_PROGRESS", raising=False)
    monkeypatch.chdir(folder.path)
    assert progress_path() == folder.path / ".lessons" / "progress.json"
