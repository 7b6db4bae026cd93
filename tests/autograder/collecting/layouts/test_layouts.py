"""Each platform's layout, as publicly described, is recognised and brings every notebook home.

The layouts' public sources are named in autograder/collecting/layouts; the paths below follow them.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from autograder.collecting.archives.entries import Entry, Unpacked
from autograder.collecting.layouts import canvas, exchange, github, google, moodle
from autograder.collecting.layouts.claim import Source
from autograder.simulation.platforms import LAYOUTS, HandIn, hand_in_as

PLATFORM = {"moodle-flat": "moodle", "google-takeout": "google", "google-drive": "google"}


def claims(layout, *paths, source="download.zip", assignments=("01_neuron",)):
    entries = [Entry(path, Path("unread")) for path in paths]
    return layout.read(Source(Unpacked(Path(source), entries), assignments))


@pytest.fixture
def class_work(desk):
    """Everybody's notebooks of both lessons, an hour apart."""
    return [
        HandIn(
            student,
            assignment,
            desk.notebook(student.id, assignment),
            desk.when + timedelta(hours=number),
            late=number > 3,
        )
        for assignment in ("01_neuron", "02_perceptron")
        for number, student in enumerate(desk.people)
    ]


@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_every_notebook_of_a_class_comes_home(desk, class_work, platform):
    done = desk.collect(*hand_in_as(platform, class_work, desk.downloads))
    assert {one.platform for one in done.received} == {PLATFORM.get(platform, platform)}
    assert (done.unmatched, done.other, done.students_added) == ([], [], [])
    assert [one.problems for one in done.received] == [[]] * len(done.received)
    for one in class_work:
        assert desk.submitted(one.student.id, one.assignment) == one.content


@pytest.mark.parametrize("platform", sorted(set(LAYOUTS) - {"canvas"}))
def test_the_time_of_handing_in_is_kept(desk, class_work, platform):
    desk.collect(*hand_in_as(platform, class_work, desk.downloads))
    stamps = {
        one.student.id: desk.course.submitted(one.student.id, "01_neuron") / "timestamp.txt"
        for one in class_work
    }
    assert stamps["aigul"].read_text(encoding="utf-8") == "2026-10-01 18:30:10 UTC\n"
    assert stamps["obrien"].read_text(encoding="utf-8") == "2026-10-01 22:30:10 UTC\n"


def test_canvas_tells_who_is_late_but_no_time(desk, class_work):
    done = desk.collect(*hand_in_as("canvas", class_work, desk.downloads))
    assert {one.student for one in done.late} == {"obrien", "maria-lee"}
    assert all(one.time is None for one in done.collected)
    assert not (desk.course.submitted("aigul", "01_neuron") / "timestamp.txt").exists()


@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_without_a_roster_the_students_are_made_from_the_platforms_names(
    desk, class_work, platform
):
    (desk.course.folder / "students.csv").unlink()
    done = desk.collect(*hand_in_as(platform, class_work, desk.downloads))
    assert len(done.students_added) == len(desk.people) == len(desk.students)
    assert len(done.collected) == len(class_work)
    assert len(desk.course.students) == len(desk.people)


@pytest.mark.parametrize(
    "path",
    [
        "Jane Doe_123_assignsubmission_file_/work.ipynb",
        "Jane Doe_123_assignsubmission_file/work.ipynb",
        "Jane Doe_123_assignsubmission_file_/deeper/work.ipynb",
        "Jane Doe_123_assignsubmission_file_work.ipynb",
        "NN-Week 1-77.zip/Jane Doe_123_assignsubmission_file_work.ipynb",
    ],
)
def test_moodle_names_a_student_a_number_and_a_file(path):
    (found,) = claims(moodle, path)
    assert (found.names, found.number, found.file_name) == (("Jane Doe",), "123", "work.ipynb")
    assert found.returns.startswith("Jane Doe_123_assignsubmission_file_")


def test_moodle_puts_a_group_before_a_name_and_text_into_a_folder_of_its_own():
    (old,) = claims(moodle, "Team-A-Jane Doe_123_assignsubmission_file_w.ipynb")
    assert "Jane Doe" in old.names
    (text,) = claims(moodle, "Jane Doe_123_assignsubmission_onlinetext_/onlinetext.html")
    assert text.file_name == "onlinetext.html"
    (group,) = claims(moodle, "Default group_assignsubmission_file/w.ipynb")
    assert (group.names[0], group.number) == ("Default group", "")


@pytest.mark.parametrize(
    ("path", "name", "number", "file", "late"),
    [
        ("doejane_12_345_work.ipynb", "doejane", "12", "work.ipynb", False),
        ("doejane_LATE_12_345_work-1.ipynb", "doejane", "12", "work-1.ipynb", True),
        ("doejane_12_345_3_4_work.ipynb", "doejane", "12", "3_4_work.ipynb", False),
        ("김지우_12_345_과제 1.ipynb", "김지우", "12", "과제 1.ipynb", False),
        ("doejane_12_text.html", "doejane", "12", "text.html", False),
        ("doejane_LATE_12_link.html", "doejane", "12", "link.html", True),
        ("anon_Ab3x9_345_work.ipynb", "anon_Ab3x9", "", "work.ipynb", False),
        ("LATE_anon_Ab3x9_345_work.ipynb", "anon_Ab3x9", "", "work.ipynb", True),
        ("doejane_12_345_all.zip/work.ipynb", "doejane", "12", "work.ipynb", False),
    ],
)
def test_canvas_squeezes_a_name_and_two_numbers_before_the_file(path, name, number, file, late):
    (found,) = claims(canvas, path)
    assert (found.names, found.number, found.file_name, found.late) == ((name,), number, file, late)


def test_canvas_numbers_what_is_sent_again():
    again = [claims(canvas, f"doe_1_{n}_w{end}.ipynb")[0].sent for n, end in ((9, ""), (5, "-1"))]
    assert again == [(0, 9), (1, 5)]


def test_the_exchange_names_user_assignment_and_time_even_for_users_with_a_plus():
    (found,) = claims(
        exchange, "inbound/ann+lee+01_neuron+2026-10-01 18:30:10.123456 UTC+Zm9v_x-y/w.ipynb"
    )
    assert (found.login, found.assignment) == ("ann+lee", "01_neuron")
    assert found.time.isoformat() == "2026-10-01T18:30:10.123456+00:00"
    (zoned,) = claims(exchange, "ann+01_neuron+2026-10-01 18:30:10.000000 +0600/w.ipynb")
    assert zoned.time.isoformat() == "2026-10-01T12:30:10+00:00"


@pytest.mark.parametrize(
    ("folder", "source"),
    [
        ("01-neuron-maria-lee", "01-neuron-submissions"),
        ("01-neuron-submissions/01-neuron-maria-lee", "downloads"),
        ("hw1-submissions/hw1-maria-lee", "downloads"),
    ],
)
def test_a_clone_is_named_after_the_assignment_and_the_user(folder, source):
    (found,) = claims(github, f"{folder}/w.ipynb", source=source)
    assert found.login == "maria-lee"


def test_what_all_clones_begin_with_is_no_part_of_the_user():
    unpacked = Unpacked(
        Path("clones"),
        [Entry(f"lab-{user}/w.ipynb", Path("unread")) for user in ("ann", "ben-a", "li")],
        repositories={"lab-ann": None, "lab-ben-a": None, "lab-li": None},
    )
    found = github.read(Source(unpacked, ()))
    assert [one.login for one in found] == ["ann", "ben-a", "li"]


def test_google_names_the_student_before_the_file_or_above_it():
    (dashed,) = claims(google, "Classroom/NN/Week 1/Jean - Luc Picard - 01_neuron.ipynb")
    assert dashed.names == ("Jean - Luc Picard", "Jean")
    (above,) = claims(google, "Takeout/Classroom/Classes/NN/Assignments/W1/Jane Doe/w.ipynb")
    assert above.names == ("Jane Doe",)


def test_a_groups_work_on_moodle_is_that_of_each_of_its_members(desk):
    desk.roster(*(replace(one, section="Team A") for one in desk.people[:2]), *desk.people[2:])
    source = desk.zip({"Team A_41_assignsubmission_file/01_neuron.ipynb": desk.notebook()})
    done = desk.collect(source)
    assert [one.student for one in done.collected] == ["aigul", "jiwoo"]
    assert desk.submitted("aigul") == desk.submitted("jiwoo") == desk.notebook()
    assert "Handed in by a group: aigul, jiwoo." in done.collected[0].notes


def test_several_assignments_in_one_download_are_told_apart_by_their_cells(desk):
    names = {"a.ipynb": "01_neuron", "b.ipynb": "02_perceptron"}
    prefix = "김지우_6_assignsubmission_file"
    source = desk.zip({f"{prefix}/{name}": desk.notebook("x", of) for name, of in names.items()})
    done = desk.collect(source)
    assert [one.assignment for one in done.collected] == ["01_neuron", "02_perceptron"]
