"""One run at a time, and a copy of the gradebook from before each."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from autograder.course.folder import CourseError, new_course
from autograder.gradebook.backup import KEPT, back_up
from autograder.gradebook.lock import LOCK, hold_lock

HOLD = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from autograder.course.folder import open_course\n"
    "from autograder.gradebook.lock import hold_lock\n"
    "with hold_lock(open_course(Path(sys.argv[1]))):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(60)\n"
)
NOW = datetime(2026, 9, 1, 18)


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    write(course, "CREATE TABLE points (n)")
    return course


@pytest.fixture
def holder(course):
    """Another process that holds the course."""
    command = [sys.executable, "-c", HOLD, str(course.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def write(course, sql):
    with closing(sqlite3.connect(course.folder / "gradebook.db")) as database:
        database.execute(sql)
        database.commit()


def rows(path):
    with closing(sqlite3.connect(path)) as database:
        return [n for (n,) in database.execute("SELECT n FROM points")]


def test_a_second_run_says_who_holds_the_course(course, holder):
    with (
        pytest.raises(CourseError, match=rf"being graded already: process {holder.pid} on .*since"),
        hold_lock(course),
    ):
        pass


def test_the_lock_of_a_run_that_was_killed_is_free(course, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with hold_lock(course):
        assert str(os.getpid()) in (course.folder / LOCK).read_text(encoding="utf-8")


def test_a_lock_is_free_after_an_error(course):
    with pytest.raises(ZeroDivisionError), hold_lock(course):
        1 / 0  # noqa: B018 - what goes wrong in a run
    with hold_lock(course):
        pass


def test_a_backup_holds_the_gradebook_as_it_was(course):
    write(course, "INSERT INTO points VALUES (1)")
    copy = back_up(course, NOW)
    write(course, "INSERT INTO points VALUES (2)")
    assert copy.name == "gradebook-2026-09-01-180000-000000.db"
    assert rows(copy) == [1]


def test_a_gradebook_that_did_not_change_pushes_no_older_copy_out(course):
    assert back_up(course, NOW) is not None
    assert back_up(course, NOW + timedelta(hours=1)) is None


def test_the_last_ten_copies_are_kept(course):
    for number in range(KEPT + 3):
        write(course, f"INSERT INTO points VALUES ({number})")
        back_up(course, NOW + timedelta(hours=number))
    copies = sorted((course.folder / "backups").iterdir())
    assert len(copies) == KEPT
    assert rows(copies[0]) == [0, 1, 2, 3]


def test_a_backup_of_a_gradebook_that_is_held_gives_up_and_leaves_nothing(course):
    with closing(sqlite3.connect(course.folder / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            back_up(course, NOW, patience=0.2)
    assert list((course.folder / "backups").iterdir()) == []


def test_a_half_written_backup_of_a_killed_run_is_replaced(course):
    (course.folder / "backups").mkdir()
    for name in (".unfinished.db", ".unfinished.db-journal"):
        (course.folder / "backups" / name).write_text("half", encoding="utf-8")
    copy = back_up(course, NOW)
    assert list((course.folder / "backups").iterdir()) == [copy]
