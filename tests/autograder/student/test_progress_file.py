import json
import os
import subprocess
import sys
import time

import pytest

from autograder.student import progress_file as files
from autograder.student.progress_file import (
    ItemRecord,
    NewerFormatError,
    after_attempt,
    after_hint,
    from_data,
    to_data,
)


def one_more(record):
    return after_attempt(record, score=0.5, passed=False)


def test_the_environment_chooses_the_file(progress_file, monkeypatch):
    assert files.progress_path() == progress_file
    monkeypatch.setenv("NEURON_TO_NETWORK_PROGRESS", "off")
    assert files.progress_path() is None


def test_without_a_choice_it_lies_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("NEURON_TO_NETWORK_PROGRESS")
    monkeypatch.setattr(files, "user_data_dir", lambda name, appauthor: str(tmp_path / name))
    assert files.progress_path() == tmp_path / "neuron-to-network" / "progress.json"


def test_nothing_is_kept_while_nbgrader_grades(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert files.progress_path() is None


def test_what_is_written_is_read_back(progress_file):
    files.update(progress_file, {}, "a.b", one_more)
    records, aside = files.update(progress_file, {}, "a.c", one_more)
    assert (records, aside) == files.read(progress_file)
    assert records == {"a.b": ItemRecord(1, 0.5), "a.c": ItemRecord(1, 0.5)}


def test_the_file_names_its_format(progress_file):
    files.update(progress_file, {}, "a.b", one_more)
    assert json.loads(progress_file.read_text())["format"] == 1


def names_beside(progress_file):
    return sorted(path.name for path in progress_file.parent.iterdir())


def test_no_other_file_but_its_lock_is_left_beside_it(progress_file):
    files.update(progress_file, {}, "a.b", one_more)
    assert names_beside(progress_file) == ["progress.json", "progress.json.lock"]


def test_in_a_browser_no_lock_is_taken(progress_file, monkeypatch):
    monkeypatch.setattr(files.sys, "platform", "emscripten")
    files.update(progress_file, {}, "a.b", one_more)
    assert names_beside(progress_file) == ["progress.json"]


def test_in_a_browser_it_lies_beside_the_notebooks(monkeypatch, tmp_path):
    monkeypatch.delenv("NEURON_TO_NETWORK_PROGRESS")
    monkeypatch.setattr(files.sys, "platform", "emscripten")
    monkeypatch.chdir(tmp_path)
    path = files.progress_path()
    files.update(path, {}, "a.b", one_more)
    assert path == tmp_path / ".lessons" / "progress.json"
    assert names_beside(path) == ["progress.json"]


def test_a_file_that_the_version_before_wrote_is_read_and_counted_on(progress_file):
    progress_file.parent.mkdir()
    progress_file.write_text(WRITTEN_BY_0_1)
    assert files.read(progress_file) == (
        {"neuron.net_input": ItemRecord(3, 1.0, True, 2), "neuron.q1": ItemRecord(1, 0.0)},
        "",
    )
    records, _ = files.update(progress_file, {}, "neuron.q1", one_more)
    assert records["neuron.net_input"] == ItemRecord(3, 1.0, True, 2)
    assert records["neuron.q1"] == ItemRecord(2, 0.5)


def test_a_file_that_is_not_there_is_empty(progress_file):
    assert files.read(progress_file) == ({}, "")


WRITTEN_BY_0_1 = """{
 "format": 1,
 "records": {
  "neuron.net_input": {
   "attempts": 3,
   "best": 1.0,
   "hints": 2,
   "passed": true
  },
  "neuron.q1": {
   "attempts": 1,
   "best": 0.0,
   "hints": 0,
   "passed": false
  }
 }
}"""
DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b'{"format": 1}',
    b'{"format": "1", "records": {}}',
    b'{"format": 1, "records": []}',
    b'{"format": 1, "records": {"a.b": 3}}',
    b'{"format": 1, "records": {"a.b": {"attempts": "many"}}}',
    b'{"format": 1, "records": {"a.b": {"attempts": -1}}}',
    b'{"format": 1, "records": {"a.b": {"passed": 1}}}',
    b'{"format": 1, "records": {"a.b": {"unheard": 1}}}',
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_set_aside_whole(progress_file, content):
    progress_file.parent.mkdir()
    progress_file.write_bytes(content)
    assert files.read(progress_file) == ({}, "progress.damaged-1.json")
    assert progress_file.with_name("progress.damaged-1.json").read_bytes() == content
    assert not progress_file.exists()


def test_a_second_damaged_file_does_not_replace_the_first(progress_file):
    progress_file.parent.mkdir()
    for _ in range(2):
        progress_file.write_text("{")
        _, aside = files.read(progress_file)
    assert aside == "progress.damaged-2.json"


def test_a_file_of_a_later_format_is_left_alone(progress_file):
    progress_file.parent.mkdir()
    progress_file.write_text('{"format": 2, "records": "other"}')
    with pytest.raises(NewerFormatError, match="format 2"):
        files.update(progress_file, {}, "a.b", one_more)
    assert "other" in progress_file.read_text()


def test_a_write_that_fails_leaves_the_old_file_whole(progress_file, monkeypatch):
    files.update(progress_file, {}, "a.b", one_more)
    before = progress_file.read_bytes()

    def full_disk(*arguments, **options):
        raise OSError("no space left")

    monkeypatch.setattr(files.json, "dump", full_disk)
    with pytest.raises(OSError, match="no space"):
        files.update(progress_file, {}, "a.b", one_more)
    assert progress_file.read_bytes() == before
    assert names_beside(progress_file) == ["progress.json", "progress.json.lock"]


COUNT = """
import sys
from functools import partial
from pathlib import Path
from autograder.student import progress_file
from autograder.student.progress_file import after_attempt, update
progress_file.WAIT_SECONDS = 60  # they write without a pause, which nobody does
try_once = partial(after_attempt, score=0.0, passed=False)
for number in range(int(sys.argv[3])):
    update(Path(sys.argv[1]), {}, "all.together", try_once)
    update(Path(sys.argv[1]), {}, f"{sys.argv[2]}.n{number}", try_once)
"""
NOTEBOOKS, ROUNDS = 4, 25


def test_many_notebooks_at_once_lose_no_attempt(progress_file):
    running = [
        subprocess.Popen([sys.executable, "-c", COUNT, progress_file, str(number), str(ROUNDS)])
        for number in range(NOTEBOOKS)
    ]
    assert [process.wait() for process in running] == [0] * NOTEBOOKS
    records, _ = files.read(progress_file)
    assert records.pop("all.together").attempts == NOTEBOOKS * ROUNDS
    assert len(records) == NOTEBOOKS * ROUNDS
    assert {record.attempts for record in records.values()} == {1}


HOLD = """
import sys
import time
from pathlib import Path
from autograder.student.progress_file import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(progress_file):
    """Another process that holds the lock of the file."""
    progress_file.parent.mkdir()
    command = [sys.executable, "-c", HOLD, progress_file]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_lock_that_is_held_is_not_waited_for_without_end(progress_file, holder, monkeypatch):
    monkeypatch.setattr(files, "WAIT_SECONDS", 0.05)
    with pytest.raises(OSError, match="could not be acquired"):
        files.update(progress_file, {}, "a.b", one_more)
    assert not progress_file.exists()


def test_a_killed_holder_does_not_block(progress_file, holder, monkeypatch):
    monkeypatch.setattr(files, "WAIT_SECONDS", 0.0)  # the lock is free at the first try
    holder.kill()
    holder.wait()
    records, _ = files.update(progress_file, {}, "a.b", one_more)
    assert records["a.b"].attempts == 1


@pytest.mark.parametrize("age", [0, 3600])
def test_a_lock_file_left_over_by_the_version_before_does_not_block(
    progress_file, monkeypatch, age
):
    monkeypatch.setattr(files, "WAIT_SECONDS", 0.0)
    progress_file.parent.mkdir()
    lock = progress_file.with_name("progress.json.lock")
    lock.touch()
    os.utime(lock, (time.time() - age, time.time() - age))
    assert files.update(progress_file, {}, "a.b", one_more)[0]["a.b"].attempts == 1


def test_a_damaged_file_that_another_notebook_replaced_meanwhile_is_kept(
    progress_file, monkeypatch
):
    files.update(progress_file, {}, "a.b", one_more)
    answers = iter([None])  # the first look still saw the damaged file
    look = files.readable_records
    monkeypatch.setattr(files, "readable_records", lambda path: next(answers, look(path)))
    records, aside = files.read(progress_file)
    assert (records["a.b"].attempts, aside) == (1, "")


def test_the_best_score_and_a_pass_are_never_lost():
    record = after_attempt(ItemRecord(), score=1.0, passed=True)
    assert after_attempt(record, score=0.0, passed=False) == ItemRecord(2, 1.0, True)


def test_hints_are_counted_up_to_the_last():
    record = after_hint(after_hint(after_hint(ItemRecord(), total=2), total=2), total=2)
    assert record.hints == 2


def test_records_survive_the_way_through_data():
    records = {"a.b": ItemRecord(3, 0.25, True, 2)}
    assert from_data(json.loads(json.dumps(to_data(records)))) == records
