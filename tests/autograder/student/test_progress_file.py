import json
import os
import subprocess
import sys
import time

import pytest

from autograder.student import progress_file as files
from autograder.student.records import (
    NewerFormatError,
    Record,
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
    assert records == {"a.b": Record(1, 0.5), "a.c": Record(1, 0.5)}


def test_the_file_names_its_format(progress_file):
    files.update(progress_file, {}, "a.b", one_more)
    assert json.loads(progress_file.read_text())["format"] == 1


def test_no_other_file_is_left_beside_it(progress_file):
    files.update(progress_file, {}, "a.b", one_more)
    assert [one.name for one in progress_file.parent.iterdir()] == ["progress.json"]


def test_a_file_that_is_not_there_is_empty(progress_file):
    assert files.read(progress_file) == ({}, "")


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
    assert [one.name for one in progress_file.parent.iterdir()] == ["progress.json"]


COUNT = """
import sys
from functools import partial
from pathlib import Path
from autograder.student.progress_file import update
from autograder.student.records import after_attempt
for _ in range(40):
    update(Path(sys.argv[1]), {}, "a.b", partial(after_attempt, score=0.0, passed=False))
"""


def test_two_notebooks_at_once_lose_no_attempt(progress_file):
    running = [subprocess.Popen([sys.executable, "-c", COUNT, progress_file]) for _ in range(2)]
    assert [one.wait() for one in running] == [0, 0]
    assert files.read(progress_file)[0]["a.b"].attempts == 80


def test_a_lock_left_over_from_a_crash_is_taken_away(progress_file):
    progress_file.parent.mkdir()
    lock = progress_file.with_name("progress.json.lock")
    lock.touch()
    old = time.time() - 2 * files.STALE_SECONDS
    os.utime(lock, (old, old))
    files.update(progress_file, {}, "a.b", one_more)
    assert not lock.exists()


def test_a_lock_that_is_held_is_not_waited_for_without_end(progress_file, monkeypatch):
    monkeypatch.setattr(files, "WAIT_SECONDS", 0.05)
    progress_file.parent.mkdir()
    with files.locked(progress_file), pytest.raises(OSError, match="held by somebody"):
        files.update(progress_file, {}, "a.b", one_more)


def test_the_best_score_and_a_pass_are_never_lost():
    record = after_attempt(Record(), score=1.0, passed=True)
    assert after_attempt(record, score=0.0, passed=False) == Record(2, 1.0, True)


def test_hints_are_counted_up_to_the_last():
    record = after_hint(after_hint(after_hint(Record(), total=2), total=2), total=2)
    assert record.hints == 2


def test_records_survive_the_way_through_data():
    records = {"a.b": Record(3, 0.25, True, 2)}
    assert from_data(json.loads(json.dumps(to_data(records)))) == records
