"""The command `autograder export`."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.collecting.sheets.kept_sheets import canvas_path, worksheet_path
from autograder.course.roster import Student
from tests.autograder.exporting.readers import canvas_reads, moodle_reads, table_reads
from tests.autograder.feedback.conftest import (  # noqa: F401 - fixtures
    LESSON,
    classroom,
    installed_course,
    short_course,
)

ANN = Student("ann", "Анна, 2", "ann@example.org", canvas_id="51")
JIWOO = Student("김지우", "김지우")
BOB = Student("bob", "Боб", "bob@example.org", canvas_id="52")


@pytest.fixture
def run(classroom):  # noqa: F811 - a fixture
    def run(*options):
        return CliRunner().invoke(
            main, ["export", str(classroom.course.folder), *options], catch_exceptions=False
        )

    classroom.graded("ann")
    classroom.graded("김지우")
    classroom.enroll(ANN, JIWOO)
    return run


@pytest.fixture
def written(classroom):  # noqa: F811 - a fixture
    return lambda name: (classroom.course.folder / name).read_text(encoding="utf-8")


def test_grades_go_to_a_file_in_the_course_and_what_waits_is_said_beside_it(run, written):
    done = run("--format", "csv")
    assert "2 written answers wait for points" in done.stderr
    assert "The grades of 2 students are in" in done.stdout
    assert table_reads(written("grades-csv.csv"))["ann"]["name"] == "Анна, 2"


def test_when_a_person_has_given_points_nothing_waits(run, classroom):  # noqa: F811
    classroom.person_gives(2)
    assert run("--format", "csv").stderr == ""


def test_canvas_gets_the_headings_that_it_has(run, written):
    done = run("--format", "canvas", "--column", f"{LESSON}=One neuron (4711)")
    assert "Canvas goes by the name: 김지우." in done.stderr
    assert canvas_reads(written("grades-canvas.csv")).ids == {"One neuron (4711)": 4711}


def test_moodle_gets_only_those_whom_it_can_know(run, written):
    done = run("--format", "moodle", "--decimal", "comma")
    assert "Left out, because students.csv has no email for them" in done.stderr
    assert "map “Email address”" in done.stdout
    read = moodle_reads(written("grades-moodle.csv"), "Email address", ";")
    assert list(read) == ["ann@example.org"]


def test_machines_get_one_json_object_and_nothing_beside_it(run):
    done = run("--format", "moodle", "--json")
    told = json.loads(done.stdout)
    assert done.stderr == ""
    assert (told["students"], told["waiting"], told["match"]) == (2, 2, "email")
    assert told["in_file"] == 1
    assert told["without_platform_id"] == ["김지우"]


def test_a_dry_run_writes_nothing(run, classroom):  # noqa: F811
    assert "would be written to" in run("--format", "json", "--dry-run").stdout
    assert not list(classroom.course.folder.glob("grades-*"))


@pytest.fixture
def hand_in(classroom):  # noqa: F811 - a fixture
    """Put a notebook into `submitted` that no run has graded."""

    def hand_in(student, content="{}"):
        path = classroom.course.submitted(student, LESSON) / f"{LESSON}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    return hand_in


@pytest.fixture
def half_graded(run, classroom, hand_in):  # noqa: F811 - fixtures
    hand_in("bob")
    classroom.enroll(ANN, JIWOO, BOB)
    return run


def test_work_that_is_not_graded_yet_is_not_missing(half_graded, written):
    done = half_graded("--format", "csv")
    assert "01_neuron: 1 submission not graded yet: bob. Run `autograder grade`" in done.stderr
    rows = table_reads(written("grades-csv.csv"))
    assert (rows["bob"]["01_neuron status"], rows["bob"]["01_neuron total"]) == ("not_graded", "")


@pytest.mark.parametrize("kind", ["canvas", "moodle"])
def test_no_platform_gets_a_row_that_would_take_a_grade_away(half_graded, written, kind):
    done = half_graded("--format", kind)
    assert "so that no empty cell takes away a grade" in done.stderr
    assert "bob" not in written(f"grades-{kind}.csv")
    assert json.loads(half_graded("--format", kind, "--json").stdout)["left_out"] == ["bob"]


@pytest.mark.parametrize("kind", ["canvas", "moodle", "csv", "json"])
def test_strict_writes_nothing_while_work_is_not_graded(half_graded, classroom, kind):  # noqa: F811
    done = half_graded("--format", kind, "--strict")
    assert done.exit_code == 3
    assert "Nothing was written" in done.stdout
    assert not list(classroom.course.folder.glob("grades-*"))


def test_a_lesson_of_which_nothing_is_graded_is_named_and_not_in_the_file(
    run,
    classroom,  # noqa: F811 - a fixture
    hand_in,
    written,
):
    other = classroom.course.release("02_other")
    other.parent.mkdir()
    other.write_bytes(classroom.course.release(LESSON).read_bytes())
    path = classroom.course.submitted("ann", "02_other") / "02_other.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")
    done = run("--format", "csv", "--strict")
    assert done.exit_code == 3
    assert "02_other is not in this file: none of its 1 submission is graded" in done.stderr
    run("--format", "csv")
    assert "02_other" not in written("grades-csv.csv")


def test_a_file_that_came_after_grading_is_named(run, classroom, hand_in):  # noqa: F811
    classroom.graded("ann", content_digest="0" * 64)
    hand_in("ann")
    assert "another file has come since it was graded" in run("--format", "csv").stderr


def test_who_is_gone_from_the_roster_is_in_no_file_and_named(run, classroom, written):  # noqa: F811
    classroom.enroll(ANN)
    done = run("--format", "csv")
    assert (
        "because they are not in students.csv: 김지우. Their work and grades are kept"
        in done.stderr
    )
    assert list(table_reads(written("grades-csv.csv"))) == ["ann"]


def test_the_file_may_be_named(run, tmp_path):
    run("--format", "json", "--output", str(tmp_path / "out.json"))
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in data["students"]] == ["ann", "김지우"]


def test_strict_ends_with_3_while_something_waits(run):
    assert run("--format", "csv", "--strict").exit_code == 3


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--assignment", "1_neuron"), "Did you mean 01_neuron?"),
        (("--column", "01_neuron"), "write it as 01_neuron='One neuron (4711)'"),
        (("--column", "02_x=Two (5)"), "There is no assignment 02_x in this course"),
    ],
)
def test_a_mistake_is_named_with_what_to_do(run, options, complaint):
    done = run("--format", "canvas", *options)
    assert done.exit_code == 1
    assert complaint in done.output


def test_without_any_grades_there_is_nothing_to_write(classroom):  # noqa: F811
    done = CliRunner().invoke(main, ["export", str(classroom.course.folder), "--format", "csv"])
    assert done.exit_code == 1
    assert "run `autograder grade` first" in done.output


WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\n"
    "Participant 1,Anna,ann@example.org,,,100.00,Yes,-,-,\n"
    "Participant 2,Jiwoo,,,,100.00,Yes,-,-,\n"
)


@pytest.fixture
def worksheet(classroom):  # noqa: F811 - a fixture
    path = worksheet_path(classroom.course, LESSON)
    path.parent.mkdir(parents=True)
    path.write_text(WORKSHEET, encoding="utf-8")
    return path


def test_ids_that_were_made_of_names_are_no_user_names_without_a_word(
    run,
    classroom,  # noqa: F811 - a fixture
    written,
):
    classroom.graded("ann-lee")
    classroom.enroll(Student("ann", "Anna Li", login="ali"), Student("ann-lee", "Ann Lee"))
    done = run("--format", "moodle", "--match", "username")
    assert "made of names or addresses when they were collected" in done.stderr
    assert "look whether they are any: ann-lee." in done.stderr
    assert list(moodle_reads(written("grades-moodle.csv"), "Username")) == ["ali", "ann-lee"]
    assert "user names" not in run("--format", "csv").stderr


def test_the_collected_worksheet_comes_back_filled(run, worksheet, written):
    done = run("--format", "worksheet")
    assert "The grades of 1 student are in" in done.stdout
    assert "Upload grading worksheet" in done.stdout
    assert "01_neuron is out of 6 here and of 100 in Moodle" in done.stderr
    assert "nobody's in this course, so these rows stay as they are: Jiwoo." in done.stderr
    assert "Not in the worksheet, which has neither their number" in done.stderr
    _, ann, jiwoo = written("grades-worksheet-01_neuron.csv").splitlines()
    assert ann.startswith("Participant 1,Anna,ann@example.org,,1,100.00,Yes,-,-,1 of 6 points.")
    assert jiwoo == "Participant 2,Jiwoo,,,,100.00,Yes,-,-,"


@pytest.mark.parametrize("kind", ["worksheet", "moodle"])
def test_points_are_scaled_to_what_the_worksheet_says(run, worksheet, written, kind):
    done = run("--format", kind, "--scale")
    assert "01_neuron is scaled from 6 to 100 points, to two decimals." in done.stdout
    name = "grades-moodle.csv" if kind == "moodle" else "grades-worksheet-01_neuron.csv"
    assert ",16.67,100" in written(name)  # 1 of 6
    assert json.loads(run("--format", kind, "--scale", "--json").stdout)["maxima"] == {LESSON: 100}


def test_a_grade_above_the_items_maximum_is_named(run, worksheet):
    done = run("--format", "worksheet", "--maximum", f"{LESSON}=0,5")
    assert "maximum of 0.5, and it leaves such grades out without a word: ann." in done.stderr


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("worksheet",), "There is no grading worksheet of 01_neuron in this course."),
        (("moodle", "--scale"), "Name it with --maximum 01_neuron=100"),
        (("csv", "--scale"), "--scale is for a platform's own scale"),
        (("moodle", "--maximum", f"{LESSON}=many"), "write it as 01_neuron=100"),
        (("moodle", "--maximum", f"{LESSON}=0"), "write it as 01_neuron=100"),
    ],
)
def test_what_a_scale_or_a_worksheet_needs_is_said(run, options, complaint):
    done = run("--format", *options)
    assert done.exit_code == 1
    assert complaint in done.output


def test_canvas_gets_its_own_heading_and_no_second_assignment(run, classroom, written):  # noqa: F811
    done = run("--format", "canvas")
    assert "Canvas makes a new assignment 01_neuron" in done.stderr
    canvas_path(classroom.course).parent.mkdir(parents=True, exist_ok=True)
    canvas_path(classroom.course).write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,01 Neuron (4711)\n"
        "    Points Possible,,,,,100\n",
        encoding="utf-8",
    )
    done = run("--format", "canvas")
    assert "new assignment" not in done.stderr
    read = canvas_reads(written("grades-canvas.csv"))
    assert (read.ids, read.worth) == ({"01 Neuron (4711)": 4711}, {"01 Neuron (4711)": 100})
