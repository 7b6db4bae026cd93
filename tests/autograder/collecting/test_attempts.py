"""Every attempt is kept, the last one counts, and collecting again changes nothing."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from nbgrader.api import Gradebook

from autograder.course.folder import CourseError, open_course
from autograder.gradebook.lock import hold_lock
from autograder.simulation.platforms import HandIn, hand_in_as

LESSON = "01_neuron"


@pytest.fixture
def hand_in(desk):
    """Collect one student's notebook, handed in some hours after the first, on a platform."""

    def hand_in(answer, hours=0, platform="nbgrader", late=False, **order):
        student = desk.people[0]
        work = HandIn(
            student,
            LESSON,
            desk.notebook(answer),
            desk.when + timedelta(hours=hours),
            late=late,
        )
        folder = desk.downloads / f"{answer} {hours} {platform}"
        return desk.collect(*hand_in_as(platform, [work], folder), **order)

    return hand_in


def statuses(done):
    return [(one.status, one.attempt) for one in done.collected]


def stamp(desk):
    return (desk.course.submitted("aigul", LESSON) / "timestamp.txt").read_text(encoding="utf-8")


def test_a_later_attempt_takes_the_place_and_the_earlier_is_kept(desk, hand_in):
    assert statuses(hand_in("first")) == [("new", 1)]
    assert statuses(hand_in("second", hours=2)) == [("replaced", 2)]
    assert desk.submitted("aigul") == desk.notebook("second")
    assert stamp(desk) == "2026-10-01 20:30:10 UTC\n"
    kept = desk.course.folder / "attempts" / "aigul" / LESSON / "1" / f"{LESSON}.ipynb"
    assert kept.read_bytes() == desk.notebook("first")


def test_an_attempt_that_comes_late_to_the_course_but_is_older_does_not_count(desk, hand_in):
    hand_in("second", hours=2)
    assert statuses(hand_in("first")) == [("earlier", 2)]
    assert desk.submitted("aigul") == desk.notebook("second")


def test_collecting_the_same_again_changes_nothing(desk, hand_in):
    hand_in("first")
    hand_in("second", hours=2)
    before = sorted(path for path in desk.course.folder.rglob("*") if path.is_file())
    assert statuses(hand_in("first")) == [("unchanged", 1)]
    assert statuses(hand_in("second", hours=2)) == [("unchanged", 2)]
    assert sorted(path for path in desk.course.folder.rglob("*") if path.is_file()) == before


def test_the_first_answer_handed_in_once_more_counts_again(desk, hand_in):
    hand_in("first")
    hand_in("second", hours=2)
    assert statuses(hand_in("first", hours=3)) == [("replaced", 3)]
    assert desk.submitted("aigul") == desk.notebook("first")


def test_without_times_the_order_of_coming_decides(desk, hand_in):
    hand_in("first", platform="canvas")
    hand_in("second", platform="canvas")
    assert desk.submitted("aigul") == desk.notebook("second")
    assert statuses(hand_in("first", platform="canvas")) == [("unchanged", 1)]
    assert desk.submitted("aigul") == desk.notebook("second")


def test_what_somebody_put_there_by_hand_is_kept_as_an_attempt(desk, hand_in):
    folder = desk.course.submitted("aigul", LESSON)
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_bytes(desk.notebook("by hand"))
    done = hand_in("second")
    assert statuses(done) == [("replaced", 2)]
    assert "kept as an earlier attempt" in done.collected[0].notes[0]
    kept = desk.course.folder / "attempts" / "aigul" / LESSON / "1" / f"{LESSON}.ipynb"
    assert kept.read_bytes() == desk.notebook("by hand")


def test_an_attempt_tells_where_it_came_from(desk, hand_in):
    done = hand_in("first", platform="moodle")
    home = desk.course.folder / "attempts" / "aigul" / LESSON / "1"
    origin = json.loads((home / "origin.json").read_text(encoding="utf-8"))
    assert origin["platform"] == "moodle"
    assert origin["source"] == done.received[0].original
    assert origin["returns"].startswith("Айгүл Нұрлан_")
    assert origin["returns"].endswith("_assignsubmission_file_")


def test_the_original_is_kept_as_it_came(desk, hand_in):
    done = hand_in("first", platform="moodle")
    (came,) = (desk.downloads / "first 0 moodle").glob("*.zip")
    kept = desk.course.folder / "collected" / done.received[0].original
    assert kept.read_bytes() == came.read_bytes()
    (line,) = (kept.parent / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["kept_as"] == kept.name


def test_a_dry_run_says_the_same_and_writes_nothing(desk, hand_in):
    before = sorted(desk.course.folder.rglob("*"))
    planned = hand_in("first", dry_run=True)
    assert statuses(planned) == [("new", 1)]
    assert sorted(desk.course.folder.rglob("*")) == before
    assert statuses(hand_in("first")) == statuses(planned)


def test_an_attempt_without_its_description_is_named(desk, hand_in):
    hand_in("first")
    origin = desk.course.folder / "attempts" / "aigul" / LESSON / "1" / "origin.json"
    origin.write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match=r"origin.json can't be read.*collect again"):
        hand_in("second")


def test_late_work_is_late_by_its_time_and_the_due_date_is_in_the_gradebook(desk, hand_in):
    desk.deadline("2026-10-01T18:00:00Z")
    (one,) = hand_in("first").collected
    assert (one.late, one.late_by) == (True, timedelta(minutes=30, seconds=10))
    with Gradebook(f"sqlite:///{desk.course.folder}/gradebook.db", desk.course.name) as book:
        assert book.find_assignment(LESSON).duedate == datetime(2026, 10, 1, 18)


def test_work_that_canvas_calls_late_is_late_by_the_least(desk, hand_in):
    desk.deadline("2026-10-01T18:00:00Z")
    (one,) = hand_in("first", platform="canvas", late=True).collected
    assert (one.late, one.late_by, one.time) == (True, timedelta(), None)
    assert stamp(desk) == "2026-10-01 18:00:01 UTC\n"


def test_the_worksheets_times_come_before_those_of_the_files(desk):
    work = [HandIn(desk.people[0], LESSON, desk.notebook(), desk.when)]
    sheet = desk.downloads / "Grades.csv"
    sheet.write_text(
        "Identifier,Full name,Email address,Last modified (submission)\n"
        "Participant 19000,Айгүл Нұрлан,aigul@example.org,2026-10-02 09:15:00 +0000\n",
        encoding="utf-8",
    )
    (archive,) = hand_in_as("moodle", work, desk.downloads)
    (one,) = desk.collect(archive, sheet).collected
    assert one.time == datetime(2026, 10, 2, 9, 15, tzinfo=UTC)


def test_files_that_all_have_the_time_of_the_download_tell_no_time(desk):
    work = [HandIn(one, LESSON, desk.notebook(), desk.when) for one in desk.people]
    done = desk.collect(*hand_in_as("moodle", work, desk.downloads))
    assert [one.time for one in done.collected] == [None] * len(work)
    assert "the time of the download" in done.notes[0]


def test_the_class_is_not_touched_while_it_is_graded(desk, hand_in):
    with hold_lock(open_course(desk.course.folder)), pytest.raises(CourseError, match="graded"):
        hand_in("first")
