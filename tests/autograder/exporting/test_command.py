"""The command `autograder export`."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.roster import Student
from tests.autograder.exporting.readers import canvas_reads, moodle_reads, table_reads
from tests.autograder.feedback.conftest import (  # noqa: F401 - fixtures
    LESSON,
    classroom,
    installed_course,
    short_course,
)

ANN = Student("ann", "Анна, 2", "ann@example.org", canvas_id="51")


@pytest.fixture
def run(classroom):  # noqa: F811 - a fixture
    def run(*options):
        return CliRunner().invoke(
            main, ["export", str(classroom.course.folder), *options], catch_exceptions=False
        )

    classroom.graded("ann")
    classroom.graded("김지우")
    classroom.enroll(ANN)
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
    assert told["without_platform_id"] == ["김지우"]


def test_a_dry_run_writes_nothing(run, classroom):  # noqa: F811
    assert "would be written to" in run("--format", "json", "--dry-run").stdout
    assert not list(classroom.course.folder.glob("grades-*"))


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
