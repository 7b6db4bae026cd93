"""The archives that platforms take back, read as Moodle and Canvas read them."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest

from autograder.collecting.sheets.kept_sheets import worksheet_path
from autograder.course.handed_in.attempts import Attempt, keep_attempt
from autograder.course.roster import Student
from autograder.feedback.pages import feedback
from autograder.feedback.zips import packed
from tests.autograder.feedback.conftest import LESSON

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def came(classroom, tmp_path):
    """Keep an attempt as `collect` does."""

    def came(student, platform, returns, number=1, time=NOON):
        file = tmp_path / "came.ipynb"
        file.write_text("{}", encoding="utf-8")
        new = Attempt(number, "0" * 64, time, platform=platform, returns=returns)
        keep_attempt(classroom.course, student, LESSON, file, new)

    return came


def pack(classroom, kind, **options):
    course = classroom.course
    (made,) = packed(course, list(feedback(course)), kind, **options)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.testzip() is None
        return made, {name: archive.read(name).decode() for name in archive.namelist()}


def moodle_reads(path):
    """Return number, kind and file as Moodle's importer finds them in a path.

    Each part is split at underscores into five at most; one with four has the user's number in
    second place, the kind of plugin and the plugin after it, and what is left begins the name.
    """
    parts = path.split("/")
    while parts:
        info = parts.pop(0).split("_", 4)
        if len(info) >= 4 and info[1].isdigit():
            rest = "/".join([info[4] if len(info) == 5 else "", *parts])
            return int(info[1]), "_".join(info[2:4]), rest.strip("/")
    return None


def canvas_reads(path):
    """Return the numbers of the student and of the file, and what Canvas takes the file for."""
    numbers = [part for part in path.rsplit("/", 1)[-1].split("_") if re.fullmatch(r"\d+", part)]
    return (*map(int, numbers[:2]), path.rpartition(".")[2])


def test_moodle_finds_each_page_by_the_folder_of_the_download(classroom, came):
    names = {"ann": ('Анна "Аня" О\'Нил', 17), "kim": ("김 지우", 18), "ria": ("रिया, 2", 19)}
    for student, (name, number) in names.items():
        classroom.graded(student)
        came(student, "moodle", f"{name}_{number}_assignsubmission_file_")
    made, files = pack(classroom, "moodle")
    read = {moodle_reads(path): text for path, text in files.items()}
    assert set(read) == {(n, "assignsubmission_file", f"{LESSON}.html") for n in (17, 18, 19)}
    assert "Feedback for" in read[18, "assignsubmission_file", f"{LESSON}.html"]
    assert (made.pages, made.left_out) == (3, ())
    assert made.path == classroom.course.folder / "feedback" / f"{LESSON}-moodle.zip"


def test_without_moodles_number_a_page_is_left_out_and_named(classroom):
    classroom.enroll(Student("ann", "Анна_Б/В", moodle_id="17"))
    classroom.graded("ann")
    assert pack(classroom, "moodle")[0].left_out == ("ann",)
    made, files = pack(classroom, "moodle", by_roster=True)
    assert made.left_out == ()
    assert [moodle_reads(path)[0] for path in files] == [17]
    assert list(files) == [f"Анна Б В_17_assignsubmission_file_/{LESSON}.html"]


def test_the_collected_worksheet_tells_moodles_number(classroom):
    classroom.enroll(Student("ann", "Анна Б", "ann@example.org"), Student("kim", "Kim"))
    classroom.graded("ann")
    classroom.graded("kim")
    sheet = worksheet_path(classroom.course, LESSON)
    sheet.parent.mkdir(parents=True)
    sheet.write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade\n"
        "Participant 17,Another name,ANN@example.org,No submission,,100\n",
        encoding="utf-8",
    )
    made, files = pack(classroom, "moodle")
    assert list(files) == [f"Анна Б_17_assignsubmission_file_/{LESSON}.html"]
    assert made.left_out == ("kim",)


def test_canvas_finds_each_page_by_the_name_of_the_file_that_was_handed_in(classroom, came):
    for student, name in (
        ("ann", "annaoneil_LATE_51_2001_01_neuron-1.ipynb"),
        ("kim", "김지우_52_2002_my_net_7.ipynb"),
        ("eve", "eve_53_link.html"),
    ):
        classroom.graded(student)
        came(student, "canvas", name)
    made, files = pack(classroom, "canvas")
    assert {canvas_reads(path) for path in files} == {(51, 2001, "html"), (52, 2002, "html")}
    assert made.left_out == ("eve",)


def test_of_several_attempts_the_one_that_counts_gives_the_name(classroom, came):
    classroom.graded("ann")
    came("ann", "canvas", "ann_51_2001_a.ipynb")
    came("ann", "canvas", "ann_51_2002_a-1.ipynb", number=2, time=NOON.replace(hour=13))
    came("ann", "submitted", "", number=3, time=NOON.replace(hour=14))
    assert [canvas_reads(path)[1] for path in pack(classroom, "canvas")[1]] == [2002]


def test_a_plain_archive_has_a_folder_for_each_student(classroom):
    classroom.graded("ann")
    classroom.graded("김지우")
    _, files = pack(classroom, "plain")
    assert sorted(files) == [f"ann/{LESSON}.html", f"김지우/{LESSON}.html"]


def test_the_same_pages_make_the_same_archive(classroom):
    classroom.graded("ann")
    first, _ = pack(classroom, "plain")
    assert first.changed
    first.write()
    assert not pack(classroom, "plain")[0].changed


def test_no_name_leads_out_of_the_archive(classroom, came):
    classroom.graded("ann")
    came("ann", "moodle", "../../x_17_assignsubmission_file_")
    (path,) = pack(classroom, "moodle")[1]
    assert path == f".. .. x_17_assignsubmission_file_/{LESSON}.html"
